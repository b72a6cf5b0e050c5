package io.github.tiercel.metrics.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that every registered metric keeps. */
class RegressionMetricsProperties {

    /** Relative above 1: room for a few hundred roundings. */
    private static final double TOLERANCE = 1e-11;

    /** Relative step of a weight in a central difference, whose own error is some STEP² = 1e-8. */
    private static final double STEP = 1e-4;

    /** Relative to the size of the value. */
    private static final double DIFFERENCE_TOLERANCE = 1e-6;

    private static final Set<String> BLIND_TO_SHIFT = Set.of(
            "mae",
            "mse",
            "rmse",
            "r2",
            "explained_variance",
            "median_ae",
            "max_error",
            "pinball_0.5",
            "pinball_0.9",
            "concordance",
            "pearson",
            "spearman",
            "kendall",
            "ccc");
    private static final Set<String> IN_UNITS_OF_THE_LABEL =
            Set.of("mae", "rmse", "median_ae", "max_error", "pinball_0.5", "pinball_0.9");

    @Provide
    Arbitrary<Metric<RegressionPredictions>> metrics() {
        List<Metric<RegressionPredictions>> metrics = new ArrayList<>(RegressionMetrics.all());
        metrics.add(new Pinball(0.9));
        return Arbitraries.of(metrics);
    }

    @Provide
    Arbitrary<RegressionPredictions> predictions() {
        return RandomRegression.any();
    }

    @Property(seed = "42")
    void orderOfRowsDoesNotMatter(
            @ForAll("metrics") Metric<RegressionPredictions> metric,
            @ForAll("predictions") RegressionPredictions predictions,
            @ForAll Random random) {
        List<Integer> rows =
                new ArrayList<>(IntStream.range(0, predictions.rows()).boxed().toList());
        Collections.shuffle(rows, random);
        int[] order = rows.stream().mapToInt(Integer::intValue).toArray();
        assertEqual(metric, metric.value(predictions), metric.value(predictions.select(order)));
    }

    @Property(seed = "42")
    void wholeWeightCountsAsRepetitionAndZeroAsAbsence(
            @ForAll("metrics") Metric<RegressionPredictions> metric,
            @ForAll("predictions") RegressionPredictions predictions,
            @ForAll Random random) {
        int[] times = random.ints(predictions.rows(), 0, 4).toArray();
        RegressionPredictions weighted = RandomRegression.timesWeights(predictions, row -> times[row]);
        RegressionPredictions repeated = RandomRegression.repeated(predictions, times);
        assertEqual(metric, metric.value(repeated), metric.value(weighted));
    }

    @Property(seed = "42")
    void onlyRatiosOfWeightsMatterHoweverLargeOrSmall(
            @ForAll("metrics") Metric<RegressionPredictions> metric,
            @ForAll("predictions") RegressionPredictions predictions) {
        Value value = metric.value(predictions);
        assertEquals(value, metric.value(RandomRegression.timesWeights(predictions, row -> 0x1p900)));
        assertEquals(value, metric.value(RandomRegression.timesWeights(predictions, row -> 0x1p-900)));
    }

    @Property(seed = "42")
    void valueLiesInItsRange(
            @ForAll("metrics") Metric<RegressionPredictions> metric,
            @ForAll("predictions") RegressionPredictions predictions) {
        Value value = metric.value(predictions);
        assertTrue(!value.isDefined() || metric.range().contains(value.orNaN()), () -> metric.name() + " " + value);
    }

    @Property(seed = "42")
    void influenceValuesHaveMeanZeroAndAreTheDerivativeByWeight(
            @ForAll("metrics") Metric<RegressionPredictions> metric,
            @ForAll("predictions") RegressionPredictions predictions) {
        if (!(metric instanceof SmoothMetric<RegressionPredictions> smooth)
                || !metric.value(predictions).isDefined()) {
            return;
        }
        double[] influence = smooth.influence(predictions);
        double[] weights = RandomRegression.weights(predictions);
        double total = Arrays.stream(weights).sum();
        double size = Math.max(1, Math.abs(metric.value(predictions).orNaN()));
        double mean = 0;
        for (int row = 0; row < weights.length; row++) {
            double contribution = weights[row] * influence[row] / total;
            assertEquals(slope(metric, predictions, row), contribution, DIFFERENCE_TOLERANCE * size, metric.name());
            mean += contribution;
        }
        assertEquals(0, mean, TOLERANCE * size * influence.length, metric.name());
    }

    @Property(seed = "42")
    void sameShiftOfLabelsAndPredictionsChangesNoError(
            @ForAll("metrics") Metric<RegressionPredictions> metric,
            @ForAll("predictions") RegressionPredictions predictions) {
        if (BLIND_TO_SHIFT.contains(metric.name())) {
            // Sums with thousandths round: some 1e-13 of 1124, times what R² of little variance makes of it.
            RegressionPredictions shifted = RandomRegression.map(
                    predictions, row -> predictions.label(row) + 1024, row -> predictions.predicted(row) + 1024);
            assertNear(metric, metric.value(predictions), metric.value(shifted), 1e-8);
        }
    }

    @Property(seed = "42")
    void sameScaleOfLabelsAndPredictionsScalesTheErrorOrNothing(
            @ForAll("metrics") Metric<RegressionPredictions> metric,
            @ForAll("predictions") RegressionPredictions predictions) {
        Value value = metric.value(predictions);
        RegressionPredictions scaled = RandomRegression.map(
                predictions, row -> 4 * predictions.label(row), row -> 4 * predictions.predicted(row));
        double factor = metric.name().equals("mse") ? 16 : IN_UNITS_OF_THE_LABEL.contains(metric.name()) ? 4 : 1;
        boolean bounded = metric.name().equals("mape");
        if (!bounded || IntStream.range(0, predictions.rows()).allMatch(row -> predictions.label(row) != 0)) {
            Value expected = value.isDefined() ? Value.of(factor * value.orNaN()) : value;
            assertEqual(metric, expected, metric.value(scaled));
        }
    }

    private static double slope(Metric<RegressionPredictions> metric, RegressionPredictions predictions, int row) {
        RegressionPredictions more = RandomRegression.timesWeights(predictions, other -> other == row ? 1 + STEP : 1);
        RegressionPredictions less = RandomRegression.timesWeights(predictions, other -> other == row ? 1 - STEP : 1);
        return (metric.value(more).orNaN() - metric.value(less).orNaN()) / (2 * STEP);
    }

    private static void assertEqual(Metric<RegressionPredictions> metric, Value expected, Value actual) {
        assertNear(metric, expected, actual, TOLERANCE);
    }

    private static void assertNear(
            Metric<RegressionPredictions> metric, Value expected, Value actual, double tolerance) {
        if (expected.isDefined() && actual.isDefined()) {
            double size = Math.max(1, Math.abs(expected.orNaN()));
            assertEquals(expected.orNaN(), actual.orNaN(), tolerance * size, metric.name());
        } else {
            assertEquals(expected, actual, metric.name());
        }
    }
}
