package io.github.tiercel.metrics.threshold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.RandomPredictions;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.CostMatrix;
import io.github.tiercel.metrics.binary.ThresholdChoice;
import io.github.tiercel.metrics.resample.Folds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CrossFittedThresholdProperties {

    private static final double TOLERANCE = 1e-12;
    private static final long SEED = 42;

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.any();
    }

    @Provide
    Arbitrary<ThresholdRule> rules() {
        return Arbitraries.of(
                ThresholdRule.fBeta(1),
                ThresholdRule.best(BinaryMetrics.ACCURACY),
                ThresholdRule.leastCost(CostMatrix.ofErrors(1, 3)),
                ThresholdRule.recallAtLeast(0.5),
                ThresholdRule.precisionAtLeast(0.3));
    }

    @Property(seed = "42")
    void isChoosingOutsideEachFoldAndDecidingInside(
            @ForAll("predictions") BinaryPredictions predictions,
            @ForAll("rules") ThresholdRule rule,
            @ForAll @IntRange(min = 1, max = 4) int rowsOfACluster) {
        long[] keys = keys(predictions.rows(), rowsOfACluster);
        Optional<CrossFittedThreshold> actual = CrossFittedThreshold.of(rule, predictions, keys, SEED);
        assertEquals(rule.choose(predictions.groups()), actual.map(CrossFittedThreshold::choice));
        actual.ifPresent(best -> same(onesOwn(rule, predictions, keys), best.crossFitted()));
    }

    @Property(seed = "42", tries = 300)
    void orderOfRowsDoesNotMatter(
            @ForAll("predictions") BinaryPredictions predictions,
            @ForAll("rules") ThresholdRule rule,
            @ForAll int order) {
        int rows = predictions.rows();
        List<Integer> shuffled =
                new ArrayList<>(IntStream.range(0, rows).boxed().toList());
        Collections.shuffle(shuffled, new Random(order));
        int[] permutation = shuffled.stream().mapToInt(Integer::intValue).toArray();
        long[] keys = keys(rows, 1);
        long[] permuted = new long[rows];
        Arrays.setAll(permuted, i -> keys[permutation[i]]);
        same(
                CrossFittedThreshold.of(rule, predictions, keys, SEED),
                CrossFittedThreshold.of(rule, predictions.select(permutation), permuted, SEED));
    }

    @Property(seed = "42", tries = 300)
    void rowTwiceIsWeightTwo(
            @ForAll("predictions") BinaryPredictions predictions, @ForAll("rules") ThresholdRule rule) {
        int rows = predictions.rows();
        long[] keys = keys(rows, 1);
        int[] twice = new int[2 * rows];
        Arrays.setAll(twice, i -> i / 2);
        long[] keysTwice = new long[2 * rows];
        Arrays.setAll(keysTwice, i -> keys[i / 2]);
        double[] doubled = new double[rows];
        Arrays.setAll(doubled, row -> 2 * predictions.weight(row));
        same(
                CrossFittedThreshold.of(rule, predictions.withWeights(doubled), keys, SEED),
                CrossFittedThreshold.of(rule, predictions.select(twice), keysTwice, SEED));
    }

    private static void same(Optional<CrossFittedThreshold> expected, Optional<CrossFittedThreshold> actual) {
        assertEquals(expected.map(best -> best.choice().threshold()), actual.map(best -> best.choice()
                .threshold()));
        expected.ifPresent(best -> same(best.crossFitted(), actual.orElseThrow().crossFitted()));
    }

    private static void same(Value expected, Value actual) {
        assertEquals(expected.reason(), actual.reason());
        assertEquals(expected.orNaN(), actual.orNaN(), TOLERANCE);
    }

    private static long[] keys(int rows, int rowsOfACluster) {
        long[] keys = new long[rows];
        Arrays.setAll(keys, row -> 1000L + row / rowsOfACluster);
        return keys;
    }

    /** The same by taking rows apart and sorting them again. */
    private static Value onesOwn(ThresholdRule rule, BinaryPredictions predictions, long[] keys) {
        Folds folds = Folds.of(SEED, 5);
        double[] cells = new double[4];
        for (int repeat = 0; repeat < 3; repeat++) {
            for (int fold = 0; fold < 5; fold++) {
                int partition = repeat;
                int held = fold;
                BinaryPredictions inside = predictions.select(IntStream.range(0, keys.length)
                        .filter(row -> folds.fold(keys[row], partition) == held)
                        .toArray());
                BinaryPredictions outside = predictions.select(IntStream.range(0, keys.length)
                        .filter(row -> folds.fold(keys[row], partition) != held)
                        .toArray());
                Optional<ThresholdChoice> choice = rule.choose(outside.groups());
                if (inside.weightedRows() > 0 && choice.isEmpty()) {
                    return rule.value(outside);
                }
                choice.ifPresent(chosen -> add(cells, ConfusionMatrix.at(inside, chosen.threshold())));
            }
        }
        return rule.objective(new ConfusionMatrix(0, cells[0] / 3, cells[1] / 3, cells[2] / 3, cells[3] / 3));
    }

    private static void add(double[] cells, ConfusionMatrix matrix) {
        cells[0] += matrix.truePositives();
        cells[1] += matrix.falsePositives();
        cells[2] += matrix.falseNegatives();
        cells[3] += matrix.trueNegatives();
    }
}
