package io.github.tiercel.metrics;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.binary.BinaryMetrics;
import org.junit.jupiter.api.Test;

class BinaryPredictionsTest {

    private static final boolean[] LABELS = {false, false, true, true};
    private static final double[] SCORES = {.1, .4, .35, .8};

    @Test
    void exampleOfTheJavadoc() {
        BinaryPredictions predictions = BinaryPredictions.of(LABELS, SCORES);
        assertEquals(0.75, BinaryMetrics.ROC_AUC.value(predictions).orNaN());
    }

    @Test
    void rowsWithoutWeightsWeighOne() {
        BinaryPredictions predictions = BinaryPredictions.of(LABELS, SCORES);
        assertFalse(predictions.isWeighted());
        assertEquals(1, predictions.weight(3));
        assertEquals(4, predictions.rows());
        assertEquals(4, predictions.weightedRows());
        assertEquals(2, predictions.positives());
        assertEquals(2, predictions.negatives());
    }

    @Test
    void rowsOfWeightZeroAreNotCounted() {
        BinaryPredictions predictions = BinaryPredictions.of(LABELS, SCORES, new double[] {0, 2, 0, .5});
        assertTrue(predictions.isWeighted());
        assertEquals(4, predictions.rows());
        assertEquals(2, predictions.weightedRows());
        assertEquals(1, predictions.positives());
        assertEquals(1, predictions.negatives());
        assertEquals(2, predictions.groups().size());
        assertEquals(2, predictions.groups().rows());
    }

    @Test
    void ofCopiesAndWrapDoesNot() {
        boolean[] labels = LABELS.clone();
        double[] scores = SCORES.clone();
        double[] weights = {1, 2, 3, 4};
        BinaryPredictions copied = BinaryPredictions.of(labels, scores, weights);
        BinaryPredictions wrapped = BinaryPredictions.wrap(labels, scores, weights);
        BinaryPredictions wrappedWithoutWeights = BinaryPredictions.wrap(labels, scores);
        labels[0] = true;
        scores[0] = 0.9;
        weights[0] = 7;
        assertFalse(copied.label(0));
        assertEquals(0.1, copied.score(0));
        assertEquals(1, copied.weight(0));
        assertTrue(wrapped.label(0));
        assertEquals(0.9, wrapped.score(0));
        assertEquals(7, wrapped.weight(0));
        assertEquals(0.9, wrappedWithoutWeights.score(0));
    }

    @Test
    void groupsAreMadeOnce() {
        BinaryPredictions predictions = BinaryPredictions.of(LABELS, SCORES);
        assertSame(predictions.groups(), predictions.groups());
        assertSame(predictions, predictions.groups().predictions());
    }

    @Test
    void selectedRowsKeepTheirWeightsAndMayRepeat() {
        BinaryPredictions predictions = BinaryPredictions.of(LABELS, SCORES, new double[] {1, 2, 3, 4});
        BinaryPredictions selected = predictions.select(new int[] {3, 3, 0});
        assertEquals(3, selected.rows());
        assertTrue(selected.label(1));
        assertEquals(0.8, selected.score(1));
        assertEquals(4, selected.weight(1));
        assertEquals(0.1, selected.score(2));
        assertFalse(BinaryPredictions.of(LABELS, SCORES).select(new int[] {1}).isWeighted());
    }

    @Test
    void selectedRowMustExist() {
        BinaryPredictions predictions = BinaryPredictions.of(LABELS, SCORES);
        assertThrows(IndexOutOfBoundsException.class, () -> predictions.select(new int[] {4}));
        assertThrows(IndexOutOfBoundsException.class, () -> predictions.select(new int[] {-1}));
    }

    @Test
    void scoresARoundingBeyondTheUnitIntervalAreReadAsItsEnds() {
        BinaryPredictions predictions =
                BinaryPredictions.of(new boolean[] {true, false, true}, new double[] {1 + 1e-10, -1e-10, 0.5});
        assertTrue(predictions.areProbabilities());
        assertEquals(2, predictions.clampedRows());
        assertEquals(1, predictions.probability(0));
        assertEquals(0, predictions.probability(1));
        assertEquals(0.5, predictions.probability(2));
        assertEquals(1 + 1e-10, predictions.score(0));
    }

    @Test
    void scoresFurtherOutsideAreNoProbabilities() {
        BinaryPredictions above = BinaryPredictions.of(new boolean[] {true}, new double[] {1.001});
        BinaryPredictions below = BinaryPredictions.of(new boolean[] {true}, new double[] {-0.001});
        BinaryPredictions infinite =
                BinaryPredictions.of(new boolean[] {true}, new double[] {Double.POSITIVE_INFINITY});
        assertFalse(above.areProbabilities());
        assertFalse(below.areProbabilities());
        assertFalse(infinite.areProbabilities());
        assertEquals(0, above.clampedRows());
    }

    @Test
    void scoreOfARowOfWeightZeroDoesNotMakeTheOthersLessProbable() {
        boolean[] labels = {true, false, true};
        BinaryPredictions predictions =
                BinaryPredictions.of(labels, new double[] {0.9, 0.1, 17}, new double[] {1, 1, 0});
        assertTrue(predictions.areProbabilities());
        assertEquals(0, predictions.clampedRows());
        assertEquals(0.01, BinaryMetrics.BRIER.value(predictions).orNaN(), 1e-15);
    }

    @Test
    void lengthMismatchNamesBoth() {
        assertRefused(
                "labels has 4 rows but scores has 3", () -> BinaryPredictions.of(LABELS, new double[] {.1, .2, .3}));
        assertRefused(
                "labels has 4 rows but scores has 3", () -> BinaryPredictions.wrap(LABELS, new double[] {.1, .2, .3}));
        assertRefused(
                "weights has 2 rows but labels has 4", () -> BinaryPredictions.of(LABELS, SCORES, new double[] {1, 1}));
        assertRefused("weights has 5 rows but labels has 4", () -> BinaryPredictions.of(LABELS, SCORES)
                .withWeights(new double[5]));
    }

    @Test
    void scoreThatIsNotANumberIsRefusedWithItsRow() {
        assertRefused(
                "scores must be numbers, got NaN at row 2",
                () -> BinaryPredictions.of(LABELS, new double[] {.1, .2, Double.NaN, .3}));
    }

    @Test
    void badWeightIsRefusedWithItsRow() {
        assertRefused(
                "weights must be finite and at least 0, got -0.5 at row 1",
                () -> BinaryPredictions.of(LABELS, SCORES, new double[] {1, -.5, 1, 1}));
        assertRefused(
                "weights must be finite and at least 0, got NaN at row 0",
                () -> BinaryPredictions.wrap(LABELS, SCORES, new double[] {Double.NaN, 1, 1, 1}));
        assertRefused("weights must be finite and at least 0, got Infinity at row 3", () -> BinaryPredictions.of(
                        LABELS, SCORES)
                .withWeights(new double[] {1, 1, 1, Double.POSITIVE_INFINITY}));
    }

    @Test
    void weightsWhoseSumOverflowsAreRefused() {
        double huge = Double.MAX_VALUE;
        assertRefused(
                "weights must have a finite sum",
                () -> BinaryPredictions.of(LABELS, SCORES, new double[] {huge, huge, 1, 1}));
    }
}
