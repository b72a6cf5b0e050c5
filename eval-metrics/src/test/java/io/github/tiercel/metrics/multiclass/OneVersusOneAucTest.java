package io.github.tiercel.metrics.multiclass;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MulticlassPredictions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected numbers: pairs of rows counted in NumPy 1.24.2, influence values by complex steps of the weights. */
class OneVersusOneAucTest {

    private static final double TOLERANCE = 1e-12;

    private static final double[] WEIGHTS = {1, 2, 1, 1, 3, 1, 2, 1, 2};

    private static final MulticlassPredictions ROWS =
            MulticlassPredictions.of(List.of("a", "b", "c"), new int[] {0, 0, 0, 1, 1, 2, 2, 2, 2}, new double[][] {
                {.6, .5, .2, .3, .1, .2, .5, .1, .3},
                {.3, .3, .5, .4, .6, .3, .1, .2, .5},
                {.1, .2, .3, .3, .3, .5, .4, .7, .2}
            });

    private final OneVersusOneAuc alike = new OneVersusOneAuc(false);
    private final OneVersusOneAuc weighted = new OneVersusOneAuc(true);

    @Test
    void valuesAreThoseOfScikitLearn() {
        // roc_auc_score(multi_class="ovo") of scikit-learn 1.2.1, average "macro" and "weighted".
        assertEquals(0.8194444444444443, alike.value(ROWS).orNaN(), TOLERANCE);
        assertEquals(0.818287037037037, weighted.value(ROWS).orNaN(), TOLERANCE);
        assertEquals(Direction.HIGHER_IS_BETTER, alike.direction());
    }

    @Test
    void influenceOfPairsThatCountAlikeLeavesTheirSharesOut() {
        MulticlassPredictions rows = ROWS.withWeights(WEIGHTS);
        assertEquals(0.8368055555555555, alike.value(rows).orNaN(), TOLERANCE);
        double[] expected = {
            0.328125,
            0.13368055555555555,
            -0.595486111111111,
            -0.3645833333333333,
            0.12152777777777776,
            0.28356481481481466,
            0.13773148148148137,
            0.3321759259259258,
            -0.44560185185185186
        };
        assertArrayEquals(expected, alike.influence(rows), TOLERANCE);
    }

    @Test
    void influenceOfPairsThatCountByWeightHasTheirShares() {
        MulticlassPredictions rows = ROWS.withWeights(WEIGHTS);
        assertEquals(0.8296130952380951, weighted.value(rows).orNaN(), TOLERANCE);
        double[] expected = {
            0.36569940476190493,
            0.1573660714285715,
            -0.5613839285714283,
            -0.30877976190476175,
            0.14955357142857156,
            0.26066468253968256,
            0.10441468253968256,
            0.312748015873016,
            -0.5205853174603173
        };
        assertArrayEquals(expected, weighted.influence(rows), TOLERANCE);
    }

    @Test
    void onlyPairsThatCountAlikeRestOnTheRarestClass() {
        assertTrue(alike.restsOn("a"));
        assertFalse(weighted.restsOn("a"));
    }
}
