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
        double positives = groups.positives();
        double negatives = groups.negatives();
        OptionalInt best = groups.best(
                Direction.HIGHER_IS_BETTER,
                Range.UNIT,
                (tp, fp) -> share.applyAsDouble(ConfusionMatrix.of(0, positives, negatives, tp, fp)));
        // A largest distance may be below 0 by rounding.
        return best.isPresent()
                ? Optional.of(new ThresholdChoice(
                        groups.score(best.getAsInt()),
                        Range.UNIT.clamp(share.applyAsDouble(ConfusionMatrix.upTo(groups, best.getAsInt() + 1, 0)))))
                : Optional.empty();
    }
}
