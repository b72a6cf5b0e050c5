package io.github.tiercel.metrics.multiclass;

import static io.github.tiercel.metrics.multiclass.MulticlassVariants.reordered;
import static io.github.tiercel.metrics.multiclass.MulticlassVariants.repeated;
import static io.github.tiercel.metrics.multiclass.MulticlassVariants.timesWeights;
import static io.github.tiercel.metrics.multiclass.MulticlassVariants.weights;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
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

/** Laws that every registered metric of several classes keeps. */
class MulticlassMetricsProperties {

    /** Values are of size 1, or 36 for log-loss: this leaves room for a few dozen roundings of each. */
    private static final double TOLERANCE = 1e-12;

    /** Relative step of a weight in a central difference, whose own error is some STEP² = 1e-8. */
    private static final double STEP = 1e-4;

    private static final double DIFFERENCE_TOLERANCE = 1e-7;

    @Provide
    Arbitrary<Metric<MulticlassPredictions>> metrics() {
        List<Metric<MulticlassPredictions>> metrics = new ArrayList<>(MulticlassMetrics.all());
        metrics.add(MulticlassMetrics.topK(1));
        metrics.add(MulticlassMetrics.topK(2));
        metrics.add(MulticlassMetrics.logLoss(0.01, true));
        metrics.add(MulticlassMetrics.precision("class 0"));
        metrics.add(MulticlassMetrics.recall("class 0"));
        metrics.add(MulticlassMetrics.f1("class 0"));
        metrics.add(MulticlassMetrics.fBeta(0.5, "class 0"));
        return Arbitraries.of(metrics);
    }

    @Provide
    Arbitrary<MulticlassPredictions> predictions() {
        return RandomMulticlass.any();
    }

    @Provide
    Arbitrary<MulticlassPredictions> withoutTies() {
        return RandomMulticlass.withoutTies();
    }

    @Property(seed = "42")
    void orderOfRowsDoesNotMatter(
            @ForAll("metrics") Metric<MulticlassPredictions> metric,
            @ForAll("predictions") MulticlassPredictions predictions,
            @ForAll Random random) {
        assertEqual(metric, predictions, predictions.select(shuffled(predictions.rows(), random)));
    }

    @Property(seed = "42")
    void orderOfClassesDoesNotMatterUnlessDistancesCount(
            @ForAll("metrics") Metric<MulticlassPredictions> metric,
            @ForAll("withoutTies") MulticlassPredictions predictions,
            @ForAll Random random) {
        if (!metric.name().startsWith("cohen_kappa_")) {
            int[] places = shuffled(predictions.classes().size(), random);
            assertEqual(metric, predictions, reordered(predictions, places));
        }
    }

    @Property(seed = "42")
    void reversedOrderOfClassesNeverMatters(
            @ForAll("metrics") Metric<MulticlassPredictions> metric,
            @ForAll("withoutTies") MulticlassPredictions predictions) {
        int last = predictions.classes().size() - 1;
        int[] places = IntStream.rangeClosed(0, last).map(c -> last - c).toArray();
        assertEqual(metric, predictions, reordered(predictions, places));
    }

    @Property(seed = "42")
    void wholeWeightCountsAsRepetitionAndZeroAsAbsence(
            @ForAll("metrics") Metric<MulticlassPredictions> metric,
            @ForAll("predictions") MulticlassPredictions predictions,
            @ForAll Random random) {
        int[] times = random.ints(predictions.rows(), 0, 4).toArray();
        assertEqual(metric, repeated(predictions, times), timesWeights(predictions, row -> times[row]));
    }

    @Property(seed = "42")
    void onlyRatiosOfWeightsMatterHoweverLargeOrSmall(
            @ForAll("metrics") Metric<MulticlassPredictions> metric,
            @ForAll("predictions") MulticlassPredictions predictions) {
        assertEqual(metric, predictions, timesWeights(predictions, row -> 0x1p900));
        assertEqual(metric, predictions, timesWeights(predictions, row -> 0x1p-900));
    }

    @Property(seed = "42")
    void valueLiesInItsRange(
            @ForAll("metrics") Metric<MulticlassPredictions> metric,
            @ForAll("predictions") MulticlassPredictions predictions) {
        Value value = metric.value(predictions);
        assertTrue(!value.isDefined() || metric.range().contains(value.orNaN()), () -> metric.name() + " " + value);
    }

    @Property(seed = "42")
    void influenceValuesHaveMeanZeroAndAreTheDerivativeByWeight(
            @ForAll("metrics") Metric<MulticlassPredictions> metric,
            @ForAll("predictions") MulticlassPredictions predictions) {
        if (!(metric instanceof SmoothMetric<MulticlassPredictions> smooth)
                || !metric.value(predictions).isDefined()) {
            return;
        }
        double[] influence = smooth.influence(predictions);
        double[] weights = weights(predictions);
        double total = Arrays.stream(weights).sum();
        double mean = 0;
        for (int row = 0; row < weights.length; row++) {
            double contribution = weights[row] * influence[row] / total;
            assertEquals(slope(metric, predictions, row), contribution, DIFFERENCE_TOLERANCE, metric.name());
            assertTrue(weights[row] > 0 || influence[row] == 0, metric.name());
            mean += contribution;
        }
        assertEquals(0, mean, TOLERANCE * influence.length, metric.name());
    }

    @Property(seed = "42")
    void whatIsAveragedOverRowsEqualsAccuracy(@ForAll("predictions") MulticlassPredictions predictions) {
        Value accuracy = MulticlassMetrics.ACCURACY.value(predictions);
        for (String name : List.of("precision_micro", "recall_micro", "f1_micro", "recall_weighted")) {
            Value value = MulticlassMetrics.named(name).orElseThrow().value(predictions);
            assertEqual(name, accuracy, value);
        }
    }

    @Property(seed = "42")
    void topOneIsAccuracyWithoutTies(@ForAll("withoutTies") MulticlassPredictions predictions) {
        assertEqual(
                "top_1",
                MulticlassMetrics.ACCURACY.value(predictions),
                MulticlassMetrics.topK(1).value(predictions));
    }

    @Property(seed = "42")
    void moreClassesLookedAtNeverHitLess(@ForAll("predictions") MulticlassPredictions predictions) {
        double before = 0;
        for (int k = 1; k <= predictions.classes().size() && predictions.rows() > 0; k++) {
            Value value = MulticlassMetrics.topK(k).value(predictions);
            assertTrue(!value.isDefined() || value.orNaN() >= before - TOLERANCE);
            before = value.isDefined() ? value.orNaN() : 0;
        }
    }

    private static int[] shuffled(int size, Random random) {
        List<Integer> order = new ArrayList<>(IntStream.range(0, size).boxed().toList());
        Collections.shuffle(order, random);
        return order.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double slope(Metric<MulticlassPredictions> metric, MulticlassPredictions predictions, int row) {
        MulticlassPredictions more = timesWeights(predictions, other -> other == row ? 1 + STEP : 1);
        MulticlassPredictions less = timesWeights(predictions, other -> other == row ? 1 - STEP : 1);
        return (metric.value(more).orNaN() - metric.value(less).orNaN()) / (2 * STEP);
    }

    private static void assertEqual(
            Metric<MulticlassPredictions> metric, MulticlassPredictions expected, MulticlassPredictions actual) {
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
