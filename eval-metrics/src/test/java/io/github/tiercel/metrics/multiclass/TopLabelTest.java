package io.github.tiercel.metrics.multiclass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.calibration.Binning;
import io.github.tiercel.metrics.calibration.ReliabilityBin;
import io.github.tiercel.metrics.calibration.ReliabilityCurve;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopLabelTest {

    private static final MulticlassPredictions THREE = MulticlassPredictions.of(
            List.of("a", "b", "c"),
            new int[] {0, 1, 2, 1},
            new double[][] {{0.7, 0.6, 0.4, 0.5}, {0.2, 0.3, 0.4, 0.5}, {0.1, 0.1, 0.2, 0}},
            new double[] {1, 2, 0.5, 3});

    @Test
    void aRowIsPositiveIfThePredictedClassIsItsOwn() {
        BinaryPredictions top = TopLabel.of(THREE);
        assertTrue(top.label(0));
        assertFalse(top.label(1));
        assertFalse(top.label(2));
        // Of equal scores the first class is predicted.
        assertFalse(top.label(3));
        assertEquals(0.7, top.score(0));
        assertEquals(0.4, top.score(2));
        assertEquals(0.5, top.weight(2));
    }

    @Test
    void rowsThatCountAlikeStayWithoutWeights() {
        assertFalse(
                TopLabel.of(MulticlassPredictions.of(List.of("a", "b"), new int[] {0}, new double[][] {{0.9}, {0.1}}))
                        .isWeighted());
    }

    @Test
    void reliabilityIsThatOfTheConfidence() {
        List<ReliabilityBin> bins = ReliabilityCurve.of(TopLabel.of(THREE), Binning.equalWidth(2), 0.95)
                .orElseThrow()
                .bins();
        assertEquals(2, bins.size());
        assertEquals(0, bins.get(0).observed());
        // Of the weights 1, 2 and 3 at 0.5 and above, 1 is right.
        assertEquals(1 / 6.0, bins.get(1).observed(), 1e-15);
        assertEquals((0.7 + 2 * 0.6 + 3 * 0.5) / 6, bins.get(1).predicted(), 1e-15);
    }
}
