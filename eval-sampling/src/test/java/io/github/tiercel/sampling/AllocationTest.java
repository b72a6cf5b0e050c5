package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class AllocationTest {

    @ParameterizedTest
    @CsvFileSource(resources = "class_shares.csv", useHeadersInDisplayName = true)
    void classSharesEqualTheReferenceToTheLastBit(String sizes, String shares) {
        assertArrayEquals(ReferenceCase.doubles(shares), Allocation.classShares(ReferenceCase.ints(sizes)));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "class_shares.csv", useHeadersInDisplayName = true)
    void classesWithoutRowsChangeNoBitOfTheOthers(String sizes, String shares) {
        double[] padded = Allocation.classShares(ReferenceCase.ints("0 " + sizes + " 0"));
        assertArrayEquals(ReferenceCase.doubles("0 " + shares + " 0"), padded);
    }

    @Test
    void rootSharesAreProportionalToSquareRoots() {
        assertArrayEquals(new double[] {0.25, 0.75}, Allocation.rootShares(new int[] {1, 9}));
    }

    @Test
    void noRowsHaveNoShares() {
        assertArrayEquals(new double[] {0, 0}, Allocation.classShares(new int[2]));
    }

    @Test
    void groupsAreDrawnAtTheRootOfTheirMeanSize() {
        double[] shares = Allocation.clusterShares(new int[] {30, 0, 10}, new long[] {30, 0, 90});
        assertArrayEquals(new double[] {0.5, 0, 0.5}, shares);
    }

    @Test
    void strataOfOneClassShareInProportion() {
        double[] weights =
                Allocation.stratumWeights(new int[] {1, 2, 3, 20}, new int[] {0, 0, 1, 1}, new double[] {0.3, 0.7});
        assertEquals(1 * 0.3 / 3, weights[0]);
        assertEquals(20 * 0.7 / 23, weights[3]);
    }
}
