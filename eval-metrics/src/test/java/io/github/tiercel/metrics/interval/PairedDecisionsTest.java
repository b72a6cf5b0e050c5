package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.compare.PairedComparison;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Differences of two models' decisions in a sample of 10 of 20 positive and 40 of 400 negative rows. Expected limits
 * are from an independent program (Python 3.10), which knows neither predictions nor designs but the counts below.
 */
class PairedDecisionsTest {

    private static final double TOLERANCE = 1e-12;
    private static final int POSITIVES = 10;
    private static final Design DESIGN = Design.stratified(strata(), new int[] {40, POSITIVES}, new int[] {400, 20});

    /** Of the positive rows five are predicted so by both models, two by the candidate and one by the baseline. */
    private static final BinaryPredictions CANDIDATE = predictions("1111111000", "111000");

    private static final BinaryPredictions BASELINE = predictions("1111100100", "110111");

    @Test
    void whatBothModelsShareCancelsWithinLabels() {
        assertLimits(-0.12412953060353726, 0.38576498433127976, difference(BinaryMetrics.F1));
        assertLimits(-0.0640319687042231, 0.1761469500637095, difference(BinaryMetrics.ACCURACY));
    }

    @Test
    void theOtherWayRoundItIsTheMirrorImage() {
        Interval one = difference(BinaryMetrics.MCC).orElseThrow();
        Interval other = PairedDecisions.interval(
                        DESIGN, BinaryMetrics.MCC, /* candidate= */ BASELINE, /* baseline= */ CANDIDATE, 0.95)
                .orElseThrow();
        assertEquals(-one.upper(), other.lower(), TOLERANCE);
        assertEquals(-one.lower(), other.upper(), TOLERANCE);
    }

    @Test
    void equalDecisionsOnSampledRowsLeaveADifferencePossible() {
        BinaryPredictions decided = predictions("1111110000", "110000");
        assertLimits(
                -0.08773510493043474,
                0.08773510493043474,
                PairedDecisions.interval(DESIGN, BinaryMetrics.ACCURACY, decided, decided, 0.95));
        BinaryPredictions none = predictions("1111110000", "000000");
        assertLimits(
                -0.0838670291992317,
                0.0838670291992317,
                PairedDecisions.interval(DESIGN, BinaryMetrics.ACCURACY, none, none, 0.95));
    }

    @Test
    void comparisonsTakeIt() {
        Difference f1 = PairedComparison.of(DESIGN, 0.95).difference(BinaryMetrics.F1, CANDIDATE, BASELINE);
        assertLimits(-0.12412953060353726, 0.38576498433127976, f1.interval());
        assertEquals(Optional.of("paired-mover-wilson"), f1.method());
        double width = f1.interval().orElseThrow().width();
        assertEquals(width / 2 / 1.959963984540054, f1.standardError().orElseThrow(), TOLERANCE);
        // 0 lies 0.1448 of 0.2689 below the difference.
        double z = 0.14481707317073172 / (0.14481707317073172 + 0.12412953060353726) * 1.959963984540054;
        assertEquals(
                Quantiles.twoSided(z, Double.POSITIVE_INFINITY), f1.pValue().orElseThrow(), TOLERANCE);
    }

    @Test
    void thePValueAgreesWithTheInterval() {
        for (double level : new double[] {0.5, 0.7, 0.8, 0.9}) {
            Difference f1 = PairedComparison.of(DESIGN, level).difference(BinaryMetrics.F1, CANDIDATE, BASELINE);
            assertEquals(
                    f1.interval().orElseThrow().lower() > 0,
                    f1.pValue().orElseThrow() < 1 - level,
                    () -> "at level " + level + " got " + f1);
        }
    }

    @Test
    void otherDesignsHaveNone() {
        Design all = Design.independent(DESIGN.rows());
        assertEquals(Optional.empty(), PairedDecisions.interval(all, BinaryMetrics.F1, CANDIDATE, BASELINE, 0.95));
    }

    @Test
    void areasInASampleAreWidenedByHalfOnTheLogScale() {
        BinaryPredictions sharp = ranked(0.9);
        BinaryPredictions blurred = ranked(0.4);
        double[] ours = BinaryMetrics.AVERAGE_PRECISION.influence(sharp);
        double[] theirs = BinaryMetrics.AVERAGE_PRECISION.influence(blurred);
        double one = Linearisation.widening(DESIGN, BinaryMetrics.AVERAGE_PRECISION, sharp, ours);
        double other = Linearisation.widening(DESIGN, BinaryMetrics.AVERAGE_PRECISION, blurred, theirs);
        assertTrue(one >= 1 && other >= 1 && one * other > 1.05, () -> one + " and " + other);
        double[] influence = new double[ours.length];
        Arrays.setAll(influence, row -> ours[row] - theirs[row]);
        double plain = Linearisation.variance(DESIGN, sharp, influence).value();
        Difference difference =
                PairedComparison.of(DESIGN, 0.95).difference(BinaryMetrics.AVERAGE_PRECISION, sharp, blurred);
        assertEquals(
                Math.sqrt(plain * Math.pow(one * other, 0.25)),
                difference.standardError().orElseThrow(),
                TOLERANCE);
        assertEquals(1, Linearisation.widening(DESIGN, BinaryMetrics.ROC_AUC, sharp, ours));
        assertEquals(1, Linearisation.widening(Design.independent(50), BinaryMetrics.AVERAGE_PRECISION, sharp, ours));
    }

    /** Ten positive rows among forty others, of which few but heavy ones are above some of them. */
    private static BinaryPredictions ranked(double share) {
        double[] scores = new double[DESIGN.rows()];
        Arrays.setAll(scores, row -> row < POSITIVES ? 0.5 + 0.04 * row * share : 0.01 * row + 0.1 * (row % 2));
        return weighted(scores);
    }

    private static Optional<Interval> difference(ConfusionMetric metric) {
        return PairedDecisions.interval(DESIGN, metric, CANDIDATE, BASELINE, 0.95);
    }

    private static void assertLimits(double lower, double upper, Optional<Interval> actual) {
        assertEquals(lower, actual.orElseThrow().lower(), TOLERANCE);
        assertEquals(upper, actual.orElseThrow().upper(), TOLERANCE);
        assertEquals("paired-mover-wilson", actual.orElseThrow().method());
    }

    /** Which positive and which of the first negative rows are predicted positive. */
    private static BinaryPredictions predictions(String positives, String negatives) {
        double[] scores = new double[DESIGN.rows()];
        for (int i = 0; i < positives.length(); i++) {
            scores[i] = positives.charAt(i) == '1' ? 0.9 : 0.1;
        }
        for (int i = 0; i < negatives.length(); i++) {
            scores[POSITIVES + i] = negatives.charAt(i) == '1' ? 0.9 : 0.1;
        }
        return weighted(scores);
    }

    private static BinaryPredictions weighted(double[] scores) {
        boolean[] labels = new boolean[scores.length];
        Arrays.fill(labels, 0, POSITIVES, true);
        double[] weights = new double[scores.length];
        Arrays.setAll(weights, DESIGN::sampleWeight);
        return BinaryPredictions.of(labels, scores, weights);
    }

    private static int[] strata() {
        int[] strata = new int[50];
        Arrays.fill(strata, 0, POSITIVES, 1);
        return strata;
    }
}
