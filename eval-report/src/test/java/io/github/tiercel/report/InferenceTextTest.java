package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.result.InferenceCost;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class InferenceTextTest {

    @Test
    void givenScoresSayNothing() {
        assertEquals(Optional.empty(), InferenceText.of(InferenceCost.NONE));
    }

    @Test
    void inferredAndReusedRowsStandBesideWhatWasSaved() {
        assertText(
                "78,543 rows: 12,345 inferred in 612 ms, 66,198 reused (saved 3.1 s)",
                new InferenceCost(612, 12_345, 66_198, 0, 3_104, 0));
    }

    @Test
    void rowsOfOneKindStandAlone() {
        assertText("1 row: 1 inferred in 2.0 ms", new InferenceCost(2, 1, 0, 0, 0, 0));
        assertText("500 rows: 500 reused", new InferenceCost(0, 0, 500, 0, 0, 0));
    }

    @Test
    void checkedRowsAreNotAmongTheOthers() {
        assertText("500 rows: 500 reused (saved 9.0 ms), 64 checked again", new InferenceCost(1, 0, 500, 64, 9, 0));
        assertText("0 rows: 64 checked again", new InferenceCost(1, 0, 0, 64, 0, 0));
    }

    @Test
    void waitingIsSaidWhereItIsNotable() {
        assertText(
                "100 rows: 100 inferred in 50 ms; the model waited 32 ms for data",
                new InferenceCost(50, 100, 0, 0, 0, 31.5));
        assertText("100 rows: 100 inferred in 50 ms", new InferenceCost(50, 100, 0, 0, 0, 5));
        assertText("100 rows: 100 inferred in 0.0 ms", new InferenceCost(0, 100, 0, 0, 0, 0));
    }

    private static void assertText(String text, InferenceCost cost) {
        assertEquals(Optional.of(text), InferenceText.of(cost));
    }
}
