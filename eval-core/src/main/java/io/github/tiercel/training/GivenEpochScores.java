package io.github.tiercel.training;

import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.result.EvaluationResult;
import java.util.List;
import java.util.Optional;

/** Scores of all rows, or of the rows of one tier. */
final class GivenEpochScores implements EpochSource {

    private final Evaluator evaluator;
    private final String model;
    private final double[] scores;

    /** Takes the array over. */
    GivenEpochScores(Evaluator evaluator, String model, double[] scores) {
        this.evaluator = evaluator;
        this.model = model;
        this.scores = scores;
    }

    @Override
    public boolean covers(Evaluator of, Tier tier) {
        return isWhole() || scores.length == of.rows(tier).length;
    }

    @Override
    public EvaluationResult evaluate(Tier tier) {
        return isWhole()
                ? evaluator.evaluate(tier, List.of(Scores.wrap(model, scores)), Optional.empty())
                : evaluator.evaluate(tier, model, scores);
    }

    private boolean isWhole() {
        return scores.length == evaluator.set().rows();
    }
}
