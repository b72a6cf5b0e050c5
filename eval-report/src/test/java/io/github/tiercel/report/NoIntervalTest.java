package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.result.EvaluationResult;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoIntervalTest {

    private static EvaluationResult halves() {
        boolean[] labels = new boolean[200];
        double[] scores = new double[200];
        Arrays.fill(scores, 0.5);
        for (int row = 0; row < 200; row += 4) {
            labels[row] = true;
        }
        return Evaluator.of(EvaluationSet.binary(labels).build())
                .metrics("roc_auc", "log_loss", "ece", "best_f1")
                .replicates(0)
                .build()
                .full(Scores.of("m", scores));
    }

    @Test
    void everyFormSaysWhyAValueHasNone() {
        EvaluationResult result = halves();
        assertEquals(
                Optional.of(NoInterval.ON_THESE_ROWS),
                NoInterval.of(result.model().metric("roc_auc")));
        assertEquals(Optional.of(NoInterval.NEVER), NoInterval.of(result.model().metric("ece")));
        assertEquals(
                Optional.of(NoInterval.WITHOUT_REPLICATES),
                NoInterval.of(result.model().metric("best_f1")));
        for (NoInterval why : NoInterval.values()) {
            assertTrue(ResultJson.render(result).contains("\"no_interval\": \"" + why.sentence() + "\""), why.name());
            String table = ResultTable.render(result, 200, Style.PLAIN);
            assertTrue(table.contains("\n" + why.mark() + " " + why.sentence()), table);
            assertTrue(ResultHtml.render(result).contains(why.mark() + " " + why.sentence()), why.name());
            assertTrue(ResultMarkdown.render(result).contains(why.sentence()), why.name());
        }
    }

    @Test
    void anIntervalNeedsNoReason() {
        assertEquals(Optional.empty(), NoInterval.of(HandMadeParts.estimate("ece", 0.1, 0.05, 0.2)));
    }
}
