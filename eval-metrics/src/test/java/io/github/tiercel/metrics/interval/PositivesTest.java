package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import org.junit.jupiter.api.Test;

class PositivesTest {

    @Test
    void sampledRowsStandForThoseOfTheirStratum() {
        // Two of 6 rows of the first stratum, three of 12 of the second.
        Design design = Design.stratified(new int[] {0, 0, 1, 1, 1}, new int[] {2, 3}, new int[] {6, 12});
        BinaryPredictions predictions =
                BinaryPredictions.of(new boolean[] {true, false, true, false, false}, new double[5]);
        BinaryPredictions weighted = predictions.withWeights(new double[] {3, 3, 4, 4, 4});
        assertEquals(new Positives(2, 3 + 4, 3, 3 + 4 + 4, 2), Positives.of(weighted, design));
    }

    @Test
    void rowsWithoutWeightStandForNothing() {
        Design design = Design.stratified(new int[4], new int[] {4}, new int[] {20});
        BinaryPredictions predictions = BinaryPredictions.of(
                new boolean[] {true, true, false, false}, new double[4], new double[] {0, 5, 5, 0});
        assertEquals(new Positives(1, 5, 1, 5, 1), Positives.of(predictions, design));
    }

    @Test
    void shareLeftIsThatOfTheNegatives() {
        assertEquals(0.75, new Positives(7, 9, 25, 100, 7).shareLeft());
        assertEquals(0, new Positives(7, 9, 100, 100, 7).shareLeft());
    }

    @Test
    void effectivePositivesLieBetweenThoseSampledAndThoseInAll() {
        // sqrt(20 * 80 * 25 / 100) = 20.
        assertEquals(20, new Positives(20, 80, 25, 100, 20).effectiveInSample());
        // Ten users with two each: half of it.
        assertEquals(10, new Positives(20, 80, 25, 100, 10).effectiveInSample());
        // All rows: as many as there are.
        assertEquals(7, new Positives(7, 7, 100, 100, 7).effectiveInSample());
    }

    @Test
    void effectivePositivesUnderWeightsAreKishs() {
        // (1 + 3)^2 / (1 + 9) = 1.6; the negative does not count.
        BinaryPredictions predictions =
                BinaryPredictions.of(new boolean[] {true, true, false}, new double[3], new double[] {1, 3, 8});
        assertEquals(1.6, Positives.effective(predictions, Design.independent(3)), 1e-15);
    }
}
