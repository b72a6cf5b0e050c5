package io.github.tiercel.training;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.evaluation.TierScores;
import io.github.tiercel.result.Notice;
import java.util.List;
import java.util.Optional;

/** What a tier is evaluated from at the end of an epoch: a model, or scores that the trainer has already. */
interface EpochSource {

    /** Whether there are scores for the rows of the tier, or a model to ask. */
    boolean covers(Evaluator evaluator, Tier tier);

    /** {@return the scores of the tier's rows} */
    TierScores scores(Tier tier);

    /**
     * {@return what the run's check of its first model finds; empty if this is no model, or there is no check}
     *
     * @throws Exception whatever the check throws
     */
    default Optional<List<Notice>> checked() throws Exception {
        return Optional.empty();
    }
}
