package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.ScoreGroups;

/** Spreads influence values that are known per score group and label over the rows of the group. */
final class GroupInfluence {

    private final ScoreGroups groups;
    private final double[] influence;

    GroupInfluence(ScoreGroups groups) {
        this.groups = groups;
        this.influence = new double[groups.predictions().rows()];
    }

    void put(int group, double positive, double negative) {
        for (int rank = groups.begin(group); rank < groups.end(group); rank++) {
            int row = groups.row(rank);
            influence[row] = groups.predictions().label(row) ? positive : negative;
        }
    }

    double[] values() {
        return influence;
    }
}
