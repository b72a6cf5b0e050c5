package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Intervals of metrics of decisions in a sample of 10 of 20 positive and 40 of 400 negative rows. Expected limits are
 * from an independent program (Python 3.10), which knows neither predictions nor designs but the counts below.
 */
class DecisionMoverTest {

    private static final double TOLERANCE = 1e-12;
    private static final int POSITIVES = 10;
    private static final int NEGATIVES = 40;

    @Test
    void f1HasLimitsFromBothShares() {
        Estimate f1 = estimate(BinaryMetrics.F1, 6, 2, 20);
        assertLimits(0.20977671924889812, 0.6619210609038624, f1.fullSet());
        assertLimits(0.1612131191548023, 0.6917989990733844, f1.population());
        assertEquals(f1.population(), f1.gate());
        assertEquals(Set.of(EstimateFlag.SMALL_SAMPLE), f1.flags());
    }

    @Test
    void precisionHasLimitsFromBothShares() {
        Estimate precision = estimate(BinaryMetrics.PRECISION, 6, 2, 20);
        assertLimits(0.13867267163051286, 0.6789762182011856, precision.fullSet());
        assertLimits(0.09729936162008851, 0.7125170065148737, precision.population());
    }

    @Test
    void noSampledMistakeIsNoCertainty() {
        Estimate precision = estimate(BinaryMetrics.PRECISION, 6, 0, 20);
        assertEquals(1, precision.value().orNaN());
        assertLimits(0.27337338185721394, 1, precision.fullSet());
        assertLimits(0.25505519134772725, 1, precision.population());
        assertLimits(
                0.3266526161968029,
                0.879420146470363,
                estimate(BinaryMetrics.F1, 6, 0, 20).fullSet());
    }

    @Test
    void positivesThatAreAllThereLeaveTheNegatives() {
        assertLimits(
                0.1521886745915449,
                0.5490253921681729,
                estimate(BinaryMetrics.F1, 6, 2, 10).fullSet());
        assertLimits(
                0.08714660983391398,
                0.5060339241158313,
                estimate(BinaryMetrics.PRECISION, 6, 2, 10).fullSet());
    }

    @Test
    void aSliceStandsForAnEstimatedPartOfEachLabel() {
        int[] half = new int[25];
        // Every other row: of ten positive rows with six predicted so, five with three; of the others, twenty with one.
        Arrays.setAll(half, i -> 2 * i);
        Design design = design(20).select(half);
        BinaryPredictions slice = predictions(6, 2, 20).select(half);
        Estimate f1 = IntervalEstimator.of(design, 0.95).estimate(BinaryMetrics.F1, slice);
        assertLimits(0.11321279233749115, 0.7202978989094864, f1.fullSet());
        assertLimits(0.053137481618261484, 0.7484035649245635, f1.population());
    }

    @Test
    void aHandfulOfRightDecisionsIsFlagged() {
        Design many = Design.stratified(strata(40, 40), new int[] {40, 40}, new int[] {400, 40});
        BinaryPredictions few = predictions(many, 40, 40, 4, 2);
        BinaryPredictions enough = predictions(many, 40, 40, 5, 2);
        IntervalEstimator estimator = IntervalEstimator.of(many, 0.95);
        assertEquals(
                Set.of(EstimateFlag.SMALL_SAMPLE),
                estimator.estimate(BinaryMetrics.MCC, few).flags());
        assertEquals(Set.of(), estimator.estimate(BinaryMetrics.MCC, enough).flags());
    }

    @Test
    void whatIsUndefinedAtALimitMayBeAnything() {
        // Without a false positive the value is undefined, and no limit of their share below is above 0.
        ConfusionMetric odds = ratio(Range.NON_NEGATIVE);
        assertEquals(Optional.empty(), estimate(odds, 6, 0, 20).population());
        ConfusionMetric bounded = ratio(Range.UNIT);
        Interval all = estimate(bounded, 6, 1, 20).population().orElseThrow();
        assertTrue(all.lower() < 0.2 && all.upper() <= 1, () -> all.toString());
    }

    @Test
    void anIntervalWithoutAnEndIsNone() {
        ConfusionMetric unbounded = ConfusionMetric.of(
                "odds",
                Direction.HIGHER_IS_BETTER,
                Range.NON_NEGATIVE,
                0.5,
                matrix -> matrix.falsePositives() > 20
                        ? Value.of(matrix.truePositives() / matrix.falsePositives())
                        : Value.undefined(UndefinedReason.EMPTY));
        assertTrue(estimate(unbounded, 6, 4, 20).value().isDefined());
        assertEquals(Optional.empty(), estimate(unbounded, 6, 4, 20).population());
    }

    private static ConfusionMetric ratio(Range range) {
        return ConfusionMetric.of(
                "ratio",
                Direction.HIGHER_IS_BETTER,
                range,
                0.5,
                matrix -> matrix.falsePositives() > 0
                        ? Value.of(Math.min(range.upper(), matrix.truePositives() / (10 * matrix.falsePositives())))
                        : Value.undefined(UndefinedReason.EMPTY));
    }

    private static void assertLimits(double lower, double upper, Optional<Interval> actual) {
        assertEquals(lower, actual.orElseThrow().lower(), TOLERANCE);
        assertEquals(upper, actual.orElseThrow().upper(), TOLERANCE);
        assertEquals("mover-wilson", actual.orElseThrow().method());
    }

    private static Estimate estimate(
            ConfusionMetric metric, int truePositives, int falsePositives, int positivesInAll) {
        return IntervalEstimator.of(design(positivesInAll), 0.95)
                .estimate(metric, predictions(truePositives, falsePositives, positivesInAll));
    }

    private static Design design(int positivesInAll) {
        return Design.stratified(strata(POSITIVES, NEGATIVES), new int[] {NEGATIVES, POSITIVES}, new int[] {
            10 * NEGATIVES, positivesInAll
        });
    }

    private static BinaryPredictions predictions(int truePositives, int falsePositives, int positivesInAll) {
        return predictions(design(positivesInAll), POSITIVES, NEGATIVES, truePositives, falsePositives);
    }

    /** Positive rows first; within a label those that are predicted positive first. */
    private static BinaryPredictions predictions(Design design, int positives, int negatives, int tp, int fp) {
        boolean[] labels = new boolean[positives + negatives];
        double[] scores = new double[labels.length];
        double[] weights = new double[labels.length];
        Arrays.fill(labels, 0, positives, true);
        Arrays.fill(scores, 0, tp, 0.9);
        Arrays.fill(scores, positives, positives + fp, 0.9);
        Arrays.setAll(weights, design::sampleWeight);
        return BinaryPredictions.of(labels, scores, weights);
    }

    private static int[] strata(int positives, int negatives) {
        int[] strata = new int[positives + negatives];
        Arrays.fill(strata, 0, positives, 1);
        return strata;
    }
}
