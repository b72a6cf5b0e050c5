package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class InterleavingProperties {

    @Provide
    Arbitrary<int[]> sizes() {
        return Arbitraries.integers().between(0, 30).array(int[].class).ofMaxSize(12);
    }

    @Provide
    Arbitrary<double[]> weights() {
        return Arbitraries.doubles()
                .between(1e-9, 1)
                .ofScale(9)
                .array(double[].class)
                .ofSize(12);
    }

    @Property(seed = "42", tries = 300)
    void prefixSizesCountTheSlotsOfTheQueue(@ForAll("sizes") int[] sizes, @ForAll("weights") double[] weights) {
        assertPrefixSizesCount(new Interleaving(sizes, weights));
    }

    @Property(seed = "42", tries = 300)
    void tiedSlotsAreCountedInOrder(@ForAll("sizes") int[] sizes) {
        double[] weights = new double[sizes.length];
        Arrays.fill(weights, 0.125);
        assertPrefixSizesCount(new Interleaving(sizes, weights));
    }

    private static void assertPrefixSizesCount(Interleaving interleaving) {
        int[] counted = new int[interleaving.strata()];
        int slots = IntStream.range(0, counted.length).map(interleaving::size).sum();
        SlotQueue queue = new SlotQueue(interleaving);
        for (int m = 0; m < slots; m++) {
            assertArrayEquals(counted, interleaving.prefixSizes(m));
            counted[queue.next()]++;
        }
        assertArrayEquals(counted, interleaving.prefixSizes(slots));
    }
}
