package io.github.tiercel.metrics.threshold;

import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.resample.Folds;
import java.util.function.IntToLongFunction;

/** Rows parted into folds: the score groups of one fold, and those of all others. */
interface FoldGroups {

    ScoreGroups inside(int fold);

    ScoreGroups outside(int fold);

    /** Counts need the rows of a fold only; sums of weights need the rows of each group. */
    static FoldGroups of(ScoreGroups groups, IntToLongFunction unitKeys, Folds folds, int repeat) {
        return groups.predictions().labelWeights().isPresent()
                ? CountedFolds.of(groups, unitKeys, folds, repeat)
                : RankedFolds.of(groups, unitKeys, folds, repeat);
    }
}
