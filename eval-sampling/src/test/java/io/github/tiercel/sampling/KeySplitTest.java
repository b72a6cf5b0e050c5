package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeySplitTest {

    private static final int KEYS = 100_000;

    /** The seeds are fixed; for other ones a count would be five standard deviations off once in two million. */
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.3, 0.5, 0.9})
    void theFirstPartHasItsShare(double share) {
        for (long seed : new long[] {0, 42, -1}) {
            double deviation = Math.sqrt(KEYS * share * (1 - share));
            assertEquals(KEYS * share, first(seed, share), 5 * deviation);
        }
    }

    private static int first(long seed, double share) {
        KeySplit split = KeySplit.of(seed, share);
        return (int) LongStream.range(0, KEYS).filter(split::isFirst).count();
    }

    @Test
    void aLargerShareKeepsTheKeysOfASmallerOne() {
        KeySplit small = KeySplit.of(42, 0.3);
        KeySplit large = KeySplit.of(42, 0.6);
        assertTrue(LongStream.range(0, KEYS).filter(small::isFirst).allMatch(large::isFirst));
    }

    @Test
    void anotherSeedMakesAnotherDivision() {
        KeySplit one = KeySplit.of(42, 0.5);
        KeySplit other = KeySplit.of(43, 0.5);
        int same = (int) LongStream.range(0, KEYS)
                .filter(key -> one.isFirst(key) == other.isFirst(key))
                .count();
        assertEquals(KEYS / 2.0, same, 5 * Math.sqrt(KEYS) / 2);
    }

    /** Bits of the hash, so that a later version does not move rows from one part to the other unnoticed. */
    @Test
    void theRuleStaysAsItIs() {
        KeySplit split = KeySplit.of(42, 0.5);
        StringBuilder first = new StringBuilder();
        LongStream.range(0, 32).forEach(key -> first.append(split.isFirst(key) ? '1' : '0'));
        assertEquals("00001101011000001110011110010100", first.toString());
        assertNotEquals(SplitMix.splitSeed(42), SplitMix.orderSeed(42));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, Double.NaN})
    void aShareThatLeavesNothingIsRefused(double share) {
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> KeySplit.of(42, share));
        assertEquals("share must be in (0, 1), got " + share, refusal.getMessage());
    }
}
