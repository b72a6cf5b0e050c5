package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantileRanksTest {

    /** Of MLPerf's LoadGen, which says 64 for one call above the 90th percentile's limit at a confidence of 0.99. */
    @ParameterizedTest
    @CsvSource({
        "0.9, 44, 64, 81, 127, 197",
        "0.95, 90, 130, 165, 259, 398",
        "0.97, 152, 219, 277, 433, 667",
        "0.99, 459, 662, 838, 1307, 2010",
        "0.999, 4603, 6636, 8403, 13105, 20140"
    })
    void needsAsManyValuesAsLoadGen(double q, long with0, long with1, long with2, long with5, long with10) {
        QuantileRanks ranks = new QuantileRanks(q, 0.01);
        assertArrayEquals(
                new long[] {with0, with1, with2, with5, with10},
                LongStream.of(0, 1, 2, 5, 10).map(ranks::valuesNeeded).toArray());
    }

    @Test
    void boundsLieWhereTheBinomialDistributionSays() {
        // By exact fractions: P(Bin(1000, 0.99) <= x) reaches 0.025 at 983 and 0.975 at 996.
        QuantileRanks p99 = new QuantileRanks(0.99, 0.025);
        assertEquals(OptionalLong.of(983), p99.lower(1000));
        assertEquals(OptionalLong.of(997), p99.upper(1000));
        assertEquals(OptionalLong.of(3), p99.mostAbove(1000));
    }

    @Test
    void theMedianOfSixIsBetweenTheSmallestAndTheLargest() {
        QuantileRanks median = new QuantileRanks(0.5, 0.025);
        assertEquals(OptionalLong.of(1), median.lower(6));
        assertEquals(OptionalLong.of(6), median.upper(6));
        assertEquals(OptionalLong.empty(), median.lower(5));
        assertEquals(OptionalLong.empty(), median.upper(5));
    }

    @Test
    void tooFewValuesBoundNothing() {
        QuantileRanks p99 = new QuantileRanks(0.99, 0.025);
        assertEquals(368, p99.valuesNeeded(0));
        assertEquals(OptionalLong.of(368), p99.upper(368));
        assertEquals(OptionalLong.empty(), p99.upper(367));
        assertEquals(OptionalLong.empty(), p99.mostAbove(367));
        assertEquals(OptionalLong.empty(), p99.upper(0));
        assertEquals(OptionalLong.empty(), p99.lower(0));
    }

    @Test
    void oneValueIsBelowAHighQuantile() {
        assertEquals(OptionalLong.of(1), new QuantileRanks(0.99, 0.025).lower(1));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.025", "1, 0.025", "NaN, 0.025"})
    void theQuantileIsWithinTheValues(double q, double alpha) {
        var thrown = assertThrows(IllegalArgumentException.class, () -> new QuantileRanks(q, alpha));
        assertEquals("q must be in (0, 1), got " + q, thrown.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0.9, 0", "0.9, 0.5", "0.9, NaN"})
    void aBoundIsMissedLessThanHalfTheTime(double q, double alpha) {
        var thrown = assertThrows(IllegalArgumentException.class, () -> new QuantileRanks(q, alpha));
        assertEquals("alpha must be in (0, 0.5), got " + alpha, thrown.getMessage());
    }
}
