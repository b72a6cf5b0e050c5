package io.github.tiercel.metrics.resample;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.interval.Binormal;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StratifiedBootstrapTest {

    @Test
    void everyReplicateWeighsAsManyUnitsOfEachStratumAsThereAre() {
        long[] keys = new Random(1).longs(100).toArray();
        int[] strata = IntStream.range(0, 100).map(row -> row < 7 ? 2 : row % 2).toArray();
        Draws draws = StratifiedDraws.of(keys, strata);
        double[] even = new double[100];
        double[] odd = new double[100];
        double first = 0;
        int zeros = 0;
        for (int pair = 0; pair < 200; pair++) {
            draws.draw(PoissonWeights.of(3).pairKey(pair), even, odd);
            for (double[] drawn : List.of(even, odd)) {
                for (int h = 0; h < 3; h++) {
                    int stratum = h;
                    assertEquals(
                            (double) Arrays.stream(strata)
                                    .filter(of -> of == stratum)
                                    .count(),
                            IntStream.range(0, 100)
                                    .filter(row -> strata[row] == stratum)
                                    .mapToDouble(row -> drawn[row])
                                    .sum(),
                            1e-12);
                }
                first += drawn[50];
                zeros += drawn[50] == 0 ? 1 : 0;
            }
        }
        // 400 times 46/45 of a binomial(45, 1/46): four standard deviations of their mean and of the share of zeros.
        assertEquals(1, first / 400, 4 * 1.0 / 20);
        assertEquals(Math.pow(45.0 / 46, 45), zeros / 400.0, 4 * 0.483 / 20);
    }

    static List<int[]> sizesOfStrata() {
        return List.of(new int[] {2, 2, 2}, new int[] {3, 3}, new int[] {10}, new int[] {2, 3, 10});
    }

    @ParameterizedTest
    @MethodSource("sizesOfStrata")
    void aMeanVariesAsItsStrataSayHoweverFewUnitsTheyHave(int[] sizes) {
        int rows = Arrays.stream(sizes).sum();
        double[] errors = new Random(6).doubles(rows, 0, 10).toArray();
        int[] strata = IntStream.range(0, sizes.length)
                .flatMap(h -> IntStream.generate(() -> h).limit(sizes[h]))
                .toArray();
        double expected = IntStream.range(0, sizes.length)
                .mapToDouble(h -> {
                    double[] own = IntStream.range(0, rows)
                            .filter(row -> strata[row] == h)
                            .mapToDouble(row -> errors[row])
                            .toArray();
                    double share = (double) own.length / rows;
                    return share * share * variance(own) / own.length;
                })
                .sum();
        int replicates = 20_000;
        double spread = only(Bootstrap.stratified(new Random(4).longs(rows).toArray(), strata, 5, replicates)
                        .replicates(List.of(RegressionMetrics.MAE), RegressionPredictions.of(new double[rows], errors)))
                .standardError();
        // Draws of uniform numbers have thinner tails than the normal, so the variance of B replicates has a standard
        // deviation of sqrt(2 / B) of itself at most; beyond four of these: one seed in 16,000. With n draws of n it
        // would be a tenth to a half too small.
        assertEquals(1, spread * spread / expected, 4 * Math.sqrt(2.0 / replicates));
    }

    private static double variance(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        return Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
    }

    @Test
    void aStratumOfOneUnitIsRefusedByItsNumber() {
        assertRefused(
                "stratum 2 has one unit, from which no spread within it can be known; join it to another",
                () -> Bootstrap.stratified(new long[] {1, 2, 3, 3}, new int[] {0, 0, 2, 2}, 1, 2));
    }

    @Test
    void theSpreadOfAMeanIsThatWithinStrata() {
        // Two strata that differ by 100 with a deviation of about 0.29 within: all that is left is within.
        Random random = new Random(2);
        double[] errors = IntStream.range(0, 400)
                .mapToDouble(row -> 100 * (row % 2) + random.nextDouble())
                .toArray();
        RegressionPredictions rows = RegressionPredictions.of(new double[400], errors);
        int[] strata = IntStream.range(0, 400).map(row -> row % 2).toArray();
        long[] keys = random.longs(400).toArray();
        Replicates mae =
                only(Bootstrap.stratified(keys, strata, 5, 2000).replicates(List.of(RegressionMetrics.MAE), rows));
        double expected = Math.sqrt(1.0 / 12 / 400);
        assertEquals(1, mae.standardError() / expected, 4 / Math.sqrt(4000) + 0.05);
    }

    @Test
    void withinClassesTheNumberOfPositivesDoesNotVary() {
        BinaryPredictions rows = new Binormal(0.1).draw(300, new Random(3));
        int[] classes =
                IntStream.range(0, 300).map(row -> rows.label(row) ? 1 : 0).toArray();
        long[] keys = new Random(4).longs(300).toArray();
        double within = only(Bootstrap.stratified(keys, classes, 5, 500)
                        .replicates(List.of(BinaryMetrics.AVERAGE_PRECISION), rows))
                .standardError();
        double ofAll = only(Bootstrap.of(keys, 5, 500).replicates(List.of(BinaryMetrics.AVERAGE_PRECISION), rows))
                .standardError();
        assertTrue(within < ofAll);
    }

    @Test
    void keysAndNotPositionsDecide() {
        RegressionPredictions rows =
                RegressionPredictions.of(new double[] {0, 0, 0, 0, 0}, new double[] {1, 2, 3, 4, 5});
        long[] keys = {31, 7, 90, 12, 55};
        int[] strata = {0, 1, 0, 1, 0};
        int[] order = {3, 0, 4, 2, 1};
        Replicates forth =
                only(Bootstrap.stratified(keys, strata, 5, 50).replicates(List.of(RegressionMetrics.MAE), rows));
        Replicates shuffled = only(Bootstrap.stratified(
                        Arrays.stream(order).mapToLong(row -> keys[row]).toArray(),
                        Arrays.stream(order).map(row -> strata[row]).toArray(),
                        5,
                        50)
                .replicates(List.of(RegressionMetrics.MAE), rows.select(order)));
        Replicates distance = forth.minus(shuffled);
        assertEquals(0, distance.quantile(0), 1e-15);
        assertEquals(0, distance.quantile(1), 1e-15);
        assertTrue(forth.standardError() > 0);
    }

    @Test
    void badArgumentsAreRefused() {
        long[] keys = {1, 2, 2};
        assertRefused("strata has 1 rows but unitKeys has 3", () -> Bootstrap.stratified(keys, new int[1], 1, 2));
        assertRefused(
                "rows of one unit must be of one stratum, got 0 and 1 at row 2",
                () -> Bootstrap.stratified(keys, new int[] {0, 1, 0}, 1, 2));
        assertRefused(
                "strata must be at least 0, got -1 at row 1",
                () -> Bootstrap.stratified(keys, new int[] {0, -1, 0}, 1, 2));
        assertRefused("replicates must be at least 2, got 1", () -> Bootstrap.stratified(keys, new int[3], 1, 1));
        Bootstrap stratified = Bootstrap.stratified(keys, new int[3], 1, 2);
        assertEquals(
                "replicates with standard errors of their own are row-hashed, these are within-strata",
                assertThrows(
                                IllegalStateException.class,
                                () -> stratified.studentized(
                                        List.of(RegressionMetrics.MAE),
                                        RegressionPredictions.of(new double[3], new double[3])))
                        .getMessage());
    }

    private static Replicates only(Map<String, Replicates> byName) {
        return Objects.requireNonNull(byName.values().iterator().next());
    }
}
