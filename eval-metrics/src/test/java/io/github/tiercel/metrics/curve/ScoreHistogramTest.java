package io.github.tiercel.metrics.curve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreHistogramTest {

    @Test
    void aBinHoldsItsLowerEndAndTheLastOneItsUpperEnd() {
        ScoreHistogram histogram =
                of(new boolean[] {true, false, false, true, true}, new double[] {0, 0.025, 0.0249, 0.975, 1}, true);
        assertEquals(40, histogram.positives().size());
        assertEquals(1, histogram.positives().get(0));
        assertEquals(1, histogram.negatives().get(0));
        assertEquals(1, histogram.negatives().get(1));
        assertEquals(2, histogram.positives().get(39));
    }

    @Test
    void weightsCount() {
        BinaryPredictions predictions = BinaryPredictions.of(
                new boolean[] {true, false, false}, new double[] {0.9, 0.1, 0.11}, new double[] {2, 3, 0.5});
        ScoreHistogram histogram = ScoreHistogram.of(predictions.groups(), true).orElseThrow();
        assertEquals(2, histogram.positives().get(36));
        assertEquals(3.5, histogram.negatives().get(4));
    }

    @Test
    void binsHoldWhatACountRowByRowSays() {
        Random random = new Random(7);
        boolean[] labels = new boolean[2000];
        double[] scores = new double[2000];
        double[][] counted = new double[2][40];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = random.nextInt(3) == 0;
            scores[row] = random.nextDouble();
            counted[labels[row] ? 1 : 0][(int) (scores[row] * 40)]++;
        }
        ScoreHistogram histogram = of(labels, scores, true);
        for (int bin = 0; bin < 40; bin++) {
            assertEquals(counted[1][bin], histogram.positives().get(bin));
            assertEquals(counted[0][bin], histogram.negatives().get(bin));
        }
    }

    @Test
    void scoresThatAreNoProbabilitiesHaveTheirOwnEnds() {
        boolean[] labels = {true, false, true, false, true};
        ScoreHistogram histogram =
                of(labels, new double[] {-3, 5, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1}, false);
        assertEquals(-3, histogram.lowest());
        assertEquals(5, histogram.highest());
        assertEquals(2, histogram.positives().get(0));
        assertEquals(2, histogram.negatives().get(39));
        assertEquals(1, histogram.positives().get(20));
    }

    @Test
    void oneScoreIsOneBinAndNoFiniteOneNone() {
        ScoreHistogram histogram = of(new boolean[] {true, false}, new double[] {7, 7}, false);
        assertEquals(new ScoreHistogram(7, 7, List.of(1.0), List.of(1.0)), histogram);
        BinaryPredictions infinite =
                BinaryPredictions.of(new boolean[] {true}, new double[] {Double.POSITIVE_INFINITY});
        assertEquals(Optional.empty(), ScoreHistogram.of(infinite.groups(), false));
    }

    @Test
    void binsMustMatch() {
        assertEquals(
                "bins must be the same for both labels, at least one, got 1 and 0",
                assertThrows(IllegalArgumentException.class, () -> new ScoreHistogram(0, 1, List.of(1.0), List.of()))
                        .getMessage());
        assertEquals(
                "ends must be finite and in order, got 1.0 and 0.0",
                assertThrows(IllegalArgumentException.class, () -> new ScoreHistogram(1, 0, List.of(1.0), List.of(1.0)))
                        .getMessage());
    }

    private static ScoreHistogram of(boolean[] labels, double[] scores, boolean unit) {
        return ScoreHistogram.of(BinaryPredictions.of(labels, scores).groups(), unit)
                .orElseThrow();
    }
}
