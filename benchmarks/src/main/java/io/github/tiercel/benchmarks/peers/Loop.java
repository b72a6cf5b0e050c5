package io.github.tiercel.benchmarks.peers;

/**
 * What a resample loop took.
 *
 * @param points the point values on all rows
 * @param replicates all replicates that ran
 * @param run how many did
 */
record Loop(Timing points, Timing replicates, int run) {

    Timing extrapolatedTo(int wanted) {
        return points.plus(replicates.times((double) wanted / run));
    }

    String describe(int wanted) {
        return (run < wanted ? "extrapolated from " : "mean of ") + run + " replicates";
    }
}
