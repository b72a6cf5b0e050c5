package io.github.tiercel.xgboost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.data.Features;
import io.github.tiercel.inference.ModelException;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import org.junit.jupiter.api.Test;

class KeptRowsTest {

    private final double[][] rows = Boosted.rows(100, 2);
    private final int[] some = {7, 3, 99, 0, 50, 51, 4};

    @Test
    void manyBlocksGiveTheScoresOfOne() throws Exception {
        Booster booster = Boosted.train(Boosted.CLASSES, 5);
        float[][] expected = Boosted.fresh(booster, Boosted.pick(rows, some), 0);
        for (int numbers : new int[] {1, 6, 11, 12, 18, 36, 42, 1_000}) {
            try (KeptRows kept = KeptRows.of(source(), some, BoosterInput.of(booster), numbers)) {
                assertArrayEquals(expected, kept.scores(booster, 0));
            }
        }
    }

    @Test
    void aRowThatDoesNotFitIsNamedByItsNumberInTheSet() throws Exception {
        Booster booster = Boosted.train(Boosted.BINARY, 2);
        rows[50] = new double[4];
        ModelException thrown =
                assertThrows(ModelException.class, () -> KeptRows.of(source(), some, BoosterInput.of(booster), 12));
        assertEquals(
                "row 51 of the set has 4 features, but the booster reads 6. Give it the features of its training, in"
                        + " their order, NaN where one is missing.",
                thrown.getMessage());
    }

    private RowSource<double[]> source() {
        return new RowSource<>(Features.of(List.of(rows)), RowReader::doubles);
    }
}
