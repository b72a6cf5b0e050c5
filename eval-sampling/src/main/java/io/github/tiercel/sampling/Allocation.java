package io.github.tiercel.sampling;

import java.util.Arrays;

/**
 * How much of every prefix each class and each stratum gets.
 *
 * <p>All sums run from left to right in double precision and the operations stand in a fixed order, so that shares are
 * the same to the last bit in every implementation of the rule.
 */
final class Allocation {

    /** A rare class gets about 100 of the first 1024 rows, unless there are too many classes for that. */
    private static final double LEAST_SHARE = 100.0 / 1024;

    private Allocation() {}

    /**
     * Returns the share of each class by the square-root rule with a floor: proportional to max(a, f), where a is the
     * root of the class size divided by the sum of the roots, f = min(100/1024, 1/(2K)) and K counts the classes that
     * have rows. A class without rows has share 0.
     */
    static double[] classShares(int[] classSizes) {
        double[] shares = rootShares(classSizes);
        double floor = Math.min(LEAST_SHARE, 1.0 / (2.0 * nonEmpty(classSizes)));
        for (int c = 0; c < shares.length; c++) {
            shares[c] = classSizes[c] == 0 ? 0 : Math.max(shares[c], floor);
        }
        return normalised(shares);
    }

    /** Returns shares proportional to the square root of the sizes, without a floor. */
    static double[] rootShares(int[] sizes) {
        return normalised(Arrays.stream(sizes).mapToDouble(Math::sqrt).toArray());
    }

    /**
     * Returns the share of each stratum of groups: a group is drawn at a rate proportional to the square root of the
     * mean group size of its stratum.
     */
    static double[] clusterShares(int[] groups, long[] rows) {
        double[] shares = new double[groups.length];
        for (int h = 0; h < shares.length; h++) {
            shares[h] = groups[h] == 0 ? 0 : groups[h] * Math.sqrt((double) rows[h] / groups[h]);
        }
        return normalised(shares);
    }

    /** Returns the weight of each stratum: its class's share, divided in proportion to rows. */
    static double[] stratumWeights(int[] stratumSizes, int[] classOfStratum, double[] classShares) {
        long[] classSizes = new long[classShares.length];
        for (int h = 0; h < stratumSizes.length; h++) {
            classSizes[classOfStratum[h]] += stratumSizes[h];
        }
        double[] weights = new double[stratumSizes.length];
        for (int h = 0; h < weights.length; h++) {
            int c = classOfStratum[h];
            // Multiply first, then divide: the other order differs in the last bit.
            weights[h] = stratumSizes[h] == 0 ? 0 : stratumSizes[h] * classShares[c] / classSizes[c];
        }
        return weights;
    }

    private static long nonEmpty(int[] sizes) {
        return Arrays.stream(sizes).filter(size -> size > 0).count();
    }

    private static double[] normalised(double[] parts) {
        // Not DoubleStream.sum(), which compensates: the rule asks for the plain sum.
        double sum = 0;
        for (double part : parts) {
            sum += part;
        }
        double[] shares = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            shares[i] = sum == 0 ? 0 : parts[i] / sum;
        }
        return shares;
    }
}
