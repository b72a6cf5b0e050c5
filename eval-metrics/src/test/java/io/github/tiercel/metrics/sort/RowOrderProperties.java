package io.github.tiercel.metrics.sort;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RowOrderProperties {

    @Provide
    Arbitrary<double[]> scores() {
        Arbitrary<Double> anyBits =
                Arbitraries.longs().map(Double::longBitsToDouble).filter(x -> !Double.isNaN(x));
        Arbitrary<Double> special = Arbitraries.of(
                Double.NEGATIVE_INFINITY,
                -Double.MAX_VALUE,
                -1.0,
                -Double.MIN_VALUE,
                -0.0,
                0.0,
                Double.MIN_VALUE,
                Double.MIN_NORMAL,
                1.0,
                Math.nextUp(1.0),
                Double.MAX_VALUE,
                Double.POSITIVE_INFINITY);
        return Arbitraries.oneOf(anyBits, special, Arbitraries.doubles().between(0, 1))
                .array(double[].class)
                .ofMaxSize(200);
    }

    @Property(seed = "42")
    void ordersByFallingScoreThenByRow(@ForAll("scores") double[] scores) {
        assertArrayEquals(expected(scores, 1), RowOrder.descending(scores, rows(scores, 1)));
    }

    @Property(seed = "42")
    void ordersChosenRowsAndNoOthers(@ForAll("scores") double[] scores) {
        assertArrayEquals(expected(scores, 3), RowOrder.descending(scores, rows(scores, 3)));
    }

    private static int[] rows(double[] scores, int step) {
        return IntStream.range(0, scores.length).filter(row -> row % step == 0).toArray();
    }

    /** The library's own stable sort of objects; adding 0.0 makes the two zeros equal for it as well. */
    private static int[] expected(double[] scores, int step) {
        return IntStream.of(rows(scores, step))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> scores[row] + 0.0)
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Property(seed = "42", tries = 100)
    void ordersScoresThatShareTheirLeadingBits(@ForAll @IntRange(max = 4000) int rows, @ForAll long seed) {
        // 1,000 values in the lowest bits beside one far away: insertion gives up, and all bits are sorted.
        Random random = new Random(seed);
        double[] scores = random.doubles(rows)
                .map(u -> u < 0.01 ? -1 : 0.75 + Math.rint(u * 1000) * 0x1p-52)
                .toArray();
        assertArrayEquals(expected(scores, 1), RowOrder.descending(scores, rows(scores, 1)));
    }
}
