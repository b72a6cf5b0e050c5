package io.github.tiercel.data;

import static io.github.tiercel.data.Thrown.assertBadData;
import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScoresTest {

    @Test
    void scoresAreCopied() {
        double[] values = {0.1, 0.2};
        Scores scores = Scores.of("m", values);
        values[0] = 9;
        assertEquals(0.1, scores.score(0));
        assertEquals("m", scores.model());
        assertEquals(2, scores.rows());
    }

    @Test
    void anotherNameLeavesTheScores() {
        Scores named = Scores.of("m", new double[] {0.1, 0.2}).called("m (before)");
        assertEquals("m (before)", named.model());
        assertEquals(0.2, named.score(1));
    }

    @Test
    void scoresAreReadFromNumbersOfEitherKind() {
        Columns columns = Columns.of(
                "rows.csv",
                2,
                List.of(
                        NumberColumn.wrap("p", new double[] {0.25, 1}, new BitSet()),
                        IntegerColumn.wrap("n", new long[] {0, 1}, new BitSet())));
        assertEquals(0.25, Scores.from(columns, "p").score(0));
        assertEquals(1, Scores.from(columns, "n").score(1));
    }

    @Test
    void notANumberIsRefused() {
        assertBadData(
                "2 of 3 scores of \"m\" are NaN (first at rows 1, 3). The model may have failed on these rows or a"
                        + " feature is missing there; every row needs a score, so fix the model or leave the rows out of"
                        + " the data.",
                () -> Scores.of("m", new double[] {Double.NaN, 0, Double.NaN}));
        assertBadData(
                "1 of 1 scores of \"m\" is NaN (at row 1). The model may have failed on these rows or a feature is"
                        + " missing there; every row needs a score, so fix the model or leave the rows out of the data.",
                () -> Scores.of("m", new double[] {Double.NaN}));
    }

    @Test
    void infinityIsRefusedAsNaNIs() {
        String end =
                ". The model may have failed on these rows or a feature is missing there; every row needs a score, so"
                        + " fix the model or leave the rows out of the data.";
        double infinity = Double.POSITIVE_INFINITY;
        assertBadData(
                "1 of 3 scores of \"m\" is infinite (at row 2)" + end,
                () -> Scores.of("m", new double[] {0, -infinity, 0}));
        assertBadData(
                "2 of 3 scores of \"m\" are NaN or infinite (first at rows 1, 3)" + end,
                () -> Scores.ofClasses("m", List.of("a", "b"), new double[][] {{Double.NaN, 0, 0}, {0, 0, infinity}}));
    }

    @Test
    void missingScoresAreRefused() {
        BitSet missing = new BitSet();
        missing.set(1);
        Columns columns = Columns.of("rows.csv", 2, List.of(NumberColumn.wrap("p", new double[2], missing)));
        assertBadData(
                "1 of 2 scores of \"p\" is missing (at row 2). The model may have failed on these rows or a feature is"
                        + " missing there; every row needs a score, so fix the model or leave the rows out of the data.",
                () -> Scores.from(columns, "p"));
    }

    @Test
    void textIsNoScore() {
        Columns columns = Columns.of(
                "rows.csv",
                3,
                List.of(TextColumn.wrap("p", new int[] {0, 1, 2}, List.of("0.5", "n/a", "x\ty".repeat(20)))));
        assertBadData(
                "Column \"p\" of rows.csv holds text, \"n/a\" first at rows 2, 3, but scores must be numbers. Name"
                        + " another column or mend the file.",
                () -> Scores.from(columns, "p"));
    }

    @Test
    void unknownColumnsAreNamed() {
        Columns columns = Columns.of("rows.csv", 1, List.of(NumberColumn.wrap("score", new double[1], new BitSet())));
        assertMisuse(
                "There is no column \"scores\" in rows.csv. Did you mean \"score\"? Columns: score.",
                () -> Scores.from(columns, "scores"));
    }

    @Test
    void classesAreSeveralAndDistinct() {
        assertMisuse(
                "classes must be at least two with distinct names, got [a, b, a]",
                () -> Scores.ofClasses("m", List.of("a", "b", "a"), new double[3][1]));
        assertMisuse(
                "classes must be at least two with distinct names, got []",
                () -> Scores.ofClasses("m", List.of(), new double[0][]));
    }
}
