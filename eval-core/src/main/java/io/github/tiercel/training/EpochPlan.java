package io.github.tiercel.training;

import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.metrics.Direction;
import java.util.List;
import java.util.Optional;

/** What a training run evaluates and when it stops, with every default filled in. */
record EpochPlan(
        String run,
        List<Tier> tiers,
        String monitor,
        Direction direction,
        Optional<EarlyStopping> earlyStopping,
        FailurePolicy onFailure) {

    Tier smallest() {
        return tiers.get(0);
    }

    Tier largest() {
        return tiers.get(tiers.size() - 1);
    }
}
