package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.inference.ScoreBlock;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.Notice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scores as another implementation of the store makes them. */
class StoredScoresTest {

    private static final InferenceCost COST = new InferenceCost(1, 2, 3, 4, 5, 6);

    @Test
    void areThoseOfTheBlocks() {
        List<Notice> notices = List.of(new Notice("CODE", "A text."));
        ScoreBlock first = ScoreBlock.of(0, new double[][] {{1, 2}, {10, 20}});
        ScoreBlock second = ScoreBlock.of(2, new double[][] {{3}, {30}});
        StoredScores scores = StoredScores.of(List.of(first, second), COST, notices);
        assertArrayEquals(new double[] {1, 2, 3}, scores.scores(0, 3));
        assertArrayEquals(new double[] {10, 20}, scores.scores(1, 2));
        assertEquals(COST, scores.cost());
        assertEquals(notices, scores.notices());
    }

    @Test
    void needBlocksThatFollowOneAnother() {
        ScoreBlock first = ScoreBlock.of(0, new double[][] {{1, 2}});
        assertEquals("blocks must be at least one, got none", refused());
        assertEquals(
                "blocks must follow one another without a gap, got one from position 3 where 2 is next",
                refused(first, ScoreBlock.of(3, new double[][] {{1}})));
        assertEquals(
                "blocks must follow one another without a gap, got one from position 1 where 0 is next",
                refused(ScoreBlock.of(1, new double[][] {{1}})));
    }

    @Test
    void needBlocksOfOneKind() {
        ScoreBlock first = ScoreBlock.of(0, new double[][] {{1, 2}});
        assertEquals(
                "blocks must have equal outputs and precision, got 1 of FLOAT after 1 of DOUBLE",
                refused(first, ScoreBlock.of(2, new float[][] {{1}})));
        assertEquals(
                "blocks must have equal outputs and precision, got 2 of DOUBLE after 1 of DOUBLE",
                refused(first, ScoreBlock.of(2, new double[][] {{1}, {1}})));
    }

    private static String refused(ScoreBlock... blocks) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> StoredScores.of(List.of(blocks), COST, List.of()))
                        .getMessage());
    }
}
