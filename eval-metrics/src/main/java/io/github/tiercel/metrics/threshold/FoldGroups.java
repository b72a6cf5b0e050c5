package io.github.tiercel.metrics.threshold;

import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.resample.Folds;

/** Rows parted into folds: the score groups of one fold, and those of all others. */
interface FoldGroups {

    ScoreGroups inside(int fold);

    ScoreGroups outside(int fold);

    /** Sums of weights need the rows of each group; counts need the rows of a fold only. */
    static FoldGroups of(ScoreGroups groups, long[] unitKeys, Folds folds, int repeat) {
        return groups.predictions().isWeighted()
                ? RankedFolds.of(groups, unitKeys, folds, repeat)
                : CountedFolds.of(groups, unitKeys, folds, repeat);
    }
}
