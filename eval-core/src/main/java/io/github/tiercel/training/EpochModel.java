package io.github.tiercel.training;

import io.github.tiercel.evaluation.Candidate;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.ModelEvaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.evaluation.TierScores;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.Notice;
import java.util.List;
import java.util.Optional;

/** A model as it is at the end of an epoch. */
record EpochModel<X>(
        ModelEvaluator<X> evaluator, String name, Predictor<X> predictor, Optional<FirstModelCheck<X>> check)
        implements EpochSource {

    @Override
    public boolean covers(Evaluator of, Tier tier) {
        return true;
    }

    @Override
    public TierScores scores(Tier tier) {
        return evaluator.scores(tier, Candidate.of(name, predictor));
    }

    @Override
    public Optional<List<Notice>> checked() throws Exception {
        return check.isPresent() ? Optional.of(check.get().check(predictor)) : Optional.empty();
    }
}
