package io.github.tiercel.metrics.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class UnpairedDifferenceProperties {

    /** What sums of a few doubles in [-1, 1] are rounded by. */
    private static final double ROUNDING = 1e-14;

    @Provide
    Arbitrary<Metric<BinaryPredictions>> metrics() {
        return Arbitraries.of(BinaryMetrics.all());
    }

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.probabilities();
    }

    private static Estimate estimate(Metric<BinaryPredictions> metric, BinaryPredictions predictions) {
        return IntervalEstimator.of(Design.independent(predictions.rows()), 0.9).estimate(metric, predictions);
    }

    private static Interval known(Estimate estimate) {
        return estimate.gate().or(estimate::population).orElseThrow();
    }

    @Property(seed = "1")
    void exchangingTheModelsTurnsTheSign(
            @ForAll("metrics") Metric<BinaryPredictions> metric,
            @ForAll("predictions") BinaryPredictions candidate,
            @ForAll("predictions") BinaryPredictions baseline) {
        Difference there = UnpairedDifference.of(estimate(metric, candidate), estimate(metric, baseline));
        Difference back = UnpairedDifference.of(estimate(metric, baseline), estimate(metric, candidate));
        assertEquals(there.value().orNaN(), 0 - back.value().orNaN());
        assertEquals(there.standardError(), back.standardError());
        assertEquals(there.interval().isPresent(), back.interval().isPresent());
        there.interval().ifPresent(interval -> {
            assertEquals(interval.lower(), 0 - back.interval().orElseThrow().upper());
            assertEquals(interval.upper(), 0 - back.interval().orElseThrow().lower());
        });
    }

    @Property(seed = "2")
    void intervalHoldsTheDifferenceAndStaysWithinWhatBothIntervalsAllow(
            @ForAll("metrics") Metric<BinaryPredictions> metric,
            @ForAll("predictions") BinaryPredictions candidate,
            @ForAll("predictions") BinaryPredictions baseline) {
        Estimate ours = estimate(metric, candidate);
        Estimate theirs = estimate(metric, baseline);
        Difference difference = UnpairedDifference.of(ours, theirs);
        difference.interval().ifPresent(interval -> {
            double scale = ROUNDING * Math.max(1, Math.abs(ours.value().orNaN()) + interval.width());
            assertTrue(interval.contains(difference.value().orNaN()));
            assertTrue(interval.lower() >= known(ours).lower() - known(theirs).upper() - scale);
            assertTrue(interval.upper() <= known(ours).upper() - known(theirs).lower() + scale);
            assertTrue(interval.width()
                    >= Math.max(known(ours).width(), known(theirs).width()) - scale);
        });
    }
}
