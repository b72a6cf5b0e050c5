package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeyTwinsTest {

    @Test
    void distinctKeysHaveNone() {
        assertFalse(KeyTwins.existAmong(new long[0]));
        assertFalse(KeyTwins.existAmong(new long[] {0}));
        assertFalse(KeyTwins.existAmong(new long[] {0, -1, 1, Long.MIN_VALUE, Long.MAX_VALUE}));
        assertFalse(KeyTwins.existAmong(LongStream.range(0, 100_000).toArray()));
    }

    @Test
    void anyKeyMayOccurTwice() {
        for (int twin = 1; twin < 100; twin++) {
            long[] keys = LongStream.range(0, 100).toArray();
            keys[0] = keys[twin];
            assertTrue(KeyTwins.existAmong(keys), "twin of row " + twin);
        }
    }

    @Test
    void keysAreLeftAsTheyAre() {
        long[] keys = {3, 1, 2};
        KeyTwins.existAmong(keys);
        assertArrayEquals(new long[] {3, 1, 2}, keys);
    }
}
