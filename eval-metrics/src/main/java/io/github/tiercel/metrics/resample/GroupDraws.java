package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.ScoreGroups;

/** How often the rows of each score group count in the two replicates that share a key. */
interface GroupDraws {

    ScoreGroups groups();

    /** Fills the cumulative weights of the two replicates. */
    void reweight(long pairKey, CumulativeWeights first, CumulativeWeights second);
}
