package io.github.tiercel.metrics.regression;

import java.util.Arrays;

/**
 * Numbers replaced by their place among the distinct ones, from 0 for the smallest. -0.0 and 0.0 are one number, and
 * infinite numbers are ordinary. O(n log n), 12 bytes a number.
 */
final class Ranks {

    private final double[] levels;
    private final int[] ranks;

    private Ranks(double[] levels, int[] ranks) {
        this.levels = levels;
        this.ranks = ranks;
    }

    static Ranks of(double[] numbers) {
        double[] levels = distinct(numbers);
        int[] ranks = new int[numbers.length];
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] = Arrays.binarySearch(levels, numbers[i] + 0.0);
        }
        return new Ranks(levels, ranks);
    }

    /** The ranks of some of the numbers among themselves. */
    Ranks select(int[] some) {
        int[] places = new int[levels.length];
        for (int i : some) {
            places[ranks[i]] = 1;
        }
        double[] present = new double[levels.length];
        int count = 0;
        for (int level = 0; level < places.length; level++) {
            if (places[level] == 1) {
                present[count] = levels[level];
                places[level] = count++;
            }
        }
        int[] someRanks = new int[some.length];
        for (int i = 0; i < some.length; i++) {
            someRanks[i] = places[ranks[some[i]]];
        }
        return new Ranks(Arrays.copyOf(present, count), someRanks);
    }

    private static double[] distinct(double[] numbers) {
        double[] sorted = new double[numbers.length];
        for (int i = 0; i < sorted.length; i++) {
            // Adding 0.0 folds -0.0 into 0.0.
            sorted[i] = numbers[i] + 0.0;
        }
        Arrays.sort(sorted);
        int count = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[count++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, count);
    }

    int levels() {
        return levels.length;
    }

    double level(int level) {
        return levels[level];
    }

    int rank(int i) {
        return ranks[i];
    }

    double[] levelWeights(double[] weights) {
        double[] sums = new double[levels.length];
        for (int i = 0; i < ranks.length; i++) {
            sums[ranks[i]] += weights[i];
        }
        return sums;
    }

    /** For each number the sum of {@code amounts} at smaller numbers minus that at larger ones. */
    double[] belowMinusAbove(double[] amounts) {
        double[] sums = levelWeights(amounts);
        double[] above = sumsAbove(sums);
        double[] differences = new double[sums.length];
        double below = 0;
        for (int level = 0; level < sums.length; level++) {
            differences[level] = below - above[level];
            below += sums[level];
        }
        return spread(differences);
    }

    /** For each number the weight of the numbers that differ from it; exactly 0 where none does. */
    double[] different(double[] weights) {
        double[] sums = levelWeights(weights);
        double[] above = sumsAbove(sums);
        double[] different = new double[sums.length];
        double below = 0;
        for (int level = 0; level < sums.length; level++) {
            different[level] = below + above[level];
            below += sums[level];
        }
        return spread(different);
    }

    /** The numbers' indices by ascending rank. */
    int[] order() {
        int[] next = new int[levels.length + 1];
        for (int rank : ranks) {
            next[rank + 1]++;
        }
        for (int level = 0; level < levels.length; level++) {
            next[level + 1] += next[level];
        }
        int[] order = new int[ranks.length];
        for (int i = 0; i < ranks.length; i++) {
            order[next[ranks[i]]++] = i;
        }
        return order;
    }

    private static double[] sumsAbove(double[] sums) {
        double[] above = new double[sums.length];
        for (int level = sums.length - 2; level >= 0; level--) {
            above[level] = above[level + 1] + sums[level + 1];
        }
        return above;
    }

    private double[] spread(double[] perLevel) {
        double[] values = new double[ranks.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = perLevel[ranks[i]];
        }
        return values;
    }
}
