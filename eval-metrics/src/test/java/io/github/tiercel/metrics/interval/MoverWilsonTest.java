package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Expected numbers: the formulas of the class in NumPy 1.24.2, with norm.ppf of SciPy 1.10.1. */
class MoverWilsonTest {

    private static final double TOLERANCE = 1e-12;

    /** A standard error of 0.2, far above that of the limits joined here. */
    private static final double LARGE_VARIANCE = 0.04;

    private static final double LARGE_MARGIN = 0.2 * 1.959963984540054;

    /** Twelve rows of 60, eight of them right; a whole stratum of ten, six of them right. */
    private static final Design DESIGN = Design.stratified(strata(12, 10), new int[] {12, 10}, new int[] {60, 10});

    private static final double[] RIGHT = concat(right(12, 8), right(10, 6));

    @Test
    void limitsOfTheFullSetAreJoinedOverStrata() {
        assertLimits(
                0.44159817036972926, 0.8136518505020949, mover(DESIGN, RIGHT).fullSet(0));
    }

    @Test
    void theWorldAddsTheDistanceToTheLimitsOfTheFullSet() {
        assertLimits(0.412011345294111, 0.8430855197585684, mover(DESIGN, RIGHT).population(0));
    }

    @Test
    void allRowsOfASampleLeaveNothingToTheLinearisedError() {
        MoverWilson all = mover(DESIGN, RIGHT);
        assertEquals(all.fullSet(0), all.fullSet(LARGE_VARIANCE));
        assertEquals(all.population(0), all.population(LARGE_VARIANCE));
    }

    @Test
    void aSliceStandsForItsPartOfEachStratum() {
        assertLimits(0.3941810954234928, 0.8192329359768032, slice(6, 10).fullSet(0));
        assertLimits(0.350917929655337, 0.8625836808196768, slice(6, 10).population(0));
    }

    @Test
    void inASliceOfSeveralStrataTheLinearisedErrorIsTheLeast() {
        MoverWilson slice = slice(6, 10);
        assertLimits(0.65 - LARGE_MARGIN, 1, slice.fullSet(LARGE_VARIANCE));
        assertLimits(0.65 - LARGE_MARGIN, 1, slice.population(LARGE_VARIANCE));
        // A margin of 0.2 is less than that of the lower limit, 0.256, and more than that of the upper one, 0.169.
        double between = 0.2 / 1.959963984540054;
        assertLimits(0.3941810954234928, 0.85, slice.fullSet(between * between));
    }

    @Test
    void aSliceOfOneStratumHasNoMixToEstimate() {
        MoverWilson slice = slice(6, 0);
        assertEquals(slice.fullSet(0), slice.fullSet(LARGE_VARIANCE));
    }

    @Test
    void aSliceOfWholeStrataHasNoMixToEstimateEither() {
        Design three = Design.stratified(strata(3, 3, 3), new int[] {3, 3, 3}, new int[] {30, 30, 30});
        int[] firstTwo = {0, 1, 2, 3, 4, 5};
        MoverWilson slice = mover(three.select(firstTwo), new double[] {1, 0, 1, 1, 0, 0});
        assertEquals(slice.fullSet(0), slice.fullSet(LARGE_VARIANCE));
    }

    @Test
    void rowsThatDoNotCountAreNoTrials() {
        double[] values = Arrays.copyOf(RIGHT, RIGHT.length);
        double[] weights = new double[values.length];
        Arrays.fill(weights, 1);
        // Three right and three wrong rows of the first stratum, as the slice leaves out.
        for (int row : new int[] {0, 1, 2, 3, 10, 11}) {
            weights[row] = 0;
        }
        MoverWilson some =
                MoverWilson.of(MeanTerms.wrap(values, weights), subject(DESIGN)).orElseThrow();
        assertEquals(slice(6, 10).fullSet(0), some.fullSet(0));
    }

    @Test
    void ofValuesInBetweenThereIsNone() {
        double[] values = Arrays.copyOf(RIGHT, RIGHT.length);
        values[3] = 0.5;
        assertEquals(
                Optional.empty(),
                MoverWilson.of(MeanTerms.wrap(values, values), subject(DESIGN)).map(MoverWilson::toString));
    }

    private static void assertLimits(double lower, double upper, Interval actual) {
        assertEquals(lower, actual.lower(), TOLERANCE);
        assertEquals(upper, actual.upper(), TOLERANCE);
        assertEquals(0.95, actual.level());
        assertEquals("mover-wilson", actual.method());
    }

    /**
     * Some rows of each stratum: the last of the first, of which two in three are right, and the first of the second.
     */
    private static MoverWilson slice(int first, int second) {
        int[] rows = new int[first + second];
        Arrays.setAll(rows, i -> i < first ? 4 + i : 12 + i - first);
        double[] values = new double[rows.length];
        Arrays.setAll(values, i -> RIGHT[rows[i]]);
        return mover(DESIGN.select(rows), values);
    }

    private static MoverWilson mover(Design design, double[] values) {
        double[] weights = new double[values.length];
        Arrays.fill(weights, 1);
        return MoverWilson.of(MeanTerms.wrap(values, weights), subject(design)).orElseThrow();
    }

    private static Subject<BinaryPredictions> subject(Design design) {
        BinaryPredictions any = BinaryPredictions.of(new boolean[design.rows()], new double[design.rows()]);
        return new Subject<>(BinaryMetrics.ACCURACY, any, 0.5, design, 0.95);
    }

    private static int[] strata(int... sizes) {
        int[] strata = new int[Arrays.stream(sizes).sum()];
        int from = 0;
        for (int h = 0; h < sizes.length; h++) {
            Arrays.fill(strata, from, from + sizes[h], h);
            from += sizes[h];
        }
        return strata;
    }

    private static double[] right(int rows, int right) {
        double[] values = new double[rows];
        Arrays.fill(values, 0, right, 1);
        return values;
    }

    private static double[] concat(double[] a, double[] b) {
        double[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
