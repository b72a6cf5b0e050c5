package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.compare.PairedComparison;
import io.github.tiercel.metrics.multiclass.MulticlassMetrics;
import io.github.tiercel.metrics.ranking.RankingMetrics;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ErrorPlanTest {

    private static final double LEVEL = 0.95;
    private static final double TOLERANCE = 1e-9;

    /** Ten of a hundred rows, all in one stratum, half of them right. */
    @Test
    void aMeanIsPlannedByCochransFormula() {
        double[] labels = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        double[] weights = new double[10];
        Arrays.fill(weights, 10);
        RegressionPredictions predictions = RegressionPredictions.wrap(labels, new double[10], weights);
        Design design = Design.stratified(new int[10], new int[] {10}, new int[] {100});
        ErrorPlan plan = plan(design, RegressionMetrics.MAE, predictions).orElseThrow();
        // The values 1 to 10 have the variance 55/6.
        double variance = 55.0 / 6 * (1.0 / 40 - 1.0 / 100);
        double expected = Quantiles.student(0.975, 39) * Math.sqrt(variance);
        assertEquals(expected, plan.fullSetHalfWidth(new int[] {40}), TOLERANCE);
        assertEquals(0, plan.fullSetHalfWidth(new int[] {100}));
        // The set itself is a sample of the world, with the variance sum u² N/(N-1) of all its rows.
        double ofSet = 8.25 / 99;
        assertEquals(
                Quantiles.student(0.975, 99) * Math.sqrt(ofSet), plan.populationHalfWidth(new int[] {100}), TOLERANCE);
    }

    @Test
    void averagePrecisionIsPlannedByItsEffectivePositives() {
        // Few positives: Boyd's error is larger than the linearised one.
        DrawnSample sample = DrawnSample.of(new int[] {30, 300}, new int[] {60, 60_000}, 1, false, false, 5);
        ErrorPlan plan = plan(sample.design(), BinaryMetrics.AVERAGE_PRECISION, sample.predictions())
                .orElseThrow();
        int[] grown = {60, 15_000};
        double value =
                BinaryMetrics.AVERAGE_PRECISION.value(sample.predictions()).orNaN();
        double effective = Math.sqrt(60 * 60 * 0.25);
        double boyd = Math.sqrt(0.75 / (effective * value * (1 - value)));
        double reach = Quantiles.student(0.975, effective - 1) * boyd;
        double logit = Math.log(value / (1 - value));
        double expected = (1 / (1 + Math.exp(-logit - reach)) - 1 / (1 + Math.exp(-logit + reach))) / 2;
        assertTrue(plan.fullSetHalfWidth(grown) >= expected * (1 - TOLERANCE));
        assertEquals(expected, plan.fullSetHalfWidth(grown), 0.05 * expected);
    }

    @Test
    void aPlanFromAllRowsSaysWhatSmallerSamplesWouldTell() {
        // All rows, taken as a sample; and a sample of them, in which rows are drawn from the same distribution.
        DrawnSample all = DrawnSample.of(new int[] {2000, 8000}, new int[] {2000, 8000}, 1, false, false, 6);
        DrawnSample some = DrawnSample.of(new int[] {400, 600}, new int[] {2000, 8000}, 1, false, false, 7);
        for (Metric<BinaryPredictions> metric :
                List.of(BinaryMetrics.ROC_AUC, BinaryMetrics.LOG_LOSS, BinaryMetrics.AVERAGE_PRECISION)) {
            double planned =
                    plan(all.design(), metric, all.predictions()).orElseThrow().fullSetHalfWidth(some.sampled());
            Estimate found = IntervalEstimator.of(some.design(), LEVEL).estimate(metric, some.predictions());
            assertEquals(planned, found.fullSet().orElseThrow().width() / 2, 0.15 * planned, metric.name());
        }
    }

    @Test
    void everyTaskIsPlannedByItsInterval() {
        Random random = new Random(3);
        int rows = 400;
        int[] strata = new int[rows];
        Arrays.setAll(strata, row -> row % 4);
        Design design = Design.stratified(strata, new int[] {100, 100, 100, 100}, new int[] {100, 300, 500, 900});
        double[] weights = new double[rows];
        Arrays.setAll(weights, design::sampleWeight);
        double[] numbers = new double[rows];
        double[] predicted = new double[rows];
        double[][] scores = new double[3][rows];
        int[] classes = new int[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = random.nextGaussian();
            predicted[row] = numbers[row] + random.nextGaussian();
            classes[row] = strata[row] % 3;
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                scores[c][row] = random.nextDouble() + (c == classes[row] ? 0.5 : 0);
                sum += scores[c][row];
            }
            for (int c = 0; c < 3; c++) {
                scores[c][row] /= sum;
            }
        }
        assertPlanned(design, RegressionMetrics.RMSE, RegressionPredictions.wrap(numbers, predicted, weights));
        assertPlanned(design, RegressionMetrics.R2, RegressionPredictions.wrap(numbers, predicted, weights));
        MulticlassPredictions several = MulticlassPredictions.wrap(List.of("a", "b", "c"), classes, scores, weights);
        assertPlanned(design, MulticlassMetrics.LOG_LOSS, several);
        assertPlanned(design, MulticlassMetrics.ACCURACY, several);
        assertPlanned(design, MulticlassMetrics.named("roc_auc_ovr").orElseThrow(), several);
    }

    @Test
    void queriesAreTheUnitsOfARankingsPlan() {
        Random random = new Random(4);
        int rows = 600;
        int[] queries = new int[rows];
        Arrays.setAll(queries, row -> row / 10);
        double[] relevance = new double[rows];
        Arrays.setAll(relevance, row -> random.nextInt(4) == 0 ? 1 : 0);
        double[] scores = new double[rows];
        Arrays.setAll(scores, row -> relevance[row] + random.nextGaussian());
        double[] weights = new double[rows];
        Arrays.fill(weights, 50);
        RankingPredictions predictions = RankingPredictions.wrap(queries, relevance, scores, weights);
        Design design = Design.stratified(new int[rows], new int[] {60}, new int[] {3000})
                .withClusters(queries);
        assertPlanned(design, RankingMetrics.named("ndcg@10").orElseThrow(), predictions);
        ErrorPlan plan = plan(design, RankingMetrics.named("ndcg@10").orElseThrow(), predictions)
                .orElseThrow();
        assertEquals(Double.POSITIVE_INFINITY, plan.fullSetHalfWidth(new int[] {29}));
        assertEquals(Double.POSITIVE_INFINITY, plan.populationHalfWidth(new int[] {29}));
    }

    private static <P extends Predictions> void assertPlanned(Design design, Metric<P> metric, P predictions) {
        Estimate estimate = IntervalEstimator.of(design, LEVEL).estimate(metric, predictions);
        ErrorPlan plan = plan(design, metric, predictions).orElseThrow();
        double fullSet = estimate.fullSet().orElseThrow().width() / 2;
        assertEquals(fullSet, plan.fullSetHalfWidth(design.sampledSizes()), TOLERANCE, metric.name());
        double population = estimate.population().orElseThrow().width() / 2;
        assertEquals(population, plan.populationHalfWidth(design.sampledSizes()), TOLERANCE, metric.name());
    }

    @Test
    void differencesArePlannedByTheirOwnSpread() {
        DrawnSample sample = DrawnSample.of(new int[] {200, 400}, new int[] {500, 9000}, 1, false, false, 8);
        BinaryPredictions candidate = sample.predictions();
        Random random = new Random(9);
        double[] others = new double[candidate.rows()];
        Arrays.setAll(others, row -> Math.min(1, candidate.score(row) * (0.8 + 0.4 * random.nextDouble())));
        BinaryPredictions baseline = candidate.withScores(others);
        PairedComparison comparison = PairedComparison.of(sample.design(), LEVEL);
        for (Metric<BinaryPredictions> metric : List.of(
                BinaryMetrics.ROC_AUC,
                BinaryMetrics.AVERAGE_PRECISION,
                BinaryMetrics.LOG_LOSS,
                BinaryMetrics.ACCURACY,
                BinaryMetrics.F1)) {
            Difference difference = comparison.difference(metric, candidate, baseline);
            ErrorPlan plan = comparison
                    .plan(metric, candidate, metric.value(candidate), baseline, metric.value(baseline))
                    .orElseThrow();
            double expected = difference.interval().orElseThrow().width() / 2;
            assertEquals(expected, plan.populationHalfWidth(sample.sampled()), TOLERANCE, metric.name());
            assertTrue(plan.fullSetHalfWidth(sample.sampled()) < expected);
        }
    }

    @Test
    void modelsThatCannotDifferNeedNoPlan() {
        DrawnSample sample = DrawnSample.of(new int[] {20, 40}, new int[] {50, 900}, 1, false, false, 8);
        Value value = BinaryMetrics.ROC_AUC.value(sample.predictions());
        assertEquals(
                Optional.empty(),
                PairedComparison.of(sample.design(), LEVEL)
                        .plan(BinaryMetrics.ROC_AUC, sample.predictions(), value, sample.predictions(), value));
    }

    @Test
    void thereIsNoPlanWhereThereIsNoInterval() {
        DrawnSample sample = DrawnSample.of(new int[] {2, 40}, new int[] {50, 900}, 1, false, false, 8);
        IntervalEstimator estimator = IntervalEstimator.of(sample.design(), LEVEL);
        assertEquals(
                Optional.empty(),
                estimator.plan(
                        BinaryMetrics.ROC_AUC,
                        sample.predictions(),
                        Value.undefined(UndefinedReason.NOT_PROBABILITIES)));
        DrawnSample pairs = DrawnSample.of(new int[] {2, 40}, new int[] {50, 900}, 1, true, false, 8);
        assertEquals(Optional.empty(), plan(pairs.design(), BinaryMetrics.F1, pairs.predictions()));
        assertEquals(
                Optional.empty(),
                plan(sample.design(), BinaryMetrics.named("ks").orElseThrow(), sample.predictions()));
    }

    @Test
    void sizesMustBeThoseOfTheStrata() {
        DrawnSample sample = DrawnSample.of(new int[] {20, 40}, new int[] {50, 900}, 1, false, false, 8);
        ErrorPlan plan = plan(sample.design(), BinaryMetrics.ROC_AUC, sample.predictions())
                .orElseThrow();
        assertMessage("sampled has 1 strata but the design has 2", () -> plan.fullSetHalfWidth(new int[] {20}));
        assertMessage(
                "sampled must be in [2, 900], got 901 in stratum 1", () -> plan.fullSetHalfWidth(new int[] {20, 901}));
        assertMessage(
                "sampled must be in [2, 50], got 1 in stratum 0", () -> plan.populationHalfWidth(new int[] {1, 900}));
    }

    @Test
    void aDesignWithoutStrataIsRefused() {
        BinaryPredictions predictions = new Binormal(0.3).draw(100, new Random(1));
        assertMessage(
                "a plan needs the strata of a sample, but the design has none; take all rows as a sample of which"
                        + " nothing is left out",
                () -> plan(Design.independent(100), BinaryMetrics.ROC_AUC, predictions));
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static <P extends Predictions> Optional<ErrorPlan> plan(Design design, Metric<P> metric, P predictions) {
        return IntervalEstimator.of(design, LEVEL).plan(metric, predictions, metric.value(predictions));
    }
}
