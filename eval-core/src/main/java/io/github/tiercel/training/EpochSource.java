package io.github.tiercel.training;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.evaluation.TierScores;

/** What a tier is evaluated from at the end of an epoch: a model, or scores that the trainer has already. */
interface EpochSource {

    /** Whether there are scores for the rows of the tier, or a model to ask. */
    boolean covers(Evaluator evaluator, Tier tier);

    /** {@return the scores of the tier's rows} */
    TierScores scores(Tier tier);
}
