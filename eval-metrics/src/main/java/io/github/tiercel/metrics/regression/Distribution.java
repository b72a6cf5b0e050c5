package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.CompensatedSum;

/**
 * Distinct numbers in ascending order with the weight up to each. O(n log n) to make, O(log n) to ask.
 *
 * <p>The quantile of a share is the smallest number with at least that share of the weight up to it: one of the
 * numbers, never one between two of them.
 */
final class Distribution {

    /** Sums of the same weights in another order differ by a few roundings, which must not move a quantile. */
    private static final double TOLERANCE = 0x1p-40;

    private final Ranks ranks;
    private final double[] upTo;

    private Distribution(Ranks ranks, double[] upTo) {
        this.ranks = ranks;
        this.upTo = upTo;
    }

    /** Of at least one number, with a weight above 0 for each. */
    static Distribution of(double[] numbers, double[] weights) {
        Ranks ranks = Ranks.of(numbers);
        double[] upTo = ranks.levelWeights(weights);
        CompensatedSum sum = new CompensatedSum();
        for (int level = 0; level < upTo.length; level++) {
            sum.add(upTo[level]);
            upTo[level] = sum.value();
        }
        return new Distribution(ranks, upTo);
    }

    double quantile(double share) {
        return ranks.level(level(share));
    }

    int levels() {
        return upTo.length;
    }

    /** The first level with at least so large a share of the weight up to it. */
    int level(double share) {
        double wanted = share * upTo[upTo.length - 1] * (1 - TOLERANCE);
        int low = 0;
        int high = upTo.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (upTo[middle] >= wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    double number(int level) {
        return ranks.level(level);
    }

    /** The share of the weight at numbers up to that of a level; 1 at the last. */
    double shareUpTo(int level) {
        return upTo[level] / upTo[upTo.length - 1];
    }
}
