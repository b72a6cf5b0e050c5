package io.github.tiercel.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.ranking.WithoutRelevant;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.Notice;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A query without a relevant row is evidence only where a rule makes it count. */
class RankingEvidenceTest {

    private static final EvaluationSet SET = EvaluationSet.ranking(
                    new double[] {1, 0, 0, 0, 2, 0}, new long[] {1, 1, 2, 2, 3, 3})
            .slice("country", List.of("ch", "ch", "ch", "ch", "at", "at"))
            .build();

    private static EvaluationResult under(WithoutRelevant rule) {
        return Evaluator.of(SET).withoutRelevant(rule).replicates(0).build().full(Scores.of("m", new double[] {
            .9, .1, .4, .3, .2, .8
        }));
    }

    @Test
    void aSliceRestsOnTheQueriesThatItsMeansAreOf() {
        assertEquals(
                1, under(WithoutRelevant.SKIP).model().slices().get(0).support().count());
        assertEquals(
                2, under(WithoutRelevant.ZERO).model().slices().get(0).support().count());
        assertEquals(
                2, under(WithoutRelevant.ONE).model().slices().get(0).support().count());
    }

    @Test
    void theRuleIsOnRecord() {
        assertEquals("skip", under(WithoutRelevant.SKIP).provenance().settings().get("without_relevant"));
        assertEquals("one", under(WithoutRelevant.ONE).provenance().settings().get("without_relevant"));
    }

    @Test
    void theHintIsForThoseWhoMadeNoRule() {
        assertEquals(
                "1 of 3 queries has no relevant row and is left out of every mean. Say with --without-relevant if they"
                        + " are to count.",
                notice(WithoutRelevant.SKIP));
        assertEquals("1 of 3 queries has no relevant row and counts 0.", notice(WithoutRelevant.ZERO));
        assertEquals("1 of 3 queries has no relevant row and counts 1.", notice(WithoutRelevant.ONE));
    }

    private static String notice(WithoutRelevant rule) {
        return under(rule).model().warnings().stream()
                .filter(notice -> notice.code().equals("WITHOUT_RELEVANT"))
                .map(Notice::text)
                .findFirst()
                .orElseThrow();
    }
}
