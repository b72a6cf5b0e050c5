package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class Xxh64Test {

    @Test
    void hashesEqualTheReferenceAtEveryKindOfLength() {
        byte[] buffer = sanityBuffer(300);
        List<String> lines = ReferenceCase.lines("xxh64.csv");
        for (String line : lines.subList(1, lines.size())) {
            int comma = line.indexOf(',');
            int length = Integer.parseInt(line.substring(0, comma));
            String hash = String.format("%016X", Xxh64.hash(Arrays.copyOf(buffer, length), 0));
            assertEquals(line.substring(comma + 1), hash, () -> "length " + length);
        }
    }

    /** Values of the sanity check of xxHash. */
    @Test
    void seedTakesPartInShortAndLongHashes() {
        long seed = 2654435761L;
        assertEquals(0xAC75FDA2929B17EFL, Xxh64.hash(new byte[0], seed));
        assertEquals(0x20CB8AB7AE10C14AL, Xxh64.hash(sanityBuffer(222), seed));
    }

    private static byte[] sanityBuffer(int length) {
        byte[] buffer = new byte[length];
        long state = 2654435761L;
        for (int i = 0; i < length; i++) {
            buffer[i] = (byte) (state >>> 56);
            state *= 0x9E3779B185EBCA8DL;
        }
        return buffer;
    }
}
