package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RegressionPredictions;
import org.junit.jupiter.api.Test;

/** Worked by hand: strata of 4 rows from 8 and of 3 rows from 3. */
class PairedSpreadTest {

    private static final Design DESIGN =
            Design.stratified(new int[] {0, 0, 0, 0, 1, 1, 1}, new int[] {4, 3}, new int[] {8, 3});
    private static final RegressionPredictions ROWS =
            RegressionPredictions.of(new double[7], new double[7], new double[] {2, 2, 2, 2, 1, 1, 1});

    /** The sum of weights is 11. */
    private static final double W = 11;

    private static final double[] NOW = {1, 2, 3, 6, 50, 60, 70};
    private static final double[] BEFORE = {0, 2, 2, 4, -50, 60, 7};
    private static final PairedSpread SPREAD = spread(DESIGN, ROWS, NOW, BEFORE);

    /** 4/3 (1 - 4/8) sum (2/11)² (x - 3)², and nothing from the stratum taken whole. */
    @Test
    void variancesAreSumsWithinStrata() {
        double factor = 4.0 / 3 * 0.5 * (2 / W) * (2 / W);
        assertEquals(factor * (4 + 1 + 0 + 9), SPREAD.ofNow(), 1e-14);
        assertEquals(factor * (4 + 0 + 0 + 4), SPREAD.ofReference(), 1e-14);
        assertEquals(factor * (4 + 0 + 0 + 6), SPREAD.together(), 1e-14);
        assertEquals(7, SPREAD.units());
    }

    @Test
    void aSingleModelHasTheVarianceOfThePlainEstimate() {
        assertEquals(UnitContributions.of(DESIGN, ROWS, NOW).fullSet().value(), SPREAD.ofNow(), 1e-14);
        assertEquals(SPREAD.ofNow(), SPREAD.left(0, SPREAD.noJumps()).value(), 1e-14);
    }

    @Test
    void whatIsLeftIsTheVarianceOfDifferences() {
        // x - y / 2 = 1, 1, 2, 4 around 2.
        double factor = 4.0 / 3 * 0.5 * (2 / W) * (2 / W);
        assertEquals(
                factor * (1 + 1 + 0 + 4), SPREAD.left(0.5, SPREAD.noJumps()).value(), 1e-14);
    }

    @Test
    void degreesOfFreedomAreAtMostThoseOfTheRows() {
        assertEquals(3, SPREAD.left(1, SPREAD.noJumps()).degreesOfFreedom(), 1e-12);
    }

    /** One of 1,000 rows differs: the kurtosis is 1,000, and 2,000 / 999 degrees of freedom remain. */
    @Test
    void aVarianceThatRestsOnOneRowHasTwoDegreesOfFreedom() {
        Design design = Design.stratified(new int[1000], new int[] {1000}, new int[] {5000});
        RegressionPredictions rows = RegressionPredictions.of(new double[1000], new double[1000]);
        double[] now = new double[1000];
        now[17] = 1;
        Variance left = spread(design, rows, now, new double[1000]).left(1, new double[1]);
        assertEquals(2, left.degreesOfFreedom(), 0.01);
    }

    @Test
    void aJumpIsTheRangeOfContributionsWithinAStratum() {
        assertArrayEquals(new double[] {2 * 5 / W, 20 / W}, SPREAD.jumps(false), 1e-14);
    }

    /** The stratum of weight 1 has a jump of 20 / W, so one of weight 2 has twice that. */
    @Test
    void whereAllAreDecidedAlikeAJumpIsAsWideAsElsewhere() {
        double[] alike = {5, 5, 5, 5, 50, 60, 70};
        double[] jumps = spread(DESIGN, ROWS, alike, BEFORE).jumps(true);
        assertArrayEquals(new double[] {40 / W, 20 / W}, jumps, 1e-14);
    }

    @Test
    void aStratumThatAMetricIsNotOfHasNoJump() {
        double[] none = {0, 0, 0, 0, 50, 60, 70};
        assertArrayEquals(
                new double[] {0, 20 / W}, spread(DESIGN, ROWS, none, BEFORE).jumps(true), 1e-14);
        assertArrayEquals(
                new double[] {40 / W, 20 / W},
                spread(DESIGN, ROWS, none, BEFORE).jumps(false),
                1e-14);
    }

    @Test
    void aJumpCountsAsOneMoreDifference() {
        double without = SPREAD.left(0, SPREAD.noJumps()).value();
        double with = SPREAD.left(0, new double[] {0.1, 0.1}).value();
        assertEquals(without + 4.0 / 3 * 0.5 * 0.01, with, 1e-14);
    }

    @Test
    void clustersAreSummedFirst() {
        Design clustered =
                Design.stratified(new int[4], new int[] {2}, new int[] {4}).withClusters(new int[] {0, 0, 1, 1});
        RegressionPredictions rows = RegressionPredictions.of(new double[4], new double[4]);
        PairedSpread spread = spread(clustered, rows, new double[] {1, -1, 2, 2}, new double[] {1, 1, 1, 1});
        assertEquals(2, spread.units());
        // Sums 0 and 4 of 4 rows: 2/1 (1 - 2/4) ((0 - 1/2)² + (1 - 1/2)²).
        assertEquals(0.5, spread.ofNow(), 1e-14);
        assertEquals(0, spread.ofReference(), 1e-14);
    }

    private static PairedSpread spread(Design design, Predictions rows, double[] now, double[] before) {
        return PairedSpread.of(UnitParts.of(design, rows, now), 1, UnitParts.of(design, rows, before), 1);
    }

    @Test
    void slopesBringContributionsToTheScale() {
        PairedSpread stretched =
                PairedSpread.of(UnitParts.of(DESIGN, ROWS, NOW), 3, UnitParts.of(DESIGN, ROWS, BEFORE), 0.5);
        assertEquals(9 * SPREAD.ofNow(), stretched.ofNow(), 1e-14);
        assertEquals(0.25 * SPREAD.ofReference(), stretched.ofReference(), 1e-14);
        assertEquals(1.5 * SPREAD.together(), stretched.together(), 1e-14);
    }
}
