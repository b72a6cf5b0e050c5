package io.github.tiercel.metrics.interval;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class IntervalEstimatorTest {

    @Test
    void aPerfectRankingIsNotCertain() {
        Estimate auc = plain(BinaryMetrics.ROC_AUC, ReferenceTable.predictions("perfect6", "score"));
        assertEquals(1, auc.value().orNaN());
        // Three rows of the rarer class: 0.025^(1/3).
        assertEquals(0.29240177382128657, auc.population().orElseThrow().lower(), 1e-12);
        assertEquals(1, auc.population().orElseThrow().upper());
        assertEquals("edge", auc.gate().orElseThrow().method());
        assertEquals(Set.of(EstimateFlag.AT_THE_EDGE, EstimateFlag.SMALL_SAMPLE), auc.flags());
        assertTrue(auc.standardError().isEmpty());
    }

    @Test
    void fewHeavyRowsTellNoMoreThanFewRowsAtTheEdge() {
        int rows = 2000;
        boolean[] labels = new boolean[rows];
        double[] weights = new double[rows];
        Arrays.fill(weights, 1);
        Arrays.fill(weights, 0, 4, 100_000);
        Estimate accuracy = plain(BinaryMetrics.ACCURACY, BinaryPredictions.of(labels, new double[rows], weights));
        // Kish's effective number is just above 4.
        assertEquals(Math.pow(0.025, 0.25), accuracy.gate().orElseThrow().lower(), 1e-12);
    }

    @Test
    void aShareOfOneClassNeedsNoOtherClassAtTheEdge() {
        double[] ones = new double[100];
        Arrays.fill(ones, 1);
        Estimate specificity =
                plain(BinaryMetrics.SPECIFICITY, BinaryPredictions.of(new boolean[100], new double[100], ones));
        assertEquals(Math.pow(0.025, 0.01), specificity.gate().orElseThrow().lower(), 1e-12);
    }

    @Test
    void aPerfectlyWrongRankingIsNotCertainEither() {
        Interval interval = plain(BinaryMetrics.ROC_AUC, ReferenceTable.predictions("inverted6", "score"))
                .population()
                .orElseThrow();
        assertEquals(0, interval.lower());
        assertEquals(1 - 0.29240177382128657, interval.upper(), 1e-12);
    }

    @Test
    void rowsOfOneClusterTellNoMoreThanOneRowAtTheEdge() {
        boolean[] labels = new boolean[40];
        double[] scores = new double[40];
        int[] clusters = new int[40];
        for (int row = 0; row < 40; row++) {
            labels[row] = row % 2 == 0;
            scores[row] = labels[row] ? 0.9 : 0.1;
            clusters[row] = row / 20;
        }
        Estimate auc = IntervalEstimator.of(Design.independent(40).withClusters(clusters), 0.95)
                .estimate(BinaryMetrics.ROC_AUC, BinaryPredictions.of(labels, scores));
        assertEquals(Math.sqrt(0.025), auc.population().orElseThrow().lower(), 1e-12);
    }

    @Test
    void precisionAtTheEdgeRestsOnThePredictedPositives() {
        BinaryPredictions predictions =
                BinaryPredictions.of(new boolean[] {true, true, false, true}, new double[] {0.9, 0.8, 0.1, 0.2});
        Interval interval =
                plain(BinaryMetrics.PRECISION, predictions).population().orElseThrow();
        assertEquals(Math.sqrt(0.025), interval.lower(), 1e-12);
    }

    @Test
    void correlationsAtTheEdgeReachOverTheirWholeRange() {
        BinaryPredictions predictions = ReferenceTable.predictions("perfect6", "score");
        Interval interval =
                plain(BinaryMetrics.MCC.at(0.6), predictions).population().orElseThrow();
        assertEquals(1, interval.upper());
        assertEquals(1 - 2 * (1 - 0.29240177382128657), interval.lower(), 1e-12);
    }

    @Test
    void valuesWithoutSpreadGetNoInterval() {
        Estimate auc = plain(BinaryMetrics.ROC_AUC, ReferenceTable.predictions("alltied6", "score"));
        assertEquals(0.5, auc.value().orNaN());
        assertEquals(Optional.empty(), auc.population());
        assertEquals(Optional.empty(), auc.gate());
        assertEquals(
                Optional.empty(),
                plain(BinaryMetrics.LOG_LOSS, ReferenceTable.predictions("alltied6", "score"))
                        .population());
    }

    @Test
    void oneRowOfAClassGivesRankMetricsNoInterval() {
        assertEquals(
                Optional.empty(),
                plain(BinaryMetrics.ROC_AUC, ReferenceTable.predictions("oneneg5", "score"))
                        .population());
        Estimate ap = plain(BinaryMetrics.AVERAGE_PRECISION, ReferenceTable.predictions("onepos10", "score"));
        assertEquals(Optional.empty(), ap.population());
        assertEquals(Set.of(EstimateFlag.SMALL_SAMPLE), ap.flags());
    }

    @Test
    void undefinedValuesGetNoInterval() {
        Estimate auc = plain(BinaryMetrics.ROC_AUC, ReferenceTable.predictions("allneg4", "score"));
        assertEquals(Optional.of(UndefinedReason.NO_POSITIVES), auc.value().reason());
        assertEquals(Optional.empty(), auc.population());
        assertEquals(4, auc.rows());
        assertEquals(0, auc.positives());
    }

    @Test
    void metricsWithoutInfluenceValuesGetAValueOnly() {
        Estimate best = plain(BinaryMetrics.BEST_F1, ReferenceTable.predictions("b60", "score"));
        assertTrue(best.value().isDefined());
        assertEquals(Optional.empty(), best.population());
        assertEquals(Optional.empty(), best.gate());
    }

    @Test
    void countsOfRowsGetWilsonAndGatesTheExactInterval() {
        Estimate accuracy = plain(BinaryMetrics.ACCURACY, ReferenceTable.predictions("b60", "score"));
        double right = Math.rint(accuracy.value().orNaN() * 60);
        assertEquals(
                ProportionInterval.WILSON.of(right, 60, 0.95),
                accuracy.population().orElseThrow());
        assertEquals(
                ProportionInterval.CLOPPER_PEARSON.of(right, 60, 0.95),
                accuracy.gate().orElseThrow());
    }

    @Test
    void weightedRowsAreNoLongerCounted() {
        BinaryPredictions plain = ReferenceTable.predictions("b60", "score");
        double[] weights = ReferenceTable.read("datasets/b60.csv").numbers("weight");
        Estimate estimate = plain(BinaryMetrics.ACCURACY, plain.withWeights(weights));
        assertEquals("influence-logit-t", estimate.population().orElseThrow().method());
        assertEquals(
                "influence-logit-t",
                plain(BinaryMetrics.ROC_AUC, plain.withWeights(weights))
                        .population()
                        .orElseThrow()
                        .method());
    }

    @Test
    void highAucWithFewRowsIsGuardedByThePlanningError() {
        boolean[] labels = new boolean[100];
        double[] scores = new double[100];
        for (int row = 0; row < 100; row++) {
            labels[row] = row < 10;
            scores[row] = row < 10 ? 0.9 - row / 100.0 : 0.5 - row / 1000.0;
        }
        scores[9] = 0.47;
        BinaryPredictions predictions = BinaryPredictions.of(labels, scores);
        Estimate auc = plain(BinaryMetrics.ROC_AUC, predictions);
        assertTrue(auc.value().orNaN() > 0.95 && auc.value().orNaN() < 1);
        assertTrue(auc.flags().contains(EstimateFlag.GUARDED));
        assertEquals(
                AucError.hanleyMcNeil(auc.value().orNaN(), 10, 90),
                auc.standardError().orElseThrow(),
                1e-15);
    }

    @Test
    void averagePrecisionForGatesIsAtLeastAsWideAsBoyds() {
        BinaryPredictions predictions = new Binormal(0.3).draw(1000, new Random(5));
        Estimate ap = plain(BinaryMetrics.AVERAGE_PRECISION, predictions);
        double value = ap.value().orNaN();
        double boyd = Math.sqrt(value * (1 - value) / predictions.positives());
        assertTrue(predictions.positives() >= 50);
        assertEquals("influence-logit-t", ap.population().orElseThrow().method());
        assertEquals("influence-boyd-logit-t", ap.gate().orElseThrow().method());
        assertTrue(
                ap.gate().orElseThrow().width() >= ap.population().orElseThrow().width());
        double t = Quantiles.student(0.975, predictions.positives() - 1.0);
        double reach = t * Math.max(boyd, ap.standardError().orElseThrow()) / (value * (1 - value));
        assertEquals(
                1 / (1 + Math.exp(reach - Math.log(value / (1 - value)))),
                ap.gate().orElseThrow().lower(),
                1e-12);
    }

    @Test
    void fewClustersInASampleGiveNoInterval() {
        for (int clusters : new int[] {29, 30}) {
            int rows = 10 * clusters;
            BinaryPredictions predictions = new Binormal(0.4).draw(rows, new Random(3));
            int[] cluster = new int[rows];
            Arrays.setAll(cluster, row -> row / 10);
            Design design = Design.stratified(new int[rows], new int[] {clusters}, new int[] {1000})
                    .withClusters(cluster);
            Estimate auc = IntervalEstimator.of(design, 0.95).estimate(BinaryMetrics.ROC_AUC, predictions);
            assertEquals(clusters == 30, auc.population().isPresent());
            assertEquals(clusters == 30, auc.fullSet().isPresent());
        }
    }

    @Test
    void onlyASampleHasAnIntervalForTheFullSet() {
        BinaryPredictions predictions = new Binormal(0.4).draw(200, new Random(3));
        assertEquals(
                Optional.empty(), plain(BinaryMetrics.LOG_LOSS, predictions).fullSet());
        Design design = Design.stratified(new int[200], new int[] {200}, new int[] {300});
        double[] weights = new double[200];
        Arrays.fill(weights, 1.5);
        for (Metric<BinaryPredictions> metric : BinaryMetrics.all()) {
            Estimate sampled = IntervalEstimator.of(design, 0.95).estimate(metric, predictions.withWeights(weights));
            assertEquals(sampled.population().isPresent(), sampled.fullSet().isPresent(), metric.name());
            sampled.fullSet()
                    .ifPresent(full -> assertTrue(
                            full.width() <= sampled.population().orElseThrow().width(), metric.name()));
        }
    }

    @Test
    void sharesInASampleAreJoinedOverStrataByWilson() {
        BinaryPredictions plain = ReferenceTable.predictions("perfect6", "score");
        int[] strata = {0, 0, 0, 1, 1, 1};
        Design design = Design.stratified(strata, new int[] {3, 3}, new int[] {30, 3});
        double[] weights = {10, 10, 10, 1, 1, 1};
        Estimate accuracy =
                IntervalEstimator.of(design, 0.95).estimate(BinaryMetrics.ACCURACY.at(0.6), plain.withWeights(weights));
        assertEquals(1, accuracy.value().orNaN(), 1e-15);
        // 3 of 30 rows without a mistake count as 3 * 29/27 of infinitely many; the other stratum is whole.
        double limit = ProportionInterval.WILSON.of(29 / 9.0, 29 / 9.0, 0.95).lower();
        assertEquals(
                1 - 30 / 33.0 * (1 - limit), accuracy.fullSet().orElseThrow().lower(), 1e-12);
        assertEquals("mover-wilson", accuracy.fullSet().orElseThrow().method());
    }

    @Test
    void fewRowsOfAClassAreFlagged() {
        boolean[] labels = new boolean[100];
        double[] scores = new Random(1).doubles(100).toArray();
        Arrays.fill(labels, 0, 24, true);
        assertTrue(plain(BinaryMetrics.BRIER, BinaryPredictions.of(labels, scores))
                .flags()
                .contains(EstimateFlag.SMALL_SAMPLE));
        labels[24] = true;
        assertFalse(plain(BinaryMetrics.BRIER, BinaryPredictions.of(labels, scores))
                .flags()
                .contains(EstimateFlag.SMALL_SAMPLE));
    }

    @Test
    void giniHasTheIntervalOfRocAucStretched() {
        for (String dataset : new String[] {"b60", "b200r", "perfect6"}) {
            BinaryPredictions predictions = ReferenceTable.predictions(dataset, "score");
            Estimate auc = plain(BinaryMetrics.ROC_AUC, predictions);
            Estimate gini = plain(BinaryMetrics.GINI, predictions);
            Interval expected = auc.population().orElseThrow();
            Interval actual = gini.population().orElseThrow();
            assertEquals(2 * expected.lower() - 1, actual.lower());
            assertEquals(2 * expected.upper() - 1, actual.upper());
            assertEquals(expected.method(), actual.method());
            assertEquals(gini.population(), gini.gate());
            assertEquals(auc.flags(), gini.flags());
            assertEquals(
                    2 * auc.standardError().orElse(Double.NaN),
                    gini.standardError().orElse(Double.NaN));
        }
    }

    @Test
    void everyAreaUnderThePrecisionRecallCurveIsGuardedByBoydsError() {
        BinaryPredictions predictions = ReferenceTable.predictions("b60", "score");
        for (Metric<BinaryPredictions> area : List.of(BinaryMetrics.PR_AUC_DG, BinaryMetrics.PR_AUC_TRAPEZOID)) {
            Interval gate = plain(area, predictions).gate().orElseThrow();
            assertEquals("influence-boyd-logit-t", gate.method());
            double value = area.value(predictions).orNaN();
            double boyd = Math.sqrt(value * (1 - value) / predictions.positives());
            assertTrue(plain(area, predictions).standardError().orElseThrow() >= boyd);
        }
    }

    @Test
    void negativePredictiveValueAtTheEdgeRestsOnThePredictedNegatives() {
        boolean[] labels = new boolean[100];
        double[] scores = new double[100];
        Arrays.fill(labels, 0, 50, true);
        Arrays.fill(scores, 0, 95, 0.9);
        Interval interval = plain(BinaryMetrics.NPV, BinaryPredictions.of(labels, scores))
                .gate()
                .orElseThrow();
        assertEquals(Math.pow(0.025, 0.2), interval.lower(), 1e-12);
    }

    @Test
    void badArgumentsAreRefused() {
        Design design = Design.independent(3);
        assertRefused("level must be in (0, 1), got 1.0", () -> IntervalEstimator.of(design, 1));
        assertRefused("level must be in (0, 1), got NaN", () -> IntervalEstimator.of(design, Double.NaN));
        assertRefused("predictions has 60 rows but the design has 3", () -> IntervalEstimator.of(design, 0.95)
                .estimate(BinaryMetrics.ROC_AUC, ReferenceTable.predictions("b60", "score")));
    }

    private static Estimate plain(Metric<BinaryPredictions> metric, BinaryPredictions predictions) {
        return IntervalEstimator.of(Design.independent(predictions.rows()), 0.95)
                .estimate(metric, predictions);
    }

    @Test
    void aSpreadOfRoundingIsNone() {
        BinaryPredictions oneClass = BinaryPredictions.of(new boolean[] {true, true, true}, new double[] {.1, .4, .7});
        Estimate estimate = IntervalEstimator.of(Design.independent(3), 0.95)
                .estimate(BinaryMetrics.named("cohen_kappa").orElseThrow(), oneClass);
        assertEquals(0, estimate.value().orNaN(), 1e-15);
        assertEquals(Optional.empty(), estimate.population());
        assertEquals(Optional.empty(), estimate.gate());
    }
}
