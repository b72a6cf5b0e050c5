package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import java.util.Optional;

/** Any smooth metric: the linearised error from influence values, a t quantile, on the scale of the metric's range. */
final class SmoothRule<P extends Predictions> implements IntervalRule<P> {

    private static final int FEWEST_DECISIONS = 5;

    @Override
    public Intervals intervals(Evidence<P> evidence) {
        if (!evidence.hasError() || restsOnTooFew(evidence)) {
            return Intervals.NONE;
        }
        if (EdgeInterval.applies(evidence)) {
            return EdgeInterval.of(evidence);
        }
        Variance variance = evidence.population();
        if (evidence.isSpeck(variance)) {
            return Intervals.NONE;
        }
        Interval population = evidence.interval(variance, "influence");
        return Intervals.of(population, fullSet(evidence), population, variance.standardError());
    }

    /**
     * In a sample with oversampled positives few sampled decisions stand for many, and rows that were not drawn weigh
     * more than those that were; with a handful of right decisions of either kind the linearised error is no error at
     * all.
     */
    private static boolean restsOnTooFew(Evidence<?> evidence) {
        if (!evidence.design().isSample()
                || !(evidence.metric() instanceof ConfusionMetric confusion)
                || !(evidence.predictions() instanceof BinaryPredictions binary)) {
            return false;
        }
        int truePositives = 0;
        int trueNegatives = 0;
        for (int row = 0; row < binary.rows(); row++) {
            boolean predicted = binary.score(row) >= confusion.threshold();
            truePositives += binary.weight(row) > 0 && binary.label(row) && predicted ? 1 : 0;
            trueNegatives += binary.weight(row) > 0 && !binary.label(row) && !predicted ? 1 : 0;
        }
        return Math.min(truePositives, trueNegatives) < FEWEST_DECISIONS;
    }

    static <P extends Predictions> Optional<Interval> fullSet(Evidence<P> evidence) {
        return evidence.design().isSample()
                ? Optional.of(evidence.interval(evidence.fullSet(), "influence"))
                : Optional.empty();
    }
}
