package io.github.tiercel.training;

import io.github.tiercel.metrics.Direction;
import java.util.Optional;
import java.util.OptionalDouble;

/** Follows the monitored value from epoch to epoch. One thread. */
final class Patience {

    private final Direction direction;
    private final Optional<EarlyStopping> rule;
    private double best = Double.NaN;
    private int waited;

    Patience(Direction direction, Optional<EarlyStopping> rule) {
        this.direction = direction;
        this.rule = rule;
    }

    /** Whether the value is better than all before it; an epoch without a value never is. */
    boolean improves(OptionalDouble value) {
        boolean better =
                value.isPresent() && (Double.isNaN(best) || direction.gain(value.getAsDouble() - best) > minDelta());
        best = better ? value.getAsDouble() : best;
        waited = better ? 0 : waited + 1;
        return better;
    }

    Optional<String> exhausted() {
        return rule.filter(known -> waited >= known.patience())
                .map(known -> known.monitor() + " has not improved for " + waited
                        + (waited == 1 ? " epoch" : " epochs")
                        + (known.minDelta() > 0 ? " by more than " + known.minDelta() : ""));
    }

    private double minDelta() {
        return rule.map(EarlyStopping::minDelta).orElse(0.0);
    }
}
