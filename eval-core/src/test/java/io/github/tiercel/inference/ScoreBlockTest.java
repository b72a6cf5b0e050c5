package io.github.tiercel.inference;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ScoreBlockTest {

    private final ScoreBlock doubles = ScoreBlock.of(10, new double[][] {{1, 2, 3}, {4, 5, 6}});
    private final ScoreBlock floats = ScoreBlock.of(10, new float[][] {{1, 2, 0.1f}});

    @Test
    void scoresGoByPosition() {
        assertEquals(10, doubles.from());
        assertEquals(13, doubles.to());
        assertEquals(3, doubles.rows());
        assertEquals(2, doubles.outputs());
        assertEquals(5, doubles.score(1, 11));
        assertEquals(1, floats.outputs());
        assertEquals((double) 0.1f, floats.score(0, 12));
    }

    @Test
    void aPartKeepsTheBeginning() {
        assertSame(doubles, doubles.upTo(13));
        assertArrayEquals(new double[] {4, 5}, doubles.upTo(12).doubles(1));
        assertArrayEquals(new float[] {1}, floats.upTo(11).floats(0));
        assertEquals(11, floats.upTo(11).to());
        assertMisuse("to must be in (10, 13], got 10", () -> doubles.upTo(10));
        assertMisuse("to must be in (10, 13], got 14", () -> floats.upTo(14));
    }

    @Test
    void scoresAreHandedOutInTheirOwnPrecisionOnly() {
        assertEquals(
                "the scores are of precision FLOAT, not DOUBLE",
                assertThrows(IllegalStateException.class, () -> floats.doubles(0))
                        .getMessage());
        assertEquals(
                "the scores are of precision DOUBLE, not FLOAT",
                assertThrows(IllegalStateException.class, () -> doubles.floats(0))
                        .getMessage());
    }

    @Test
    void aBlockHasAPlaceAndAnOutput() {
        assertMisuse(
                "a block must begin at 0 or later and have an output, got from -1 and 1 outputs",
                () -> ScoreBlock.of(-1, new double[1][1]));
        assertMisuse(
                "a block must begin at 0 or later and have an output, got from 0 and 0 outputs",
                () -> ScoreBlock.of(0, new float[0][]));
    }
}
