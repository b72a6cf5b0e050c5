package io.github.tiercel.data;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import org.junit.jupiter.api.Test;

class RedrawnTest {

    private static final EvaluationSetBuilder ROWS = EvaluationSet.binary(new boolean[] {true, false, false})
            .ids(new long[] {7, 8, 9})
            .weights(new double[] {1, 2, 3})
            .slice("place", List.of("a", "b", "a"));

    @Test
    void rowsComeAsOftenAsTheyAreNamed() {
        EvaluationSet drawn = ROWS.build().redrawn(new int[] {2, 0, 2, 2});
        assertEquals(4, drawn.rows());
        assertFalse(drawn.hasIds());
        TextColumn place = drawn.slices().get(0);
        assertEquals("a", place.text(3));
        assertEquals(4, drawn.weightedRows());
    }

    @Test
    void rowsOfClustersAreNotDrawnOneByOne() {
        EvaluationSet clustered = EvaluationSet.binary(new boolean[] {true, false})
                .clusters(new long[] {1, 1})
                .build();
        assertMisuse(
                "Rows in clusters or queries cannot be drawn one by one. Draw whole clusters, and build a set of them.",
                () -> clustered.redrawn(new int[] {0}));
    }
}
