package io.github.tiercel.metrics.interval;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import org.junit.jupiter.api.Test;

class DesignTest {

    @Test
    void rowsAreUnitsWithoutClusters() {
        Design design = Design.independent(3);
        assertEquals(3, design.units());
        assertEquals(2, design.unit(2));
        assertEquals(1, design.sampleWeight(0));
        assertFalse(design.isSample());
        assertFalse(design.isClustered());
    }

    @Test
    void selectionClosesTheGapsBetweenClusters() {
        Design design =
                Design.independent(5).withClusters(new int[] {0, 1, 2, 2, 1}).select(new int[] {4, 2, 1});
        assertEquals(2, design.units());
        assertEquals(0, design.unit(0));
        assertEquals(1, design.unit(1));
        assertEquals(0, design.unit(2));
    }

    @Test
    void selectionKeepsTheSizesOfTheSample() {
        Design design = Design.stratified(new int[] {0, 1, 1}, new int[] {2, 2}, new int[] {8, 10});
        Design part = design.select(new int[] {2});
        assertEquals(5, part.sampleWeight(0));
        assertTrue(part.isSample());
        assertEquals(18, part.populationUnits());
    }

    @Test
    void argumentsAreCopied() {
        int[] clusters = {0, 1};
        Design design = Design.independent(2).withClusters(clusters);
        clusters[1] = 0;
        assertEquals(2, design.units());
    }

    @Test
    void rowsMustNameTheirStratumAndCluster() {
        assertRefused(
                "strata must be in [0, 1), got 1 at row 1",
                () -> Design.stratified(new int[] {0, 1}, new int[] {2}, new int[] {4}));
        assertRefused("clusters must be at least 0, got -1 at row 0", () -> Design.independent(2)
                .withClusters(new int[] {-1, 0}));
    }

    @Test
    void aDesignOfOtherRowsIsRefused() {
        BinaryPredictions three = BinaryPredictions.of(new boolean[3], new double[3]);
        assertRefused(
                "the design has 2 rows but predictions have 3 and influence values 3",
                () -> Linearisation.variance(Design.independent(2), three, new double[3]));
    }

    @Test
    void impossibleSizesAreRefused() {
        assertRefused(
                "sampled has 1 strata but population has 2",
                () -> Design.stratified(new int[1], new int[1], new int[2]));
        assertRefused(
                "sampled must be in [0, population], got 3 of 2 in stratum 1",
                () -> Design.stratified(new int[1], new int[] {1, 3}, new int[] {1, 2}));
        assertRefused(
                "sampled must be at least 2 where a stratum has several units, got 1 of 9 in stratum 1",
                () -> Design.stratified(new int[1], new int[] {1, 1}, new int[] {1, 9}));
        assertRefused("clusters has 1 rows but the design has 2", () -> Design.independent(2)
                .withClusters(new int[1]));
    }
}
