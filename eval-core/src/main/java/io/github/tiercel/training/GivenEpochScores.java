package io.github.tiercel.training;

import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.evaluation.TierScores;
import java.util.List;

/** Scores of all rows, or of the rows of one tier; one array for each class, or one in all. */
final class GivenEpochScores implements EpochSource {

    private final Evaluator evaluator;
    private final String model;
    private final double[][] scores;

    /** Takes the arrays over. */
    GivenEpochScores(Evaluator evaluator, String model, double[][] scores) {
        this.evaluator = evaluator;
        this.model = model;
        this.scores = scores;
    }

    @Override
    public boolean covers(Evaluator of, Tier tier) {
        return isWhole() || rows() == of.rows(tier).length;
    }

    @Override
    public TierScores scores(Tier tier) {
        List<String> classes = evaluator.set().classes();
        if (!isWhole() || scores.length != Math.max(1, classes.size())) {
            return evaluator.scores(tier, model, scores);
        }
        return evaluator.scores(
                tier, classes.isEmpty() ? Scores.wrap(model, scores[0]) : Scores.ofClasses(model, classes, scores));
    }

    private boolean isWhole() {
        return rows() == evaluator.set().rows();
    }

    private int rows() {
        return scores.length == 0 ? 0 : scores[0].length;
    }
}
