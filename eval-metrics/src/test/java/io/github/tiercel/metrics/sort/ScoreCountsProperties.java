package io.github.tiercel.metrics.sort;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ScoreCountsProperties {

    /** Shapes of scores that take each way through the sort. */
    enum Shape {
        CONTINUOUS(random -> random),
        FLOATS(random -> (float) random),
        LOGITS(random -> Math.log(random / (1 - random))),
        BELOW_ZERO(random -> -random),
        THOUSAND_VALUES(random -> Math.rint(random * 1000) / 1000),
        VALUES_OF_EITHER_SIGN(random -> Math.rint((random - 0.5) * 100)),
        TOO_MANY_VALUES(random -> Math.rint(random * 6000) / 6000),
        ONE_VALUE(random -> 0.25),
        EQUAL_IN_LEADING_BITS(random -> 0.75 + Math.rint(random * 1000) * 0x1p-52),
        ALL_SIZES(random -> Math.scalb(random, (int) (random * 1e9) % 1000 - 500)),
        ENDS(random -> random < 0.3 ? 1 / 0.0 : random < 0.6 ? -1 / 0.0 : random < 0.8 ? -0.0 : 0.0);

        private final DoubleUnaryOperator of;

        Shape(DoubleUnaryOperator of) {
            this.of = of;
        }

        double[] scores(int rows, Random random) {
            return random.doubles(rows).map(of).toArray();
        }
    }

    @Provide
    Arbitrary<Shape> shapes() {
        return Arbitraries.of(Shape.class);
    }

    @Property(seed = "42", tries = 200)
    void countsAreThoseOfASortedMap(
            @ForAll("shapes") Shape shape, @ForAll @IntRange(max = 9000) int rows, @ForAll long seed) {
        Random random = new Random(seed);
        check(labels(rows, random), shape.scores(rows, random));
    }

    @Property(seed = "42", tries = 200)
    void fewRowsAreCountedAlike(@ForAll("shapes") Shape shape, @ForAll @IntRange(max = 5) int rows, @ForAll long seed) {
        Random random = new Random(seed);
        check(labels(rows, random), shape.scores(rows, random));
    }

    @Property(seed = "42", tries = 50)
    void orderOfRowsHasNoSay(@ForAll("shapes") Shape shape, @ForAll @IntRange(min = 2, max = 3000) int rows) {
        double[] scores = shape.scores(rows, new Random(rows));
        boolean[] labels = labels(rows, new Random(rows));
        ScoreCounts counts = ScoreCounts.of(labels, scores);
        ScoreCounts turned = ScoreCounts.of(reversed(labels), reversed(scores));
        assertEquals(counts.size(), turned.size());
        for (int i = 0; i < counts.size(); i++) {
            assertEquals(counts.score(i), turned.score(i));
            assertEquals(counts.truePositives(i), turned.truePositives(i));
            assertEquals(counts.falsePositives(i), turned.falsePositives(i));
        }
    }

    private static void check(boolean[] labels, double[] scores) {
        Map<Double, int[]> expected = new TreeMap<>(Collections.reverseOrder());
        for (int row = 0; row < scores.length; row++) {
            expected.computeIfAbsent(scores[row] + 0.0, score -> new int[2])[labels[row] ? 1 : 0]++;
        }
        ScoreCounts counts = ScoreCounts.of(labels, scores);
        assertEquals(expected.size(), counts.size());
        int positives = 0;
        int negatives = 0;
        int index = 0;
        for (Map.Entry<Double, int[]> entry : expected.entrySet()) {
            positives += entry.getValue()[1];
            negatives += entry.getValue()[0];
            assertEquals(entry.getKey(), counts.score(index), "score " + index);
            assertEquals(positives, counts.truePositives(index));
            assertEquals(negatives, counts.falsePositives(index));
            index++;
        }
    }

    private static boolean[] labels(int rows, Random random) {
        boolean[] labels = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextInt(3) == 0;
        }
        return labels;
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }

    private static boolean[] reversed(boolean[] values) {
        boolean[] reversed = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }
}
