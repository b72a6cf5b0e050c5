package io.github.tiercel.cli;

import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Candidate;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.SamplePlan;
import java.util.List;
import java.util.Optional;

/** Models on the rows of a file, ready to be evaluated. */
sealed interface Evaluation {

    /** {@return how many rows it takes to know the metrics to within a half-width, as the first rows tell} */
    SamplePlan plan(Tier tier, double halfWidth);

    EvaluationResult of(Tier tier);

    /** Models whose scores are in columns. */
    record OfScores(Evaluator evaluator, List<Scores> models, Optional<Scores> baseline) implements Evaluation {

        @Override
        public SamplePlan plan(Tier tier, double halfWidth) {
            return evaluator.plan(tier, halfWidth, models, baseline);
        }

        @Override
        public EvaluationResult of(Tier tier) {
            return evaluator.evaluate(tier, models, baseline);
        }
    }

    /** Models that are asked for their scores. */
    record OfModels<X>(ModelEvaluator<X> evaluator, List<Candidate<X>> models, Optional<Candidate<X>> baseline)
            implements Evaluation {

        @Override
        public SamplePlan plan(Tier tier, double halfWidth) {
            return evaluator.plan(tier, halfWidth, models, baseline);
        }

        @Override
        public EvaluationResult of(Tier tier) {
            return evaluator.evaluate(tier, models, baseline);
        }
    }
}
