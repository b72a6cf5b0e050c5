package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SplitMixTest {

    static List<ReferenceCase> casesWithPriorities() {
        return ReferenceCase.all().stream().filter(ReferenceCase::hasPriorities).toList();
    }

    /** First numbers of SplitMix64 for the state 1234567, as published with the generator's many ports. */
    @Test
    void mixIsTheFinalizerOfSplitMix64() {
        long[] expected = {6457827717110365317L, 3203168211198807973L, Long.parseUnsignedLong("9817491932198370423")};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], SplitMix.mix(1234567 + (i + 1) * SplitMix.GAMMA));
        }
    }

    @ParameterizedTest
    @MethodSource("casesWithPriorities")
    void prioritiesEqualTheReference(ReferenceCase reference) {
        long salt = SplitMix.salt(reference.orderSeed());
        long[] keys = reference.rowKeys();
        long[] expected = reference.priorities();
        for (int row = 0; row < keys.length; row++) {
            assertEquals(expected[row], SplitMix.priority(keys[row], salt));
        }
    }

    /** A hash symmetric in key and seed would give the key that equals the seed a constant priority. */
    @Test
    void keyEqualToTheSeedIsNotSpecial() {
        long one = SplitMix.priority(1, SplitMix.salt(1));
        long two = SplitMix.priority(2, SplitMix.salt(2));
        assertNotEquals(one, two);
    }
}
