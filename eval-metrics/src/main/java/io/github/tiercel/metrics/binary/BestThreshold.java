package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.ToDoubleFunction;

/** Chooses among the observed scores. */
final class BestThreshold {

    private BestThreshold() {}

    /** The threshold of the largest share, the highest of several; a matrix of NaN is no choice. */
    static Optional<ThresholdChoice> of(ScoreGroups groups, ToDoubleFunction<ConfusionMatrix> share) {
        OptionalInt best = groups.best(Direction.HIGHER_IS_BETTER, Range.UNIT, g -> through(groups, g, share));
        // A largest distance may be below 0 by rounding.
        return best.isPresent()
                ? Optional.of(new ThresholdChoice(
                        groups.score(best.getAsInt()), Range.UNIT.clamp(through(groups, best.getAsInt(), share))))
                : Optional.empty();
    }

    private static double through(ScoreGroups groups, int group, ToDoubleFunction<ConfusionMatrix> share) {
        // The score is not looked up: that takes longer than the rest.
        return share.applyAsDouble(ConfusionMatrix.upTo(groups, group + 1, 0));
    }
}
