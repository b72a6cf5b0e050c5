package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.TimeBreakdown;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingNoticeTest {

    private static final String SAID =
            "input-bound: 92 % of the time from the file to the scores was waiting for data. A"
                    + " faster model or more threads for it would gain nothing; later runs find the file packed.";

    @Test
    void readingThatTookLongerThanInferenceIsSaid() {
        assertEquals(List.of(SAID), said(result(2000, new InferenceCost(200, 1000, 0, 0, 0, 24))));
    }

    @Test
    void nothingIsSaidOfSlowModelsOfShortRunsAndOfStoredScores() {
        assertEquals(List.of(), said(result(2000, new InferenceCost(9000, 1000, 0, 0, 0, 24))));
        assertEquals(List.of(), said(result(99, new InferenceCost(20, 1000, 0, 0, 0, 0))));
        assertEquals(
                1, said(result(99, new InferenceCost(20, 1000, 0, 0, 0, 1))).size());
        assertEquals(List.of(), said(result(2000, new InferenceCost(200, 0, 1000, 0, 0, 0))));
    }

    /** Every first run of a small file takes most of its time to start the reader. */
    @Test
    void nothingIsSaidOfFewRows() {
        InferenceCost cost = new InferenceCost(200, 1000, 0, 0, 0, 24);
        assertEquals(List.of(), said(result(9_999, 2000, cost)));
        assertEquals(1, said(result(10_000, 2000, cost)).size());
    }

    @Test
    void aModelThatWaitedSaysSoOnce() {
        EvaluationResult waited = result(2000, new InferenceCost(200, 1000, 0, 0, 0, 24));
        EvaluationResult warned = waited.withModels(
                List.of(waited.model().withNotices(List.of(new Notice("INPUT_BOUND", "It waited.")))));
        assertEquals(List.of("It waited."), said(warned));
    }

    private static List<String> said(EvaluationResult result) {
        return ReadingNotice.added(result).model().warnings().stream()
                .filter(notice -> notice.code().equals("INPUT_BOUND"))
                .map(Notice::text)
                .toList();
    }

    private static EvaluationResult result(double readMillis, InferenceCost cost) {
        return result(10_000, readMillis, cost);
    }

    private static EvaluationResult result(int rows, double readMillis, InferenceCost cost) {
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = row % 2 == 0;
            scores[row] = (row % 3 + row % 2) / 4.0;
        }
        EvaluationResult result = Evaluator.of(EvaluationSet.binary(labels).build())
                .build()
                .evaluate(Tier.full().withReplicates(0), List.of(Scores.of("model", scores)), Optional.empty());
        return result.traced(
                new TimeBreakdown(readMillis, cost, 1, 1, readMillis + cost.millis() + 2), result.provenance());
    }
}
