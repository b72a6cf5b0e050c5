package io.github.tiercel.metrics.curve;

import io.github.tiercel.metrics.ScoreGroups;

/** Shares of rows at or above a score group, which must not be asked for where the whole has no weight. */
final class Rates {

    private final ScoreGroups groups;

    Rates(ScoreGroups groups) {
        this.groups = groups;
    }

    double truePositive(int group) {
        return groups.truePositives(group) / groups.positives();
    }

    double falsePositive(int group) {
        return groups.falsePositives(group) / groups.negatives();
    }

    double falseNegative(int group) {
        // Compensated sums of fractional weights may differ in the last bit, which must not make a rate negative.
        return Math.max(0, groups.positives() - groups.truePositives(group)) / groups.positives();
    }

    double precision(int group) {
        return groups.precision(group);
    }

    double predicted(int group) {
        return groups.depth(group) / groups.total();
    }
}
