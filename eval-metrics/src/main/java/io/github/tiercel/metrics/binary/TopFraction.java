package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.ScoreGroups;

/** The rows of highest score that make up a fraction of all weight. */
final class TopFraction {

    private TopFraction() {}

    /** The share of positive weight among them; of the rows tied at the cut each counts by the chance to be in. */
    static double recall(ScoreGroups groups, double fraction) {
        double wanted = fraction * groups.total();
        double taken = 0;
        int g = 0;
        while (g < groups.size() - 1 && groups.depth(g) < wanted) {
            taken = groups.depth(g++);
        }
        double weight = groups.depth(g) - taken;
        double chance = weight > 0 ? Math.min(1, (wanted - taken) / weight) : 0;
        return (groups.truePositives(g - 1) + chance * groups.positive(g)) / groups.positives();
    }
}
