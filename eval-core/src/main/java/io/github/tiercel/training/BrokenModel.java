package io.github.tiercel.training;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.evaluation.TierScores;
import io.github.tiercel.inference.ModelException;

/** A model that failed before it was asked for a score: every tier reports it. */
record BrokenModel(ModelException failure) implements EpochSource {

    @Override
    public boolean covers(Evaluator evaluator, Tier tier) {
        return true;
    }

    @Override
    public TierScores scores(Tier tier) {
        throw failure;
    }
}
