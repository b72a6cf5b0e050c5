package io.github.tiercel.metrics.resample;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.ReferenceTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FoldsTest {

    static List<ReferenceTable.Row> folds() {
        return ReferenceTable.read("folds.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("folds")
    void foldsAreThoseOfTheWrittenRule(ReferenceTable.Row expected) {
        long key = Long.parseLong(expected.text("unit_key"));
        Folds folds = Folds.of(42, (int) expected.number("folds"));
        for (int repeat = 0; repeat < 3; repeat++) {
            assertEquals((int) expected.number("repeat" + repeat), folds.fold(key, repeat));
        }
    }

    @Test
    void foldsAreAboutEqualAndRepeatsCutAcrossEachOther() {
        // 25 cells of 400 units each: 4.5 standard deviations are 88; a right rule fails once in 6,000 seeds.
        Folds folds = Folds.of(7, 5);
        int[][] units = new int[5][5];
        for (long key = 0; key < 10_000; key++) {
            units[folds.fold(key, 0)][folds.fold(key, 1)]++;
        }
        for (int[] row : units) {
            for (int cell : row) {
                assertTrue(Math.abs(cell - 400) < 88, "a cell of " + cell);
            }
        }
    }

    @Test
    void oneFoldLeavesNothingToLearnOn() {
        assertRefused("count must be at least 2, got 1", () -> Folds.of(42, 1));
        assertEquals(5, Folds.of(42, 5).count());
    }
}
