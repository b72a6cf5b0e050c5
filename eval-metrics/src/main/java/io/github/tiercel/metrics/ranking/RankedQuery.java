package io.github.tiercel.metrics.ranking;

import io.github.tiercel.metrics.RankingPredictions;
import java.util.Arrays;

/**
 * The rows of one query in descending order of score, in groups of rows that share a rank. A row is relevant if its
 * relevance is above 0. Where ties go by row, every group holds one row.
 *
 * <p>Immutable, and safe for use by several threads. Building it takes O(n log n), without an object a row.
 *
 * @since 0.1
 */
public final class RankedQuery {

    private final double[] relevance;
    private final int[] starts;
    private final int[] relevantBefore;

    private RankedQuery(double[] relevance, int[] starts) {
        this.relevance = relevance;
        this.starts = starts;
        this.relevantBefore = new int[starts.length];
        for (int g = 0; g < groups(); g++) {
            relevantBefore[g + 1] = relevantBefore[g];
            for (int rank = start(g); rank < end(g); rank++) {
                relevantBefore[g + 1] += relevance[rank] > 0 ? 1 : 0;
            }
        }
    }

    /** Tied rows share a rank. */
    static RankedQuery of(RankingPredictions predictions, int[] rows) {
        double[] levels = levels(predictions, rows);
        int[] starts = new int[levels.length + 1];
        for (int row : rows) {
            starts[groupOf(predictions, row, levels) + 1]++;
        }
        for (int g = 1; g < starts.length; g++) {
            starts[g] += starts[g - 1];
        }
        double[] relevance = new double[rows.length];
        int[] next = starts.clone();
        for (int row : rows) {
            relevance[next[groupOf(predictions, row, levels)]++] = predictions.relevance(row);
        }
        return new RankedQuery(relevance, starts);
    }

    RankedQuery with(Ties ties) {
        return ties == Ties.AVERAGED ? this : new RankedQuery(relevance, oneRowEach(relevance.length));
    }

    /** The distinct scores, negated and ascending. */
    private static double[] levels(RankingPredictions predictions, int[] rows) {
        double[] sorted = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            sorted[i] = level(predictions, rows[i]);
        }
        Arrays.sort(sorted);
        int distinct = 0;
        for (double level : sorted) {
            if (distinct == 0 || level != sorted[distinct - 1]) {
                sorted[distinct++] = level;
            }
        }
        return Arrays.copyOf(sorted, distinct);
    }

    private static int groupOf(RankingPredictions predictions, int row, double[] levels) {
        return Arrays.binarySearch(levels, level(predictions, row));
    }

    /** Subtracting from 0.0 makes both zeros one level. */
    private static double level(RankingPredictions predictions, int row) {
        return 0.0 - predictions.score(row);
    }

    private static int[] oneRowEach(int rows) {
        int[] starts = new int[rows + 1];
        Arrays.setAll(starts, rank -> rank);
        return starts;
    }

    /** {@return the number of rows} */
    public int rows() {
        return relevance.length;
    }

    /** {@return the number of relevant rows} */
    public int relevant() {
        return relevantBefore[groups()];
    }

    /**
     * {@return the relevance of the row at a rank; within a group earlier rows come first}
     *
     * @param rank the rank, from 0
     */
    public double relevance(int rank) {
        return relevance[rank];
    }

    /** {@return the number of groups of rows that share a rank} */
    public int groups() {
        return starts.length - 1;
    }

    /**
     * {@return the first rank of a group, from 0}
     *
     * @param group the group, from 0 for the highest score
     */
    public int start(int group) {
        return starts[group];
    }

    /**
     * {@return the rank after the last one of a group}
     *
     * @param group the group, from 0 for the highest score
     */
    public int end(int group) {
        return starts[group + 1];
    }

    /**
     * {@return the number of relevant rows in a group}
     *
     * @param group the group, from 0 for the highest score
     */
    public int relevantIn(int group) {
        return relevantBefore[group + 1] - relevantBefore[group];
    }

    /**
     * {@return the number of relevant rows in all groups above a group}
     *
     * @param group the group, from 0 for the highest score
     */
    public int relevantBefore(int group) {
        return relevantBefore[group];
    }

    /**
     * {@return how many relevant rows stand among the first k: the mean over the orders of tied rows}
     *
     * @param k the number of ranks, at least 1
     */
    public double relevantAt(int k) {
        int g = 0;
        while (g < groups() && end(g) <= k) {
            g++;
        }
        if (g == groups()) {
            return relevant();
        }
        return relevantBefore(g) + (double) relevantIn(g) * (k - start(g)) / (end(g) - start(g));
    }
}
