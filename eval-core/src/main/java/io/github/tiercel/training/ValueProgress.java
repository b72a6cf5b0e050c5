package io.github.tiercel.training;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.result.Progress;
import java.util.Optional;
import java.util.OptionalDouble;

/** Compares plain values, as Keras does. One thread. */
final class ValueProgress implements ProgressRule {

    private final Direction direction;
    private final Optional<Patience> rule;
    private double best = Double.NaN;
    private int waited;

    ValueProgress(Direction direction, Optional<Patience> rule) {
        this.direction = direction;
        this.rule = rule;
    }

    @Override
    public Step next(Optional<EpochScores> now, OptionalDouble value) {
        boolean better =
                value.isPresent() && (Double.isNaN(best) || direction.gain(value.getAsDouble() - best) > minDelta());
        best = better ? value.getAsDouble() : best;
        waited = better ? 0 : waited + 1;
        return Step.of(better ? Progress.IMPROVED : Progress.NOT_IMPROVED, exhausted());
    }

    private Optional<String> exhausted() {
        return rule.filter(known -> waited >= known.epochs())
                .map(known -> known.monitor() + " has not improved for " + waited
                        + (waited == 1 ? " epoch" : " epochs")
                        + LeastGain.suffix(known.minDelta()));
    }

    private double minDelta() {
        return rule.map(Patience::minDelta).orElse(0.0);
    }
}
