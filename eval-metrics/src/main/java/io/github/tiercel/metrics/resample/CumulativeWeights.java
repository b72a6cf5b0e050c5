package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.ScoreGroups;

/** The cumulative weights of one replicate, filled group by group; owned by one thread and filled again and again. */
final class CumulativeWeights {

    private final double[] positives;
    private final double[] negatives;
    private double positive;
    private double negative;

    CumulativeWeights(int groups) {
        positives = new double[groups];
        negatives = new double[groups];
    }

    void restart() {
        positive = 0;
        negative = 0;
    }

    void add(boolean label, double weight) {
        if (label) {
            positive += weight;
        } else {
            negative += weight;
        }
    }

    void close(int group) {
        positives[group] = positive;
        negatives[group] = negative;
    }

    ScoreGroups over(ScoreGroups groups) {
        return groups.withCumulativeWeights(positives, negatives);
    }
}
