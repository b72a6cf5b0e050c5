package io.github.tiercel.metrics.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws that every registered metric keeps. */
class BinaryMetricsProperties {

    /** Values are of size 1, or 36 for log-loss: this leaves room for a few dozen roundings of each. */
    private static final double TOLERANCE = 1e-12;

    /** Relative step of a weight in a central difference, whose own error is some STEP² = 1e-8. */
    private static final double STEP = 1e-4;

    private static final double DIFFERENCE_TOLERANCE = 1e-7;

    @Provide
    Arbitrary<Metric<BinaryPredictions>> metrics() {
        List<Metric<BinaryPredictions>> metrics = new ArrayList<>(BinaryMetrics.all());
        metrics.add(new FBeta(2, 0.25));
        metrics.add(new FBeta(0.5, 0.75));
        metrics.add(new LogLoss(0.01));
        return Arbitraries.of(metrics);
    }

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.any();
    }

    @Property(seed = "42")
    void orderOfRowsDoesNotMatter(
            @ForAll("metrics") Metric<BinaryPredictions> metric,
            @ForAll("predictions") BinaryPredictions predictions,
            @ForAll Random random) {
        List<Integer> rows =
                new ArrayList<>(IntStream.range(0, predictions.rows()).boxed().toList());
        Collections.shuffle(rows, random);
        int[] order = rows.stream().mapToInt(Integer::intValue).toArray();
        assertEqual(metric, predictions, predictions.select(order));
    }

    @Property(seed = "42")
    void wholeWeightCountsAsRepetitionAndZeroAsAbsence(
            @ForAll("metrics") Metric<BinaryPredictions> metric,
            @ForAll("predictions") BinaryPredictions predictions,
            @ForAll Random random) {
        int[] times = random.ints(predictions.rows(), 0, 4).toArray();
        BinaryPredictions weighted = Variants.timesWeights(predictions, row -> times[row]);
        assertEqual(metric, Variants.repeated(predictions, times), weighted);
    }

    @Property(seed = "42")
    void onlyRatiosOfWeightsMatterHoweverLargeOrSmall(
            @ForAll("metrics") Metric<BinaryPredictions> metric, @ForAll("predictions") BinaryPredictions predictions) {
        assertEqual(metric, predictions, Variants.timesWeights(predictions, row -> 0x1p900));
        assertEqual(metric, predictions, Variants.timesWeights(predictions, row -> 0x1p-900));
    }

    @Property(seed = "42")
    void valueLiesInItsRange(
            @ForAll("metrics") Metric<BinaryPredictions> metric, @ForAll("predictions") BinaryPredictions predictions) {
        Value value = metric.value(predictions);
        assertTrue(!value.isDefined() || metric.range().contains(value.orNaN()), () -> metric.name() + " " + value);
    }

    @Property(seed = "42")
    void influenceValuesHaveMeanZeroAndAreTheDerivativeByWeight(
            @ForAll("metrics") Metric<BinaryPredictions> metric, @ForAll("predictions") BinaryPredictions predictions) {
        if (!(metric instanceof SmoothMetric<BinaryPredictions> smooth)
                || !metric.value(predictions).isDefined()) {
            return;
        }
        double[] influence = smooth.influence(predictions);
        double[] weights = Variants.weights(predictions);
        double total = Arrays.stream(weights).sum();
        double mean = 0;
        for (int row = 0; row < weights.length; row++) {
            double contribution = weights[row] * influence[row] / total;
            assertEquals(slope(metric, predictions, row), contribution, DIFFERENCE_TOLERANCE, metric.name());
            mean += contribution;
        }
        assertEquals(0, mean, TOLERANCE * influence.length, metric.name());
    }

    @Property(seed = "42")
    void groupsAndRowsGiveTheSameValue(@ForAll("predictions") BinaryPredictions predictions) {
        for (Metric<BinaryPredictions> metric : BinaryMetrics.all()) {
            if (metric instanceof ScoreGroupMetric grouped) {
                assertEqual(metric.name(), metric.value(predictions), grouped.value(predictions.groups()));
            }
        }
    }

    private static double slope(Metric<BinaryPredictions> metric, BinaryPredictions predictions, int row) {
        BinaryPredictions more = Variants.timesWeights(predictions, other -> other == row ? 1 + STEP : 1);
        BinaryPredictions less = Variants.timesWeights(predictions, other -> other == row ? 1 - STEP : 1);
        return (metric.value(more).orNaN() - metric.value(less).orNaN()) / (2 * STEP);
    }

    private static void assertEqual(
            Metric<BinaryPredictions> metric, BinaryPredictions expected, BinaryPredictions actual) {
        assertEqual(metric.name(), metric.value(expected), metric.value(actual));
    }

    private static void assertEqual(String name, Value expected, Value actual) {
        if (expected.isDefined() && actual.isDefined()) {
            assertEquals(expected.orNaN(), actual.orNaN(), TOLERANCE * Math.max(1, expected.orNaN()), name);
        } else {
            assertEquals(expected, actual, name);
        }
    }
}
