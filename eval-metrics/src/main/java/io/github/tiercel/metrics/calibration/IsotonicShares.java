package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.ScoreGroups;

/** The isotonic regression of labels on scores: the never decreasing share of positives, per distinct score. */
final class IsotonicShares {

    private IsotonicShares() {}

    /** One share a score group, in the order of the groups: by descending score. */
    static double[] of(ScoreGroups groups) {
        int size = groups.size();
        double[] shares = new double[size];
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            int g = size - 1 - i;
            weights[i] = groups.positive(g) + groups.negative(g);
            shares[i] = groups.positive(g) / weights[i];
        }
        return reversed(IsotonicRegression.fit(shares, weights));
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[i] = values[values.length - 1 - i];
        }
        return reversed;
    }
}
