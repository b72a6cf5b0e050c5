package io.github.tiercel.training;

import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.evaluation.TierScores;
import java.util.Optional;

/**
 * The scores of an epoch, and where more of them come from.
 *
 * @param staysAsItIs whether the source can still be asked when training has gone on
 */
record EpochScores(int epoch, EpochSource source, boolean staysAsItIs, TierScores scores) {

    int rows() {
        return scores.rows();
    }

    /** The same epoch with scores of more rows, if there are any. */
    Optional<EpochScores> with(Optional<TierScores> more) {
        return more.filter(wider -> wider.rows() > rows())
                .map(wider -> new EpochScores(epoch, source, staysAsItIs, wider));
    }

    /** The same epoch with scores of another tier's rows, where these are more; as it is if they cannot be had. */
    EpochScores widened(Evaluator evaluator, Tier tier) {
        if (!source.covers(evaluator, tier)) {
            return this;
        }
        try {
            return with(Optional.of(source.scores(tier))).orElse(this);
        } catch (Exception | Error e) {
            // Nothing that comes after an evaluation may end a training run; the rows there are do.
            return this;
        }
    }
}
