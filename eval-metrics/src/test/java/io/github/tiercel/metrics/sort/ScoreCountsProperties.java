package io.github.tiercel.metrics.sort;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
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

    /** Scores that take one of the ways through the sort, made of numbers in [0, 1). */
    record Shape(String name, DoubleUnaryOperator of) {

        double[] scores(int rows, Random random) {
            return random.doubles(rows).map(of).toArray();
        }
    }

    private static final List<Shape> SHAPES = List.of(
            new Shape("continuous", random -> random),
            new Shape("floats", random -> (float) random),
            new Shape("logits", random -> Math.log(random / (1 - random))),
            new Shape("below zero", random -> -random),
            new Shape("a thousand values", random -> Math.rint(random * 1000) / 1000),
            new Shape("values of either sign", random -> Math.rint((random - 0.5) * 100)),
            new Shape("too many values", random -> Math.rint(random * 6000) / 6000),
            new Shape("one value", random -> 0.25),
            new Shape("equal in leading bits", random -> 0.75 + Math.rint(random * 1000) * 0x1p-52),
            new Shape("all sizes", random -> Math.scalb(random, (int) (random * 1e9) % 1000 - 500)),
            new Shape("ends", random -> random < 0.3 ? 1 / 0.0 : random < 0.6 ? -1 / 0.0 : random < 0.8 ? -0.0 : 0.0));

    @Provide
    Arbitrary<Shape> shapes() {
        return Arbitraries.of(SHAPES);
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
