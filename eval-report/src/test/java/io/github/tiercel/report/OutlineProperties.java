package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;

class OutlineProperties {

    private static final double TOLERANCE = 0.3;

    @Property(tries = 500, seed = "20261129")
    void noPointLeftOutIsFurtherFromTheLineThanTheTolerance(
            @ForAll @Size(min = 1, max = 60) List<@DoubleRange(min = 0, max = 5) Double> heights) {
        double[] right = new double[heights.size()];
        double[] down = heights.stream().mapToDouble(height -> height).toArray();
        for (int i = 0; i < right.length; i++) {
            right[i] = i / 2.0;
        }
        int[] kept = Outline.of(right, down, TOLERANCE);
        assertEquals(0, kept[0]);
        assertEquals(right.length - 1, kept[kept.length - 1]);
        for (int k = 1; k < kept.length; k++) {
            for (int i = kept[k - 1] + 1; i < kept[k]; i++) {
                double share = (right[i] - right[kept[k - 1]]) / (right[kept[k]] - right[kept[k - 1]]);
                double line = down[kept[k - 1]] * (1 - share) + down[kept[k]] * share;
                double slope = (down[kept[k]] - down[kept[k - 1]]) / (right[kept[k]] - right[kept[k - 1]]);
                // Straight down to the line is further than to its nearest place.
                double nearest = Math.abs(down[i] - line) / Math.hypot(1, slope);
                assertTrue(nearest <= TOLERANCE + 1e-9, () -> nearest + " away");
            }
        }
    }

    @Property(tries = 100, seed = "20261130")
    void pointsOfAStraightLineAreItsEnds(@ForAll @DoubleRange(min = -10, max = 10) double slope) {
        double[] right = new double[50];
        double[] down = new double[50];
        for (int i = 0; i < 50; i++) {
            right[i] = i;
            down[i] = slope * i;
        }
        assertEquals(2, Outline.of(right, down, TOLERANCE).length);
    }
}
