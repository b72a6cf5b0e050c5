package io.github.tiercel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.interval.Binormal;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** The steps of score groups are those that a look at all rows for each score finds. */
class RecallStepsProperties {

    /** Weights are added up in another order. */
    private static final double TOLERANCE = 1e-12;

    @Provide
    Arbitrary<BinaryPredictions> predictions() {
        return RandomPredictions.any();
    }

    @Property(tries = 500, seed = "1")
    void stepsAreTheScoresOfPositiveRows(@ForAll("predictions") BinaryPredictions predictions) {
        assertSteps(predictions);
    }

    @Property(tries = 50, seed = "2", edgeCases = EdgeCasesMode.NONE)
    void soTheyAreOverManyBlocks(
            @ForAll @IntRange(min = 500, max = 1500) int rows,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double prevalence,
            @ForAll @IntRange(min = 5, max = 2000) int levels,
            @ForAll long seed) {
        BinaryPredictions drawn = new Binormal(prevalence).draw(rows, new Random(seed));
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            scores[row] = Math.rint(drawn.score(row) * levels);
        }
        assertSteps(drawn.withScores(scores));
    }

    private static void assertSteps(BinaryPredictions predictions) {
        // -0.0 and 0.0 are one score.
        double[] scores = IntStream.range(0, predictions.rows())
                .filter(row -> predictions.label(row) && predictions.weight(row) > 0)
                .mapToDouble(row -> -(predictions.score(row) + 0.0))
                .distinct()
                .sorted()
                .map(negated -> -negated)
                .toArray();
        RecallSteps steps = predictions.groups().steps();
        assertEquals(weight(predictions, predictions::label), steps.positives(), TOLERANCE);
        assertEquals(weight(predictions, row -> !predictions.label(row)), steps.negatives(), TOLERANCE);
        StepBlock block = new StepBlock();
        int step = 0;
        while (steps.next(block)) {
            for (int i = 0; i < block.size(); i++) {
                assertStep(predictions, scores[step++], block, i);
            }
        }
        assertEquals(scores.length, step);
    }

    private static void assertStep(BinaryPredictions predictions, double score, StepBlock block, int i) {
        IntPredicate at = row -> predictions.score(row) == score;
        IntPredicate above = row -> predictions.score(row) > score;
        double tied = weight(predictions, row -> !predictions.label(row) && at.test(row));
        double ahead = weight(predictions, row -> !predictions.label(row) && above.test(row));
        assertEquals(weight(predictions, row -> predictions.label(row) && at.test(row)), block.positive(i), TOLERANCE);
        assertEquals(
                weight(predictions, row -> predictions.label(row) && (at.test(row) || above.test(row))),
                block.truePositives(i),
                TOLERANCE);
        assertEquals(ahead + tied, block.falsePositives(i), TOLERANCE);
        assertEquals(ahead + tied / 2, block.ahead(i), TOLERANCE);
    }

    private static double weight(BinaryPredictions predictions, IntPredicate rows) {
        return IntStream.range(0, predictions.rows())
                .filter(rows)
                .mapToDouble(predictions::weight)
                .sum();
    }
}
