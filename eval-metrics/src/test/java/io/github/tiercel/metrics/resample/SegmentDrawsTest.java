package io.github.tiercel.metrics.resample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentDrawsTest {

    /** Of one piece, of two, of several, and of none; around the ends of tables. */
    private static final int[] SIZES = {1, 0, 2, 63, 64, 65, 130, 1000, 1023, 1024, 1025, 1088, 5000, 100_000};

    /** Standard deviations that a number may lie off: a false alarm in 150,000 comparisons. */
    private static final double DEVIATIONS = 4.5;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void weightsHaveTheMeanAndVarianceOfTheirSize(boolean few) {
        // Many pieces of one size are drawn four at a time.
        int copies = few ? 300 : 1100;
        int keys = few ? 100 : 30;
        int[] sizes = repeated(copies);
        double[] sums = new double[SIZES.length];
        double[] squares = new double[SIZES.length];
        int[] weights = new int[sizes.length];
        for (int key = 0; key < keys; key++) {
            draw(SegmentDraws.of(sizes), key, weights);
            for (int segment = 0; segment < weights.length; segment++) {
                double distance = weights[segment] - sizes[segment];
                sums[segment % SIZES.length] += distance;
                squares[segment % SIZES.length] += distance * distance;
            }
        }
        double draws = copies * (double) keys;
        for (int i = 0; i < SIZES.length; i++) {
            double size = SIZES[i];
            // The fourth moment of a Poisson number around its mean is size + 3 size².
            assertEquals(0, sums[i] / draws, DEVIATIONS * Math.sqrt(size / draws), "mean of " + SIZES[i]);
            assertEquals(
                    size,
                    squares[i] / draws,
                    DEVIATIONS * Math.sqrt((size + 2 * size * size) / draws),
                    "variance of " + SIZES[i]);
        }
    }

    @Test
    void weightsOfSeveralPiecesAreDistributedAsOne() {
        // 1,100 rows are drawn as 1,024, 64 and 12.
        int draws = 100_000;
        int[] sizes = new int[draws];
        Arrays.fill(sizes, 1100);
        int[] weights = new int[draws];
        draw(SegmentDraws.of(sizes), 1, weights);
        Arrays.sort(weights);
        PoissonDistribution poisson = new PoissonDistribution(1100);
        double largest = 0;
        for (int k = 900; k < 1300; k++) {
            double share = above(weights, k) / (double) draws;
            largest = Math.max(largest, Math.abs(share - (1 - poisson.cumulativeProbability(k))));
        }
        // Kolmogorov's bound, at which one in 150,000 samples is refused; discrete numbers are refused less often.
        assertTrue(largest < Math.sqrt(Math.log(2 * 150_000) / (2 * draws)), "distance " + largest);
    }

    @Test
    void drawsAreAPureFunctionOfTheKey() {
        int[] sizes = repeated(50);
        SegmentDraws draws = SegmentDraws.of(sizes);
        int[] first = new int[sizes.length];
        int[] again = new int[sizes.length];
        draw(draws, 5, first);
        draw(draws, 6, again);
        assertTrue(differences(first, again) > sizes.length / 2);
        draw(draws, 5, again);
        assertArrayEquals(first, again);
        draw(SegmentDraws.of(sizes), 5, again);
        assertArrayEquals(first, again);
    }

    @Test
    void segmentsWithoutRowsAreNeverDrawn() {
        int[] weights = {9, 9, 9};
        draw(SegmentDraws.of(new int[3]), 1, weights);
        assertArrayEquals(new int[3], weights);
        draw(SegmentDraws.of(new int[0]), 1, new int[0]);
        int[] among = new int[101];
        int[] sizes = new int[101];
        Arrays.setAll(sizes, segment -> segment % 2);
        for (int key = 0; key < 100; key++) {
            draw(SegmentDraws.of(sizes), key, among);
            for (int segment = 0; segment < among.length; segment += 2) {
                assertEquals(0, among[segment]);
            }
        }
    }

    @Test
    void neitherSegmentsNorTheTwoReplicatesOfAPairGoTogether() {
        int keys = 20_000;
        int[] sizes = {1, 1, 1, 63, 63, 64, 64, 65, 1024, 1024, 3000, 1100};
        SegmentDraws draws = SegmentDraws.of(sizes);
        int columns = 2 * sizes.length;
        double[][] products = new double[columns][columns];
        int[] first = new int[sizes.length];
        int[] second = new int[sizes.length];
        double[] row = new double[columns];
        PoissonWeights weights = PoissonWeights.of(3);
        for (int pair = 0; pair < keys; pair++) {
            draws.draw(weights.pairKey(pair), first);
            draws.draw(KeyedHash.mix(weights.pairKey(pair)), second);
            for (int segment = 0; segment < sizes.length; segment++) {
                double deviation = Math.sqrt(sizes[segment]);
                row[segment] = (first[segment] - sizes[segment]) / deviation;
                row[sizes.length + segment] = (second[segment] - sizes[segment]) / deviation;
            }
            for (int i = 0; i < columns; i++) {
                for (int j = 0; j < i; j++) {
                    products[i][j] += row[i] * row[j];
                }
            }
        }
        for (int i = 0; i < columns; i++) {
            for (int j = 0; j < i; j++) {
                assertEquals(0, products[i][j] / keys, DEVIATIONS / Math.sqrt(keys), "columns " + i + " and " + j);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 63})
    void neighboursAmongManySegmentsOfOneSizeDoNotGoTogether(int size) {
        int keys = 100;
        int[] sizes = new int[2003];
        Arrays.fill(sizes, size);
        SegmentDraws draws = SegmentDraws.of(sizes);
        int[] weights = new int[sizes.length];
        double[] products = new double[9];
        int pairs = 0;
        for (int key = 0; key < keys; key++) {
            draw(draws, key, weights);
            for (int i = 0; i + 8 < weights.length; i++) {
                for (int lag = 1; lag <= 8; lag++) {
                    products[lag] += (weights[i] - size) * (double) (weights[i + lag] - size) / size;
                }
                pairs++;
            }
        }
        for (int lag = 1; lag <= 8; lag++) {
            // Of a product of two independent numbers of variance 1 the standard deviation is 1.
            assertEquals(0, products[lag] / pairs, DEVIATIONS / Math.sqrt(pairs), "lag " + lag);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 12, 40, 63})
    void weightsDrawnFourAtATimeAreDistributedAsOneByOne(int size) {
        int draws = 200_000;
        int[] sizes = new int[draws];
        Arrays.fill(sizes, size);
        int[] weights = new int[draws];
        draw(SegmentDraws.of(sizes), 2, weights);
        PoissonDistribution poisson = new PoissonDistribution(size);
        for (int k = 0; k < 3 * size + 8; k++) {
            int number = k;
            double probability = poisson.probability(k);
            double expected = draws * probability;
            // Rarer numbers are no longer nearly normal, and false alarms more than one in some ten thousand.
            if (expected >= 200) {
                assertEquals(
                        expected,
                        (double) Arrays.stream(weights)
                                .filter(weight -> weight == number)
                                .count(),
                        DEVIATIONS * Math.sqrt(expected * (1 - probability)),
                        "P(" + k + ")");
            }
        }
    }

    private static void draw(SegmentDraws draws, int pair, int[] weights) {
        draws.draw(PoissonWeights.of(42).pairKey(pair), weights);
    }

    private static int[] repeated(int copies) {
        return IntStream.range(0, copies * SIZES.length)
                .map(segment -> SIZES[segment % SIZES.length])
                .toArray();
    }

    private static long differences(int[] left, int[] right) {
        return IntStream.range(0, left.length).filter(i -> left[i] != right[i]).count();
    }

    private static int above(int[] sorted, int number) {
        int at = Arrays.binarySearch(sorted, number);
        if (at < 0) {
            return sorted.length + at + 1;
        }
        while (at < sorted.length && sorted[at] == number) {
            at++;
        }
        return sorted.length - at;
    }
}
