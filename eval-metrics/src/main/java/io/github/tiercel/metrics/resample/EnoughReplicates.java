package io.github.tiercel.metrics.resample;

/** When the ends of percentile intervals are known well enough. */
record EnoughReplicates(double share, double level) {

    EnoughReplicates {
        if (!(share > 0)) {
            throw new IllegalArgumentException("share must be above 0, got " + share);
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + level);
        }
    }

    /** Whether more replicates would move neither end by much; replicates without a value need no more. */
    boolean isReached(Replicates replicates) {
        double tail = (1 - level) / 2;
        double width = replicates.quantile(1 - tail) - replicates.quantile(tail);
        double error = Math.max(replicates.quantileError(tail), replicates.quantileError(1 - tail));
        return replicates.defined() == 0 || error <= share * width;
    }
}
