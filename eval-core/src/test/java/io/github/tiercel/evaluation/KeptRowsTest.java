package io.github.tiercel.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.tiercel.data.EvaluationSet;
import org.junit.jupiter.api.Test;

class KeptRowsTest {

    private static final EvaluationSet SET = Simulated.rows(5000, 0.2, 1).set().build();

    @Test
    void theSameTierGetsTheSameRows() {
        KeptRows kept = new KeptRows(SET);
        assertSame(kept.of(new SampleRows.Exactly(2000)), kept.of(new SampleRows.Exactly(2000)));
    }

    @Test
    void anotherTierInBetweenChangesNothing() {
        KeptRows kept = new KeptRows(SET);
        int[] first = kept.of(new SampleRows.Fast()).rows();
        assertEquals(5000, kept.of(new SampleRows.All()).size());
        assertEquals(2000, kept.of(new SampleRows.Exactly(2000)).size());
        assertArrayEquals(first, kept.of(new SampleRows.Fast()).rows());
    }
}
