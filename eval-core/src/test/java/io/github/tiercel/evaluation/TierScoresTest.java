package io.github.tiercel.evaluation;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.result.EvaluationResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TierScoresTest {

    private static final int ROWS = 10_000;
    private static final Simulated DATA = Simulated.rows(ROWS, 0.2, 5);
    private static final EvaluationSet SET = DATA.set().build();
    private static final Evaluator EVALUATOR = Evaluator.of(SET).build();
    private static final Tier LARGER = Tier.fast().withRows(new SampleRows.Exactly(4096));

    private static final double[][] FEATURES =
            Arrays.stream(DATA.scores()).mapToObj(score -> new double[] {score}).toArray(double[][]::new);

    @Test
    void aTierFindsTheSameOfScoresThatWereJoinedBefore() {
        EvaluationResult expected = EVALUATOR.fast(DATA.candidate());
        TierScores all = EVALUATOR.scores(Tier.full(), DATA.candidate());
        TierScores larger = EVALUATOR.scores(LARGER, DATA.candidate());
        TierScores fast = EVALUATOR.scores(Tier.fast(), DATA.candidate());
        for (TierScores scores : List.of(all, larger, fast, EVALUATOR.narrowed(Tier.fast(), larger))) {
            assertEquals(
                    expected.model().metrics(),
                    EVALUATOR.evaluate(Tier.fast(), scores).model().metrics());
        }
        assertFalse(all.isSample());
        assertTrue(larger.isSample());
        assertEquals(4096, larger.rows());
    }

    @Test
    void scoresOfMoreRowsThatTheCallerBroughtServeFewer() {
        double[] ofLarger = Arrays.stream(EVALUATOR.rows(LARGER))
                .mapToDouble(row -> DATA.scores()[row])
                .toArray();
        TierScores given = EVALUATOR.scores(LARGER, "mine", new double[][] {ofLarger});
        assertEquals(
                EVALUATOR.fast(DATA.candidate()).model().metrics(),
                EVALUATOR.evaluate(Tier.fast(), given).model().metrics());
        TierScores whole = EVALUATOR.scores(Tier.full(), "mine", new double[][] {DATA.scores()});
        assertEquals(
                EVALUATOR.fast(DATA.candidate()).model().metrics(),
                EVALUATOR.evaluate(Tier.fast(), whole).model().metrics());
    }

    @Test
    void aModelIsAskedForARowOnce() {
        ModelEvaluator<double[]> models =
                Evaluator.of(SET).features(Features.of(FEATURES)).build();
        CountingModel model = CountingModel.named("counted");
        TierScores larger = models.scores(LARGER, Candidate.of("counted", model));
        EvaluationResult fast = models.evaluator().evaluate(Tier.fast(), larger);
        assertEquals(
                models.fast("counted", model).model().metrics(), fast.model().metrics());
        assertEquals(4096, fast.time().inference().rowsInferred());
    }

    @Test
    void differencesAreThoseOfTheComparisonWithABaseline() {
        Scores other = Scores.of(
                "other",
                LongStream.range(0, ROWS)
                        .mapToDouble(i -> 0.5 * DATA.scores()[(int) i] + 0.1)
                        .toArray());
        Difference expected = EVALUATOR
                .evaluate(Tier.fast(), List.of(DATA.candidate()), Optional.of(other))
                .model()
                .comparison()
                .get("log_loss");
        assertEquals(
                expected,
                EVALUATOR.difference(
                        "log_loss",
                        EVALUATOR.scores(Tier.fast(), DATA.candidate()),
                        EVALUATOR.scores(Tier.fast(), other)));
    }

    @Test
    void fewerScoresThanATierHasRowsAreRefused() {
        TierScores fast = EVALUATOR.scores(Tier.fast(), DATA.candidate());
        assertMisuse(
                "There are scores of \"" + DATA.candidate().model() + "\" for 1,024 rows, but the tier has 4,096. Score"
                        + " the model for the larger tier; smaller ones can use its scores.",
                () -> EVALUATOR.evaluate(LARGER, fast));
    }
}
