package io.github.tiercel.evaluation;

import io.github.tiercel.result.HoldoutUse;
import io.github.tiercel.result.ServingProfile;
import java.util.Optional;

/** Scores that were joined with the rows of a tier before, for that tier or one of fewer rows. */
record KnownScores(TierScores scores) implements ScoreSource {

    @Override
    public String model() {
        return scores.model();
    }

    @Override
    public boolean canGrow() {
        return false;
    }

    @Override
    public Optional<String> fingerprint() {
        return scores.source().fingerprint();
    }

    @Override
    public Optional<ServingProfile> serving() {
        return scores.source().serving();
    }

    @Override
    public Optional<HoldoutUse> used(String tier) {
        return scores.source().used(tier);
    }

    @Override
    public ScoredRows of(SampledRows rows) {
        return scores.on(rows);
    }
}
