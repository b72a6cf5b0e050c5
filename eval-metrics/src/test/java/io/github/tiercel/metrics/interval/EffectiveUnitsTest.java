package io.github.tiercel.metrics.interval;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What intervals rest on: units that hold a class, and few of them where few weigh most. */
class EffectiveUnitsTest {

    @Test
    void oneClusterOfPositivesGivesRankMetricsNoInterval() {
        BinaryPredictions rows = rows(30, 1000);
        int[] clusters = new int[1030];
        Arrays.setAll(clusters, row -> Math.max(0, row - 29));
        Design design = Design.independent(1030).withClusters(clusters);
        for (Metric<BinaryPredictions> metric :
                List.of(BinaryMetrics.ROC_AUC, BinaryMetrics.GINI, BinaryMetrics.AVERAGE_PRECISION)) {
            Estimate estimate = IntervalEstimator.of(design, 0.95).estimate(metric, rows);
            assertEquals(Optional.empty(), estimate.population(), metric.name());
            assertEquals(0, Linearisation.degreesOfFreedomAtMost(design, metric, rows), metric.name());
        }
    }

    @Test
    void degreesOfFreedomAreThoseOfTheClustersOfTheRarerClass() {
        BinaryPredictions rows = rows(60, 1000);
        int[] clusters = new int[1060];
        Arrays.setAll(clusters, row -> row < 60 ? row / 20 : row - 57);
        Design design = Design.independent(1060).withClusters(clusters);
        assertEquals(2, Linearisation.degreesOfFreedomAtMost(design, BinaryMetrics.ROC_AUC, rows));
        assertEquals(59, Linearisation.degreesOfFreedomAtMost(Design.independent(1060), BinaryMetrics.ROC_AUC, rows));
    }

    @Test
    void aRowThatOutweighsAllOthersGivesNoInterval() {
        double[] weights = new double[10_000];
        Arrays.fill(weights, 1);
        weights[0] = 1e6;
        BinaryPredictions rows = rows(1000, 9000).withWeights(weights);
        assertEquals(
                Optional.empty(),
                independent(rows, BinaryMetrics.ACCURACY.at(0.5)).population());
    }

    @Test
    void equalWeightsGiveTheIntervalsOfNone() {
        BinaryPredictions rows = rows(6, 40);
        for (double weight : new double[] {1, 0.1, 3, 1e100, 1e-100}) {
            double[] weights = new double[46];
            Arrays.fill(weights, weight);
            for (Metric<BinaryPredictions> metric :
                    List.of(BinaryMetrics.ROC_AUC, BinaryMetrics.AVERAGE_PRECISION, BinaryMetrics.ACCURACY.at(0.5))) {
                Interval none = independent(rows, metric).population().orElseThrow();
                Interval equal = independent(rows.withWeights(weights), metric)
                        .population()
                        .orElseThrow();
                assertEquals(none.method(), equal.method());
                assertEquals(none.lower(), equal.lower(), 1e-12, metric.name());
                assertEquals(none.upper(), equal.upper(), 1e-12, metric.name());
            }
        }
    }

    @Test
    void clusterNumbersWithGapsAreNumberedAnew() {
        Design design = Design.independent(3).withClusters(new int[] {Integer.MAX_VALUE, 7, Integer.MAX_VALUE});
        assertEquals(2, design.units());
        assertEquals(1, design.unit(0));
        assertEquals(0, design.unit(1));
    }

    @Test
    void aClusterLiesWithinOneStratum() {
        Design sample = Design.stratified(new int[] {0, 1}, new int[] {1, 1}, new int[] {1, 1});
        assertRefused(
                "a cluster must lie within one stratum, got cluster 5 in strata 0 and 1",
                () -> sample.withClusters(new int[] {5, 5}));
    }

    @Test
    void influenceThatIsNoNumberIsRefused() {
        BinaryPredictions rows = rows(1, 2);
        assertRefused(
                "influence must be a number where a row counts, got NaN at row 1",
                () -> Linearisation.variance(Design.independent(3), rows, new double[] {0, Double.NaN, 1}));
        double[] absent = {1, 0, 1};
        assertTrue(Linearisation.variance(
                                Design.independent(3), rows.withWeights(absent), new double[] {-1, Double.NaN, 1})
                        .value()
                > 0);
    }

    private static Estimate independent(BinaryPredictions rows, Metric<BinaryPredictions> metric) {
        return IntervalEstimator.of(Design.independent(rows.rows()), 0.95).estimate(metric, rows);
    }

    private static BinaryPredictions rows(int positives, int negatives) {
        Random random = new Random(1);
        boolean[] labels = new boolean[positives + negatives];
        double[] scores = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = row < positives;
            scores[row] = 1 / (1 + Math.exp(-random.nextGaussian() - (labels[row] ? 1 : -1)));
        }
        return BinaryPredictions.of(labels, scores);
    }
}
