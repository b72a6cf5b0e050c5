package io.github.tiercel.metrics.regression;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Names, directions and the few cases that need words. */
class RegressionMetricsTest {

    private static final RegressionPredictions FOUR =
            RegressionPredictions.of(new double[] {3, -0.5, 2, 7}, new double[] {2.5, 0, 2, 8});

    @Test
    void everyMetricIsFoundByItsName() {
        for (Metric<RegressionPredictions> metric : RegressionMetrics.all()) {
            assertEquals(Optional.of(metric), RegressionMetrics.named(metric.name()));
        }
        assertEquals(
                RegressionMetrics.all().size(),
                RegressionMetrics.all().stream().map(Metric::name).distinct().count());
    }

    @Test
    void errorsFallAndCorrelationsRise() {
        Set<String> rising = RegressionMetrics.all().stream()
                .filter(metric -> metric.direction() == Direction.HIGHER_IS_BETTER)
                .map(Metric::name)
                .collect(Collectors.toSet());
        assertEquals(
                Set.of("r2", "explained_variance", "concordance", "pearson", "spearman", "kendall", "ccc"), rising);
    }

    @Test
    void allButTheMedianAndTheMaximumAreSmooth() {
        List<String> rough = RegressionMetrics.all().stream()
                .filter(metric -> !(metric instanceof SmoothMetric))
                .map(Metric::name)
                .toList();
        assertEquals(List.of("median_ae", "max_error"), rough);
    }

    @Test
    void pinballIsNamedByItsQuantile() {
        assertEquals(Optional.of(new Pinball(0.9)), RegressionMetrics.named("pinball_0.9"));
        assertEquals(Optional.empty(), RegressionMetrics.named("pinball_0.90"));
        assertEquals("pinball_0.0005", new Pinball(0.0005).name());
        assertEquals(Optional.of(new Pinball(1e-20)), RegressionMetrics.named(new Pinball(1e-20).name()));
    }

    @Test
    void unknownNamesGiveNothing() {
        for (String name : List.of("", "MAE", "pinball", "pinball_", "pinball_0.0", "pinball_1", "pinball_1.5")) {
            assertEquals(Optional.empty(), RegressionMetrics.named(name), name);
        }
        assertEquals(Optional.empty(), RegressionMetrics.named("pinball_NaN"));
        assertEquals(Optional.empty(), RegressionMetrics.named("pinball_0." + "9".repeat(40)));
    }

    @Test
    void quantilesOutsideTheUnitIntervalAreRefused() {
        assertRefused("alpha must be in (0, 1), got 1.0", () -> new Pinball(1));
        assertRefused("alpha must be in (0, 1), got NaN", () -> new Pinball(Double.NaN));
    }

    @Test
    void medianOfAnEvenNumberOfEqualRowsIsTheMiddle() {
        RegressionPredictions two = RegressionPredictions.of(new double[] {0, 0}, new double[] {1, 3});
        assertEquals(Value.of(2), RegressionMetrics.MEDIAN_AE.value(two));
        assertEquals(Value.of(1), RegressionMetrics.MEDIAN_AE.value(two.withWeights(new double[] {1.01, 1})));
        assertEquals(Value.of(2), RegressionMetrics.MEDIAN_AE.value(two.withWeights(new double[] {0.1, 0.1})));
    }

    @Test
    void roundingOfWeightsDoesNotMoveTheMedian() {
        // Three weights of 0.1 sum to a little more than 0.3, yet to half of all.
        double[] zeros = new double[4];
        RegressionPredictions heavyLast = RegressionPredictions.of(zeros, new double[] {1, 1, 1, 3});
        assertEquals(
                Value.of(2), RegressionMetrics.MEDIAN_AE.value(heavyLast.withWeights(new double[] {.1, .1, .1, .3})));
        RegressionPredictions heavyFirst = RegressionPredictions.of(zeros, new double[] {1, 3, 3, 3});
        assertEquals(
                Value.of(2), RegressionMetrics.MEDIAN_AE.value(heavyFirst.withWeights(new double[] {.3, .1, .1, .1})));
    }

    @Test
    void smallerMediansAreBetter() {
        assertEquals(Direction.LOWER_IS_BETTER, RegressionMetrics.MEDIAN_AE.direction());
    }

    @Test
    void exactPredictionsHaveNoInfluenceOnTheRootOfTheSquaredError() {
        RegressionPredictions exact = RegressionPredictions.of(new double[] {1, 2}, new double[] {1, 2});
        assertArrayEquals(new double[2], RegressionMetrics.RMSE.influence(exact));
    }

    @Test
    void symmetricPercentageErrorOfHugeNumbersIsFinite() {
        RegressionPredictions huge = RegressionPredictions.of(new double[] {1.6e308}, new double[] {0.8e308});
        assertEquals(2 / 3.0, RegressionMetrics.SMAPE.value(huge).orNaN(), 1e-15);
    }

    @Test
    void varianceTooLargeForADoubleIsNoValue() {
        RegressionPredictions label = RegressionPredictions.of(new double[] {0, 1e200}, new double[] {1, 1e200});
        RegressionPredictions predicted = RegressionPredictions.of(new double[] {0, 1}, new double[] {0, 1e200});
        Value notFinite = Value.undefined(UndefinedReason.NOT_FINITE);
        assertEquals(notFinite, RegressionMetrics.R2.value(label));
        assertEquals(notFinite, RegressionMetrics.EXPLAINED_VARIANCE.value(label));
        assertEquals(notFinite, RegressionMetrics.CCC.value(label));
        assertEquals(notFinite, RegressionMetrics.CCC.value(predicted));
        assertEquals(notFinite, RegressionMetrics.PEARSON.value(predicted));
    }

    @Test
    void ownErrorNeedsOneMethodOnly() {
        assertEquals(Value.of(0.5), new CappedError(0.5).value(FOUR.select(new int[] {0, 1, 3})));
        assertTrue(new CappedError(0.5).range().contains(0));
        assertFalse(new CappedError(0.5).needsProbabilities());
    }

    private record CappedError(double cap) implements RowErrorMetric {

        @Override
        public String name() {
            return "capped_error";
        }

        @Override
        public double rowError(double label, double predicted) {
            return Math.min(cap, Math.abs(label - predicted));
        }
    }

    @Test
    void noReplicateExceedsTheLargestError() {
        assertFalse(RegressionMetrics.named("max_error").orElseThrow().isBootstrapped());
        assertTrue(RegressionMetrics.named("median_ae").orElseThrow().isBootstrapped());
    }
}
