package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class AllocationProperties {

    /** Shares are rounded once each: a sum of 300 is off by less than 300 ulps. */
    private static final double ROUNDING = 1e-13;

    @Provide
    Arbitrary<int[]> sizes() {
        return Arbitraries.integers()
                .between(1, 1_000_000)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(300);
    }

    @Property(seed = "42", tries = 300)
    void sharesSumToOne(@ForAll("sizes") int[] sizes) {
        assertEquals(1, Arrays.stream(Allocation.classShares(sizes)).sum(), ROUNDING);
        assertEquals(1, Arrays.stream(Allocation.rootShares(sizes)).sum(), ROUNDING);
    }

    @Property(seed = "42", tries = 300)
    void largerClassNeverHasASmallerShare(@ForAll("sizes") int[] sizes) {
        int[] sorted = sizes.clone();
        Arrays.sort(sorted);
        double[] shares = Allocation.classShares(sorted);
        for (int c = 1; c < shares.length; c++) {
            assertTrue(shares[c] >= shares[c - 1]);
        }
    }

    @Property(seed = "42", tries = 300)
    void rareClassIsNeverDrawnLessOftenThanACommonOne(
            @ForAll @IntRange(min = 1, max = 1_000_000) int rare, @ForAll @IntRange(max = 1_000_000) int more) {
        double[] shares = Allocation.classShares(new int[] {rare, rare + more});
        assertTrue(shares[0] / rare >= shares[1] / (rare + more) * (1 - ROUNDING));
    }
}
