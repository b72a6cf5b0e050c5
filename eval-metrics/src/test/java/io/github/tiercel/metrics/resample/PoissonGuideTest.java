package io.github.tiercel.metrics.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonGuideTest {

    private static final int DRAWS = 1 << 21;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20, 63})
    void pointsAreTheDistributionFunction(int mean) {
        long[] points = PoissonTable.points(mean);
        double probability = StrictMath.exp(-mean);
        double through = 0;
        for (int k = 0; k < points.length; k++) {
            through += probability;
            assertEquals(through, points[k] * 0x1p-32, 0x1p-31, "P(X <= " + k + ")");
            probability *= mean / (k + 1.0);
        }
        assertEquals(1L << 32, points[points.length - 1]);
    }

    /** Five standard deviations of a count: all of some hundred bounds hold with probability 0.9999. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 20, 63})
    void numbersComeUpAsOftenAsTheyShould(int mean) {
        PoissonGuide guide = PoissonGuide.of(mean);
        SplittableRandom random = new SplittableRandom(mean);
        int[] counts = new int[256];
        for (int i = 0; i < DRAWS; i++) {
            counts[guide.draw(random.nextInt(), random.nextLong())]++;
        }
        double probability = StrictMath.exp(-mean);
        for (int k = 0; k < counts.length; k++) {
            double expected = DRAWS * probability;
            assertTrue(
                    Math.abs(counts[k] - expected) <= 5 * Math.sqrt(expected) + 5,
                    "mean " + mean + ": " + k + " came up " + counts[k] + " times instead of " + expected);
            probability *= mean / (k + 1.0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 63})
    void everyPartOfTheIntervalIsDrawnByItsOwnBits(int mean) {
        PoissonGuide guide = PoissonGuide.of(mean);
        long[] points = PoissonTable.points(mean);
        for (int part = 0; part < 1 << 12; part++) {
            int number = guide.draw(part, 31L * part);
            long first = (long) part << 20;
            assertTrue(points[number] > first, "part " + part);
            assertTrue(number == 0 || points[number - 1] < first + (1L << 20), "part " + part);
        }
    }
}
