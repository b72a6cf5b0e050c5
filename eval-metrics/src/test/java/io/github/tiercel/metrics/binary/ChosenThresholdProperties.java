package io.github.tiercel.metrics.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;

/** Metrics that choose a threshold, and those of the top of the list, equal trying all scores or all rows. */
class ChosenThresholdProperties {

    private static final double TOLERANCE = 1e-12;

    @Provide
    Arbitrary<BinaryPredictions> bothClasses() {
        return RandomPredictions.withBothClasses();
    }

    @Provide
    Arbitrary<Double> floors() {
        return Arbitraries.integers().between(1, 20).map(twentieth -> twentieth / 20.0);
    }

    @Property(seed = "42")
    void ksIsTheLargestYoudenJOverAllScores(@ForAll("bothClasses") BinaryPredictions predictions) {
        double largest = matrices(predictions, matrix -> 1, 1, ChosenThresholdProperties::youdenJ)
                .orElseThrow();
        assertEquals(largest, BinaryMetrics.KS.value(predictions).orNaN(), TOLERANCE);
        ThresholdChoice choice = BinaryMetrics.KS.choose(predictions.groups()).orElseThrow();
        assertEquals(largest, choice.value(), TOLERANCE);
        assertEquals(largest, youdenJ(ConfusionMatrix.at(predictions, choice.threshold())), TOLERANCE);
    }

    @Property(seed = "42")
    void precisionAtRecallIsTheLargestOverAllScoresThatReachTheRecall(
            @ForAll("bothClasses") BinaryPredictions predictions, @ForAll("floors") double floor) {
        PrecisionAtRecall metric = new PrecisionAtRecall(floor);
        double largest = matrices(
                        predictions, ChosenThresholdProperties::recall, floor, ChosenThresholdProperties::precision)
                .orElseThrow();
        assertEquals(largest, metric.value(predictions).orNaN(), TOLERANCE);
        ThresholdChoice choice = metric.choose(predictions.groups()).orElseThrow();
        ConfusionMatrix chosen = ConfusionMatrix.at(predictions, choice.threshold());
        assertEquals(largest, precision(chosen), TOLERANCE);
        assertEquals(1, Math.min(1, recall(chosen) / floor), TOLERANCE);
    }

    @Property(seed = "42")
    void recallAtPrecisionIsTheLargestOverAllScoresThatReachThePrecision(
            @ForAll("bothClasses") BinaryPredictions predictions, @ForAll("floors") double floor) {
        RecallAtPrecision metric = new RecallAtPrecision(floor);
        OptionalDouble largest =
                matrices(predictions, ChosenThresholdProperties::precision, floor, ChosenThresholdProperties::recall);
        Optional<ThresholdChoice> choice = metric.choose(predictions.groups());
        if (largest.isEmpty()) {
            assertEquals(Value.undefined(UndefinedReason.FLOOR_OUT_OF_REACH), metric.value(predictions));
            assertEquals(Optional.empty(), choice);
            return;
        }
        assertEquals(largest.getAsDouble(), metric.value(predictions).orNaN(), TOLERANCE);
        ConfusionMatrix chosen =
                ConfusionMatrix.at(predictions, choice.orElseThrow().threshold());
        assertEquals(largest.getAsDouble(), recall(chosen), TOLERANCE);
        assertEquals(1, Math.min(1, precision(chosen) / floor), TOLERANCE);
    }

    @Property(seed = "42")
    void gainCountsEveryRowByItsChanceToBeInTheTopFraction(
            @ForAll("bothClasses") BinaryPredictions predictions,
            @ForAll @DoubleRange(min = 0.01, max = 1) double fraction) {
        double wanted = fraction * total(predictions, row -> true);
        double found = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            double score = predictions.score(row);
            double above = total(predictions, other -> predictions.score(other) > score);
            double tied = total(predictions, other -> predictions.score(other) == score);
            if (predictions.label(row) && predictions.weight(row) > 0) {
                found += predictions.weight(row) * Math.max(0, Math.min(1, (wanted - above) / tied));
            }
        }
        double gain = found / total(predictions, predictions::label);
        assertEquals(gain, new Gain(fraction).value(predictions).orNaN(), TOLERANCE);
        assertEquals(gain / fraction, new Lift(fraction).value(predictions).orNaN(), TOLERANCE / fraction);
    }

    @Property(seed = "42")
    void allRowsAtTheTopAndTiedRowsHaveNoLift(
            @ForAll("bothClasses") BinaryPredictions predictions,
            @ForAll @DoubleRange(min = 0.01, max = 1) double fraction) {
        assertEquals(1, new Lift(1).value(predictions).orNaN(), TOLERANCE);
        BinaryPredictions tied = Variants.withScores(predictions, row -> 3);
        assertEquals(1, new Lift(fraction).value(tied).orNaN(), TOLERANCE / fraction);
    }

    /** The largest value at a score of positive weight that reaches the floor, exactly or but for rounding. */
    private static OptionalDouble matrices(
            BinaryPredictions predictions,
            ToDoubleFunction<ConfusionMatrix> floored,
            double floor,
            ToDoubleFunction<ConfusionMatrix> value) {
        DoubleStream scores = IntStream.range(0, predictions.rows())
                .filter(row -> predictions.weight(row) > 0)
                .mapToDouble(predictions::score);
        return Arrays.stream(scores.toArray())
                .mapToObj(score -> ConfusionMatrix.at(predictions, score))
                .filter(matrix -> floored.applyAsDouble(matrix) > floor - TOLERANCE)
                .mapToDouble(value)
                .max();
    }

    private static double youdenJ(ConfusionMatrix matrix) {
        return BinaryMetrics.YOUDEN_J.value(matrix).orNaN();
    }

    private static double recall(ConfusionMatrix matrix) {
        return BinaryMetrics.RECALL.value(matrix).orNaN();
    }

    private static double precision(ConfusionMatrix matrix) {
        return BinaryMetrics.PRECISION.value(matrix).orNaN();
    }

    private static double total(BinaryPredictions predictions, IntPredicate counts) {
        return IntStream.range(0, predictions.rows())
                .filter(counts)
                .mapToDouble(predictions::weight)
                .sum();
    }
}
