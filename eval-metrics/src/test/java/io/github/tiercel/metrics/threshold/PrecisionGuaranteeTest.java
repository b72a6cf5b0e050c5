package io.github.tiercel.metrics.threshold;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.binary.ThresholdChoice;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrecisionGuaranteeTest {

    /** Named without a look at the data: 3.00, 2.95, ..., -1.00. */
    private static final double[] GRID = IntStream.rangeClosed(-20, 60)
            .mapToDouble(twentieth -> twentieth / 20.0)
            .toArray();

    @Test
    void chosenThresholdIsWrongNoMoreOftenThanItSays() {
        // 1000 sets; 3.3 binomial standard deviations above 0.1 are 0.131: a right rule fails one test of a thousand.
        NormalWorld world = new NormalWorld(0.3);
        PrecisionGuarantee guarantee = PrecisionGuarantee.of(0.8, 0.9);
        ThresholdRule naive = ThresholdRule.precisionAtLeast(0.8);
        Random random = new Random(20_240_605);
        int wrong = 0;
        int naivelyWrong = 0;
        int found = 0;
        for (int set = 0; set < 1000; set++) {
            BinaryPredictions predictions = world.draw(1500, random);
            Optional<ThresholdChoice> safe = guarantee.choose(predictions, GRID);
            found += safe.isPresent() ? 1 : 0;
            wrong += isWrong(world, safe) ? 1 : 0;
            naivelyWrong += isWrong(world, naive.choose(predictions.groups())) ? 1 : 0;
        }
        assertTrue(wrong <= 131, wrong + " of 1000 thresholds were wrong");
        assertTrue(naivelyWrong > 500, naivelyWrong + " of 1000 were wrong by the observed precision");
        assertTrue(found > 700, "a threshold was found in " + found + " of 1000 sets");
    }

    @Test
    void thresholdPassesByItsLowerLimit() {
        // 100 of 100: the one-sided lower limit is 0.05^(1/100) = 0.97048.
        BinaryPredictions allRight = rows(100, 0);
        assertEquals(
                Optional.of(new ThresholdChoice(0.5, 1)),
                PrecisionGuarantee.of(0.9704, 0.95).choose(allRight, 0.5));
        assertEquals(Optional.empty(), PrecisionGuarantee.of(0.9705, 0.95).choose(allRight, 0.5));
        // Two sequences share the error: 0.025^(1/100) = 0.96378.
        assertEquals(
                Optional.of(new ThresholdChoice(0.5, 1)),
                PrecisionGuarantee.of(0.9637, 0.95).choose(allRight, 0.5, 0.95));
        assertEquals(Optional.empty(), PrecisionGuarantee.of(0.9638, 0.95).choose(allRight, 0.95, 0.5));
    }

    @Test
    void sequenceEndsWhereATestFails() {
        // Below 0.5 precision falls to 200/300, then recovers to 1200/1300, of which the first start never hears.
        boolean[] labels = new boolean[1300];
        double[] scores = new double[1300];
        for (int row = 0; row < 1300; row++) {
            labels[row] = row < 200 || row >= 300;
            scores[row] = row < 200 ? 0.9 : row < 300 ? 0.4 : 0.1;
        }
        BinaryPredictions predictions = BinaryPredictions.of(labels, scores);
        double[] thresholds = new double[40];
        for (int i = 0; i < 20; i++) {
            thresholds[i] = 0.8 - i * 0.001;
            thresholds[20 + i] = 0.3 - i * 0.001;
        }
        PrecisionGuarantee guarantee = PrecisionGuarantee.of(0.9, 0.95);
        assertEquals(
                Optional.of(new ThresholdChoice(0.8 - 19 * 0.001, 200 / 1200.0)),
                guarantee.choose(predictions, thresholds));
        // The last of five sequences now starts behind the dip.
        for (int i = 30; i < 40; i++) {
            thresholds[i] = 0.1 - i * 0.001;
        }
        assertEquals(Optional.of(new ThresholdChoice(0.1 - 39 * 0.001, 1)), guarantee.choose(predictions, thresholds));
    }

    @Test
    void withoutRowsOrThresholdsNothingIsShown() {
        PrecisionGuarantee guarantee = PrecisionGuarantee.of(0.5, 0.95);
        assertEquals(Optional.empty(), guarantee.choose(rows(100, 0)));
        assertEquals(Optional.empty(), guarantee.choose(rows(100, 0), 0.99));
        assertEquals(Optional.empty(), guarantee.choose(rows(0, 0), 0.5));
        assertEquals(Optional.empty(), guarantee.choose(rows(0, 100), 0.5));
    }

    @Test
    void rowsOfWeightZeroAreAbsentAndOtherWeightsRefused() {
        double[] weights = new double[200];
        Arrays.fill(weights, 0, 100, 1);
        PrecisionGuarantee guarantee = PrecisionGuarantee.of(0.9, 0.95);
        assertEquals(
                Optional.of(new ThresholdChoice(0.5, 1)),
                guarantee.choose(rows(100, 100).withWeights(weights), 0.5));
        weights[7] = 0.25;
        assertRefused(
                "a guarantee needs rows of weight 0 or 1, got 0.25 at row 7",
                () -> guarantee.choose(rows(100, 100).withWeights(weights), 0.5));
    }

    @Test
    void impossibleArgumentsAreRefused() {
        assertRefused("floor must be in (0, 1), got 1.0", () -> PrecisionGuarantee.of(1, 0.95));
        assertRefused("floor must be in (0, 1), got NaN", () -> PrecisionGuarantee.of(Double.NaN, 0.95));
        assertRefused("confidence must be in (0.5, 1), got 0.5", () -> PrecisionGuarantee.of(0.9, 0.5));
        assertRefused("confidence must be in (0.5, 1), got 1.0", () -> PrecisionGuarantee.of(0.9, 1));
        assertRefused("threshold must be a number, got NaN", () -> PrecisionGuarantee.of(0.9, 0.95)
                .choose(rows(5, 5), 0.5, Double.NaN));
    }

    private static boolean isWrong(NormalWorld world, Optional<ThresholdChoice> choice) {
        return choice.isPresent() && world.precision(choice.get().threshold()) < 0.8;
    }

    /** Positive and negative rows, all of score 0.9. */
    private static BinaryPredictions rows(int positives, int negatives) {
        boolean[] labels = new boolean[positives + negatives];
        double[] scores = new double[labels.length];
        Arrays.fill(labels, 0, positives, true);
        Arrays.fill(scores, 0.9);
        return BinaryPredictions.of(labels, scores);
    }
}
