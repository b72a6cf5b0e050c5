package io.github.tiercel.metrics.compare;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.Precision;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.ranking.RankingMetrics;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import io.github.tiercel.metrics.resample.Execution;
import io.github.tiercel.metrics.resample.RandomSigns;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SignFlipTestTest {

    @Test
    void fewUnitsAreFlippedInAllWays() {
        ReferenceTable table = ReferenceTable.read("sign_flip.csv");
        // The label is 0 and predictions are positive, so absolute errors are the numbers themselves.
        RegressionPredictions a = RegressionPredictions.of(new double[10], table.numbers("a"));
        RegressionPredictions b = RegressionPredictions.of(new double[10], table.numbers("b"));
        SignFlipTest.Result result =
                SignFlipTest.of(LongStream.range(0, 10).toArray(), 1, 1000).test(RegressionMetrics.MAE, a, b);
        assertEquals(0.016, result.difference(), 1e-15);
        assertEquals(0.044921875, result.pValue());
        assertEquals(0.0224609375, result.pGreater());
        assertEquals(1024, result.flips());
        assertTrue(result.exact());
    }

    @Test
    void randomFlipsAgreeWithTheStudentTest() {
        BinaryPredictions candidate = ReferenceTable.predictions("b200r", "score");
        BinaryPredictions baseline = ReferenceTable.predictions("b200r", "score2");
        long[] keys = new Random(4).longs(200).toArray();
        SignFlipTest.Result result = SignFlipTest.of(keys, 1, 20_000).test(BinaryMetrics.LOG_LOSS, candidate, baseline);
        Difference student = PairedComparison.of(Design.independent(200), 0.95)
                .difference(BinaryMetrics.LOG_LOSS, candidate, baseline);
        assertEquals(student.value().orNaN(), result.difference(), 1e-12);
        // Four standard deviations of a share of 20,000, and a hundredth for a t test of 200 rows.
        double p = student.pValue().orElseThrow();
        assertEquals(p, result.pValue(), 4 * Math.sqrt(p * (1 - p) / 20_000) + 0.01);
        assertFalse(result.exact());
        assertEquals(20_032, result.flips());
    }

    @Test
    void pValueIsNeverZeroAndOneWithoutADifference() {
        long[] keys = LongStream.range(0, 100).toArray();
        double[] ones = new double[100];
        Arrays.fill(ones, 0.01);
        assertEquals(1 / 129.0, SignFlipTest.of(keys, 1, 128).test(ones).pValue());
        assertEquals(1, SignFlipTest.of(keys, 1, 128).test(new double[100]).pValue());
    }

    @Test
    void sixteenUnitsThatDifferAreFlippedInAllWays() {
        double[] differences = new double[40];
        Arrays.fill(differences, 0, 16, 0.125);
        long[] keys = LongStream.range(0, 40).toArray();
        SignFlipTest.Result all = SignFlipTest.of(keys, 1, 64).test(differences);
        assertEquals(new SignFlipTest.Result(2, 2 / 65_536.0, 1 / 65_536.0, 65_536, true), all);
        differences[16] = 0.125;
        SignFlipTest.Result random = SignFlipTest.of(keys, 1, 64).test(differences);
        assertEquals(new SignFlipTest.Result(2.125, 1 / 65.0, 1 / 65.0, 64, false), random);
    }

    @Test
    void randomFlipsAreThoseOfTheUnitKeys() {
        double[] differences = new Random(8).doubles(30, -1, 1.3).toArray();
        long[] keys = new Random(9).longs(30).toArray();
        double observed = Arrays.stream(differences).sum();
        int asFar = 0;
        int asLarge = 0;
        for (int flip = 0; flip < 192; flip++) {
            double sum = 0;
            for (int unit = 0; unit < 30; unit++) {
                boolean minus = (RandomSigns.of(3).block(keys[unit], flip / 64) >>> flip % 64 & 1) == 1;
                sum += minus ? -differences[unit] : differences[unit];
            }
            asFar += Math.abs(sum) >= Math.abs(observed) ? 1 : 0;
            asLarge += sum >= observed ? 1 : 0;
        }
        assertTrue(asLarge > 3 && asFar > asLarge + 3 && asFar < 180);
        SignFlipTest.Result result = SignFlipTest.of(keys, 3, 192).test(differences);
        assertEquals(observed, result.difference(), 1e-14);
        assertEquals((1 + asFar) / 193.0, result.pValue());
        assertEquals((1 + asLarge) / 193.0, result.pGreater());
        assertEquals(192, result.flips());
    }

    @Test
    void sumsThatRoundingPutsBelowTheObservedOneAreAsFar() {
        // Seventeen tenths with signs sum to a tenth at least, so all flips are as far as a tenth.
        double[] tenths = new double[17];
        Arrays.fill(tenths, 0, 9, 0.1);
        Arrays.fill(tenths, 9, 17, -0.1);
        long[] keys = LongStream.range(0, 17).toArray();
        SignFlipTest.Result random = SignFlipTest.of(keys, 1, 256).test(tenths);
        assertEquals(1, random.pValue());
        int asLarge = 0;
        for (int flip = 0; flip < 256; flip++) {
            int tenthsInAll = 0;
            for (int unit = 0; unit < 17; unit++) {
                boolean minus = (RandomSigns.of(1).block(unit, flip / 64) >>> flip % 64 & 1) == 1;
                tenthsInAll += minus == unit < 9 ? -1 : 1;
            }
            asLarge += tenthsInAll >= 1 ? 1 : 0;
        }
        assertEquals((1 + asLarge) / 257.0, random.pGreater());
        // Of fifteen, half of the flips sum to a tenth or more.
        SignFlipTest.Result exact =
                SignFlipTest.of(Arrays.copyOf(keys, 15), 1, 64).test(Arrays.copyOfRange(tenths, 1, 16));
        assertEquals(1, exact.pValue());
        assertEquals(0.5, exact.pGreater());
    }

    @Test
    void unitOfTheDifferencesDoesNotMatter() {
        for (int units : new int[] {10, 30}) {
            double[] differences = new Random(8).doubles(units, -1, 1.3).toArray();
            SignFlipTest test = SignFlipTest.of(LongStream.range(0, units).toArray(), 3, 192);
            SignFlipTest.Result expected = test.test(differences);
            double[] small =
                    Arrays.stream(differences).map(one -> 0x1p-40 * one).toArray();
            assertEquals(expected.pValue(), test.test(small).pValue());
            assertEquals(expected.pGreater(), test.test(small).pGreater());
        }
    }

    @Test
    void keysAndNotPositionsDecideOnAnyNumberOfThreads() {
        double[] differences = new Random(5).doubles(50, -1, 1.5).toArray();
        long[] keys = new Random(6).longs(50).toArray();
        double[] back =
                IntStream.range(0, 50).mapToDouble(row -> differences[49 - row]).toArray();
        long[] backKeys =
                IntStream.range(0, 50).mapToLong(row -> keys[49 - row]).toArray();
        assertEquals(
                SignFlipTest.of(keys, 7, 1000).test(differences),
                SignFlipTest.of(backKeys, 7, 1000).test(back));
    }

    @Test
    void whereFlipsAreLookedAtDoesNotMatter() throws InterruptedException {
        double[] differences = new Random(5).doubles(50, -1, 1.5).toArray();
        SignFlipTest test = SignFlipTest.of(new Random(6).longs(50).toArray(), 7, 10_000);
        SignFlipTest.Result alone = test.on(Execution.sequential()).test(differences);
        assertEquals(alone, test.test(differences));
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            assertEquals(alone, test.on(Execution.of(pool, 4)).test(differences));
        } finally {
            pool.shutdown();
            assertTrue(pool.awaitTermination(20, TimeUnit.SECONDS));
        }
    }

    @Test
    void aDifferenceThatIsNoFiniteNumberIsNoEvidence() {
        for (double wrong : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            for (int rows : new int[] {3, 40}) {
                double[] differences = new double[rows];
                Arrays.fill(differences, 0.25);
                differences[2] = wrong;
                SignFlipTest test = SignFlipTest.of(LongStream.range(0, rows).toArray(), 1, 64);
                assertRefused(
                        "differences must be finite, got " + wrong + " at row 2; a mean without bound, such as a"
                                + " logarithmic loss, may have clipped scores instead",
                        () -> test.test(differences));
            }
        }
    }

    @Test
    void rowsOfOneUnitFlipTogether() {
        double[] differences = {0.5, -0.25, 0.125, 0.5};
        SignFlipTest.Result result =
                SignFlipTest.of(new long[] {1, 1, 2, 3}, 1, 64).test(differences);
        assertEquals(8, result.flips());
        assertEquals(2 / 8.0, result.pValue());
        assertEquals(1 / 8.0, result.pGreater());
    }

    @Test
    void theQueryIsTheUnitOfARanking() {
        int[] queries = {0, 0, 1, 1, 2, 2};
        double[] relevance = {1, 0, 1, 0, 1, 0};
        RankingPredictions right = RankingPredictions.of(queries, relevance, new double[] {2, 1, 2, 1, 2, 1});
        RankingPredictions wrong = RankingPredictions.of(queries, relevance, new double[] {1, 2, 1, 2, 1, 2});
        SignFlipTest.Result result =
                SignFlipTest.of(new long[] {5, 5, 6, 6, 7, 7}, 1, 64).test(RankingMetrics.MRR, right, wrong);
        assertEquals(0.5, result.difference(), 1e-15);
        assertEquals(2 / 8.0, result.pValue());
    }

    @Test
    void badArgumentsAreRefused() {
        assertRefused("flips must be at least 1, got 0", () -> SignFlipTest.of(new long[1], 1, 0));
        assertRefused("differences has 2 rows but unitKeys has 1", () -> SignFlipTest.of(new long[1], 1, 1)
                .test(new double[2]));
        assertRefused("precision is not a mean of the same rows for both models", () -> SignFlipTest.of(
                        LongStream.range(0, 60).toArray(), 1, 1)
                .test(
                        new Precision(0.5),
                        ReferenceTable.predictions("b60", "score"),
                        ReferenceTable.predictions("b60", "score2")));
    }
}
