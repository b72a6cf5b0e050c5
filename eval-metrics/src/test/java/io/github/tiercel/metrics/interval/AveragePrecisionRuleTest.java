package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

/**
 * Expected numbers: influence values by complex steps of the weights in NumPy 1.24.2, quantiles by t.ppf of SciPy
 * 1.10.1, the larger of the linearised variance and Boyd's.
 */
class AveragePrecisionRuleTest {

    /** Quantiles are iterative. */
    private static final double TOLERANCE = 1e-9;

    @Test
    void belowFiftyPositivesBoydsErrorIsTheLeast() {
        // The linearised variance is 0.81 of Boyd's.
        Estimate few = plain(predictions(49, 400, 40, row -> true));
        assertEquals(0.5827580577131917, few.value().orNaN(), TOLERANCE);
        assertLimits("influence-logit-t", 0.43821843307383446, 0.7143503196544734, few.population());
        assertLimits("influence-boyd-logit-t", 0.43821843307383446, 0.7143503196544734, few.gate());
        assertEquals(Math.sqrt(0.004962267426194694), few.standardError().orElseThrow(), TOLERANCE);
        assertEquals(Set.of(EstimateFlag.GUARDED), few.flags());
        assertEquals(Optional.empty(), few.fullSet());
    }

    @Test
    void fromFiftyPositivesOnlyGatesAreGuarded() {
        Estimate enough = plain(predictions(50, 400, 40, row -> true));
        assertLimits("influence-logit-t", 0.4654877676193538, 0.7116969659273674, enough.population());
        assertLimits("influence-boyd-logit-t", 0.4511203887392084, 0.7234252657149226, enough.gate());
        assertEquals(Math.sqrt(0.0039053709902328745), enough.standardError().orElseThrow(), TOLERANCE);
        assertEquals(Set.of(), enough.flags());
    }

    @Test
    void clustersAreGuardedByTheirNumber() {
        BinaryPredictions predictions = predictions(49, 400, 97, row -> row / 2 % 2 == 0);
        int[] pairs = new int[449];
        Arrays.setAll(pairs, row -> row / 2);
        Estimate clustered = IntervalEstimator.of(Design.independent(449).withClusters(pairs), 0.95)
                .estimate(BinaryMetrics.AVERAGE_PRECISION, predictions);
        double value = 0.629510230407192;
        assertEquals(value, clustered.value().orNaN(), TOLERANCE);
        // 24 pairs with two positive rows and one with one: 49^2 / (24 * 4 + 1) = 24.75 of equal size.
        assertEquals(
                Math.sqrt(value * (1 - value) / (49.0 * 49 / 97)),
                clustered.standardError().orElseThrow(),
                TOLERANCE);
        assertEquals(Set.of(EstimateFlag.GUARDED, EstimateFlag.SMALL_SAMPLE), clustered.flags());
    }

    @Test
    void aSampleIsGuardedByItsEffectivePositives() {
        // sqrt(200 * 200 * 200 / 800) = 100, and three quarters of the negatives are left out.
        Estimate sampled = sampled(predictions(200, 200, 60, row -> true));
        assertEquals(0.8269546935109932, sampled.value().orNaN(), TOLERANCE);
        assertEquals(0.03782864369642831, sampled.standardError().orElseThrow(), TOLERANCE);
        assertLimits("influence-boyd-logit-t", 0.7387860984060398, 0.8898023816151345, sampled.population());
        assertLimits("influence-boyd-logit-t", 0.7521183343756181, 0.8827207162844991, sampled.fullSet());
        assertEquals(sampled.population(), sampled.gate());
        assertEquals(Set.of(), sampled.flags());
    }

