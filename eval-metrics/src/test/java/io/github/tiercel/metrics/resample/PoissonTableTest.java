package io.github.tiercel.metrics.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonTableTest {

    /** Parts of all 32-bit numbers, at least one a cell: within a part the draw changes once at most. */
    private static final int PARTS = 1 << 12;

    private static final long PART = (1L << 32) / PARTS;

    /**
     * Probabilities are whole multiples of 2^-32, at most one of them off; and what is rarer than that is drawn as the
     * others are, which adds a few 2^-32 times the probability.
     */
    private static final double ROUNDING = 1.25 * 0x1p-32;

    /** All means of tables that segments are drawn with. */
    static IntStream means() {
        return IntStream.concat(
                IntStream.rangeClosed(1, 64), IntStream.rangeClosed(2, 16).map(k -> 64 * k));
    }

    @ParameterizedTest
    @MethodSource("means")
    void everyNumberIsDrawnWithItsPoissonProbability(int mean) {
        Map<Integer, Long> draws = draws(PoissonTable.of(mean));
        PoissonDistribution poisson = new PoissonDistribution(mean);
        for (int k = 0; k < 2 * mean + 100; k++) {
            double drawn = draws.getOrDefault(k, 0L) * 0x1p-32;
            assertEquals(poisson.probability(k), drawn, ROUNDING, "P(" + k + ")");
        }
        assertEquals(
                1L << 32, draws.values().stream().mapToLong(Long::longValue).sum());
        assertTrue(draws.keySet().stream().allMatch(k -> k >= 0 && k < 2 * mean + 100));
    }

    @ParameterizedTest
    @MethodSource("means")
    void meanAndVarianceAreTheMean(int mean) {
        double sum = 0;
        double squares = 0;
        for (Map.Entry<Integer, Long> draw : draws(PoissonTable.of(mean)).entrySet()) {
            double distance = draw.getKey() - mean;
            sum += distance * (draw.getValue() * 0x1p-32);
            squares += distance * distance * (draw.getValue() * 0x1p-32);
        }
        // What is never drawn, a few 2^-32 in each tail, stands seven standard deviations out; so does rounding.
        double deviation = Math.sqrt(mean);
        assertEquals(0, sum / deviation, 1e-7);
        assertEquals(1, squares / mean, 1e-6);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64, 1024})
    void theDrawChangesOnceAtMostWithinACell(int mean) {
        PoissonTable table = PoissonTable.of(mean);
        for (int part = 0; part < PARTS; part++) {
            int changes = 0;
            int last = table.draw((int) (part * PART));
            for (long bits = part * PART; bits < (part + 1) * PART; bits += 1 << 10) {
                int draw = table.draw((int) bits);
                changes += draw == last ? 0 : 1;
                last = draw;
            }
            assertTrue(changes <= 1, "part " + part);
        }
    }

    /** Of all 32-bit numbers, how many draw each number: found part by part, by the point at which the draw changes. */
    private static Map<Integer, Long> draws(PoissonTable table) {
        Map<Integer, Long> draws = new HashMap<>();
        for (int part = 0; part < PARTS; part++) {
            long from = part * PART;
            long to = from + PART;
            int first = table.draw((int) from);
            int last = table.draw((int) (to - 1));
            long change = first == last ? to : change(table, from, to - 1);
            draws.merge(first, change - from, Long::sum);
            draws.merge(last, to - change, Long::sum);
        }
        return draws;
    }

    /** The first number from which on the draw is that of the end. */
    private static long change(PoissonTable table, long from, long to) {
        int first = table.draw((int) from);
        long low = from;
        long high = to;
        while (high - low > 1) {
            long middle = (low + high) / 2;
            if (table.draw((int) middle) == first) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
