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
        assertEquals(List.of(), said(result(60, new InferenceCost(20, 1000, 0, 0, 0, 0))));
        assertEquals(List.of(), said(result(2000, new InferenceCost(200, 0, 1000, 0, 0, 0))));
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
        EvaluationSet set =
                EvaluationSet.binary(new boolean[] {true, false, true, false}).build();
        EvaluationResult result = Evaluator.of(set)
                .build()
                .evaluate(
                        Tier.full().withReplicates(0),
                        List.of(Scores.of("model", new double[] {0.9, 0.2, 0.8, 0.4})),
                        Optional.empty());
        return result.traced(
                new TimeBreakdown(readMillis, cost, 1, 1, readMillis + cost.millis() + 2), result.provenance());
    }
}
