package io.github.tiercel.training;

import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.result.EvaluationResult;
import java.util.List;
import java.util.Optional;

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
    public EvaluationResult evaluate(Tier tier) {
        return isWhole()
                        && scores.length
                                == Math.max(1, evaluator.set().classes().size())
                ? whole(tier)
                : evaluator.evaluate(tier, model, scores);
    }

    private EvaluationResult whole(Tier tier) {
        List<String> classes = evaluator.set().classes();
        Scores all = classes.isEmpty() ? Scores.wrap(model, scores[0]) : Scores.ofClasses(model, classes, scores);
        return evaluator.evaluate(tier, List.of(all), Optional.empty());
    }

    private boolean isWhole() {
        return rows() == evaluator.set().rows();
    }

    private int rows() {
        return scores.length == 0 ? 0 : scores[0].length;
    }
}
