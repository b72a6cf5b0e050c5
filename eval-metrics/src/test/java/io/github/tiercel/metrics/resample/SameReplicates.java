package io.github.tiercel.metrics.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Checks that replicates are equal to the last bit. */
final class SameReplicates {

    private SameReplicates() {}

    static void assertSameBits(Map<String, Replicates> expected, Map<String, Replicates> actual, String what) {
        assertEquals(List.copyOf(expected.keySet()), List.copyOf(actual.keySet()), what);
        expected.forEach((name, replicates) ->
                assertSameBits(replicates, Objects.requireNonNull(actual.get(name)), what + ", " + name));
    }

    static void assertSameBits(Replicates expected, Replicates actual, String what) {
        assertEquals(expected.scheme(), actual.scheme(), what);
        assertEquals(expected.defined(), actual.defined(), what);
        assertEquals(expected.undefined(), actual.undefined(), what);
        assertEquals(expected.approximationError(), actual.approximationError(), what);
        for (int b = 0; b < expected.defined(); b++) {
            double place = expected.defined() == 1 ? 0 : b / (expected.defined() - 1.0);
            // In ascending order; 0.0 and -0.0 differ.
            assertEquals(
                    Double.doubleToLongBits(expected.quantile(place)),
                    Double.doubleToLongBits(actual.quantile(place)),
                    what);
        }
        if (expected.scheme().pairs() && expected.defined() > 0) {
            // One by one, in their own order.
            Replicates differences = expected.minus(actual);
            assertEquals(expected.defined(), differences.defined(), what);
            assertEquals(0, differences.quantile(0), what);
            assertEquals(0, differences.quantile(1), what);
        }
    }
}
