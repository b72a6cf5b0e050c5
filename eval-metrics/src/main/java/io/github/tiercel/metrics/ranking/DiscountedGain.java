package io.github.tiercel.metrics.ranking;

import java.util.Arrays;

/** {@code sum_r gain_r / log2(r + 1)} over ranks r from 1 to k. */
final class DiscountedGain {

    private DiscountedGain() {}

    /** Every rank of a tied group has the mean gain of the group. */
    static double of(RankedQuery query, double[] gains, int k) {
        double sum = 0;
        for (int g = 0; g < query.groups() && query.start(g) < k; g++) {
            sum += mean(gains, query.start(g), query.end(g)) * discounts(query.start(g), Math.min(query.end(g), k));
        }
        return sum;
    }

    /** The sum of the best order. */
    static double best(double[] gains, int k) {
        double[] ascending = gains.clone();
        Arrays.sort(ascending);
        double sum = 0;
        for (int rank = 0; rank < Math.min(k, ascending.length); rank++) {
            sum += ascending[ascending.length - 1 - rank] * discount(rank);
        }
        return sum;
    }

    private static double mean(double[] gains, int start, int end) {
        double sum = 0;
        for (int rank = start; rank < end; rank++) {
            sum += gains[rank];
        }
        return sum / (end - start);
    }

    private static double discounts(int start, int end) {
        double sum = 0;
        for (int rank = start; rank < end; rank++) {
            sum += discount(rank);
        }
        return sum;
    }

    private static double discount(int rank) {
        return Math.log(2) / Math.log(rank + 2.0);
    }
}
