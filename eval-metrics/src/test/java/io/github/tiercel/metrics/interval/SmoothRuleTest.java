package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Decisions in a sample need five right ones of either kind; more wrong ones do not help. */
class SmoothRuleTest {

    private static final double THRESHOLD = 0.5;
    private static final int FALSE_POSITIVES = 7;
    private static final int FALSE_NEGATIVES = 8;

    @Test
    void fiveRightDecisionsOfEachKindAreEnough() {
        assertTrue(sampled(decisions(5, 5)).population().isPresent());
        assertTrue(sampled(decisions(5, 5)).fullSet().isPresent());
        assertTrue(sampled(decisions(6, 9)).population().isPresent());
    }

    @Test
    void fourTruePositivesAreTooFew() {
        Estimate estimate = sampled(decisions(4, 9));
        assertTrue(estimate.value().isDefined());
        assertFalse(estimate.population().isPresent());
        assertFalse(estimate.fullSet().isPresent());
        assertFalse(estimate.standardError().isPresent());
    }

    @Test
    void fourTrueNegativesAreTooFew() {
        assertFalse(sampled(decisions(9, 4)).population().isPresent());
    }

    @Test
    void aRowWithoutWeightIsNoDecision() {
        BinaryPredictions predictions = decisions(5, 5);
        for (int row : new int[] {0, 5}) {
            double[] weights = new double[predictions.rows()];
            Arrays.fill(weights, 2);
            weights[row] = 0;
            assertFalse(sampled(predictions.withWeights(weights)).population().isPresent(), "row " + row);
        }
    }

    @Test
    void onlyDecisionsInASampleNeedSoMany() {
        BinaryPredictions predictions = decisions(4, 4);
        assertTrue(IntervalEstimator.of(Design.independent(predictions.rows()), 0.95)
                .estimate(BinaryMetrics.MCC.at(THRESHOLD), predictions)
                .population()
                .isPresent());
        assertTrue(sampled(BinaryMetrics.BRIER, predictions).population().isPresent());
    }

    private static Estimate sampled(BinaryPredictions predictions) {
        return sampled(BinaryMetrics.MCC.at(THRESHOLD), predictions);
    }

    private static Estimate sampled(SmoothMetric<BinaryPredictions> metric, BinaryPredictions predictions) {
        int rows = predictions.rows();
        Design design = Design.stratified(new int[rows], new int[] {rows}, new int[] {2 * rows});
        return IntervalEstimator.of(design, 0.95).estimate(metric, predictions);
    }

    /** Predicted positives stand at the threshold itself, the others below. */
    private static BinaryPredictions decisions(int truePositives, int trueNegatives) {
        int right = truePositives + trueNegatives;
        int rows = right + FALSE_POSITIVES + FALSE_NEGATIVES;
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = row < truePositives || row >= right + FALSE_POSITIVES;
            boolean predicted = row < truePositives || (row >= right && row < right + FALSE_POSITIVES);
            scores[row] = predicted ? THRESHOLD : 0.25;
        }
        return BinaryPredictions.of(labels, scores);
    }
}