    @Test
    void fewerThanAHundredEffectivePositivesAreASmallSample() {
        Estimate sampled = sampled(predictions(199, 200, 60, row -> true));
        assertEquals(0.03804569365345259, sampled.standardError().orElseThrow(), TOLERANCE);
        assertLimits("influence-boyd-logit-t", 0.7369455440485375, 0.8887989055370387, sampled.population());
        assertLimits("influence-boyd-logit-t", 0.7503314741119423, 0.8816660645222639, sampled.fullSet());
        assertEquals(Set.of(EstimateFlag.SMALL_SAMPLE), sampled.flags());
    }

    @Test
    void twoPositivesAreTheFewestWithAnError() {
        boolean[] labels = {true, false, true, false, false, false};
        double[] scores = {6, 5, 4, 3, 2, 1};
        assertEquals(
                "influence-logit-t",
                plain(BinaryPredictions.of(labels, scores))
                        .population()
                        .orElseThrow()
                        .method());
        labels[2] = false;
        labels[0] = false;
        labels[3] = true;
        assertEquals(
                Optional.empty(), plain(BinaryPredictions.of(labels, scores)).population());
    }

    @Test
    void aPerfectOrderIsNotCertain() {
        Estimate perfect = plain(ReferenceTable.predictions("perfect6", "score"));
        assertEquals(1, perfect.value().orNaN());
        // Three positives: 0.025^(1/3).
        assertLimits("edge", 0.29240177382128657, 1, perfect.population());
        assertEquals(perfect.population(), perfect.gate());
        assertEquals(Set.of(EstimateFlag.AT_THE_EDGE, EstimateFlag.SMALL_SAMPLE), perfect.flags());
    }

    @Test
    void clustersThatAreCopiesOfEachOtherShowNoError() {
        BinaryPredictions once = predictions(30, 30, 40, row -> true);
        int[] twice = new int[120];
        Arrays.setAll(twice, row -> row % 60);
        int[] clusters = new int[120];
        Arrays.setAll(clusters, row -> row / 60);
        Estimate copied = IntervalEstimator.of(Design.independent(120).withClusters(clusters), 0.95)
                .estimate(BinaryMetrics.AVERAGE_PRECISION, once.select(twice));
        assertEquals(
                BinaryMetrics.AVERAGE_PRECISION.value(once).orNaN(),
                copied.value().orNaN(),
                TOLERANCE);
        assertEquals(Optional.empty(), copied.population());
        assertEquals(Optional.empty(), copied.gate());
    }

    private static void assertLimits(String method, double lower, double upper, Optional<Interval> actual) {
        Interval interval = actual.orElseThrow();
        assertEquals(method, interval.method());
        assertEquals(lower, interval.lower(), TOLERANCE);
        assertEquals(upper, interval.upper(), TOLERANCE);
    }

    private static Estimate plain(BinaryPredictions predictions) {
        return IntervalEstimator.of(Design.independent(predictions.rows()), 0.95)
                .estimate(BinaryMetrics.AVERAGE_PRECISION, predictions);
    }

    /** All positives and a quarter of the negatives. */
    private static Estimate sampled(BinaryPredictions predictions) {
        int positives = predictions.positives();
        int negatives = predictions.negatives();
        int[] strata = new int[predictions.rows()];
        Arrays.setAll(strata, row -> predictions.label(row) ? 0 : 1);
        Design design =
                Design.stratified(strata, new int[] {positives, negatives}, new int[] {positives, 4 * negatives});
        double[] weights = new double[strata.length];
        Arrays.setAll(weights, design::sampleWeight);
        return IntervalEstimator.of(design, 0.95)
                .estimate(BinaryMetrics.AVERAGE_PRECISION, predictions.withWeights(weights));
    }

    /** Scores that go around in a circle of 97 numbers; some positives are lifted. */
    private static BinaryPredictions predictions(int positives, int negatives, int lift, IntPredicate lifted) {
        boolean[] labels = new boolean[positives + negatives];
        Arrays.fill(labels, 0, positives, true);
        double[] scores = new double[labels.length];
        Arrays.setAll(scores, row -> row * 29 % 97 + (labels[row] && lifted.test(row) ? lift : 0));
        return BinaryPredictions.of(labels, scores);
    }
}
