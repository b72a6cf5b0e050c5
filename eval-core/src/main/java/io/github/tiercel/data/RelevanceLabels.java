package io.github.tiercel.data;

import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.sampling.GroupedOrder;
import io.github.tiercel.sampling.RowOrder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How relevant each row is to its query. */
final class RelevanceLabels implements Labels {

    private static final int NONE = -1;

    private final double[] relevance;
    private final long[] queryKeys;
    /** For each row the number of its query, from 0 without gaps. */
    private final int[] queries;

    private RelevanceLabels(double[] relevance, long[] queryKeys, int[] queries) {
        this.relevance = relevance;
        this.queryKeys = queryKeys;
        this.queries = queries;
    }

    /** Reads a column of relevance. */
    static RelevanceLabels of(Column relevance, Column query, String source) {
        UnlabelledRows.refuse(relevance, source);
        double[] values = Numbers.of(relevance, "relevance", source);
        check(values, "Relevance in column \"" + relevance.name() + "\" of " + source);
        return of(values, RowKeys.of(query, source));
    }

    static RelevanceLabels of(double[] relevance, long[] queryKeys) {
        if (relevance.length != queryKeys.length) {
            throw new DataException(
                    "LENGTH_MISMATCH",
                    "Got " + Offenders.number(relevance.length) + " labels but " + Offenders.number(queryKeys.length)
                            + " queries. Each row needs one of both, in the same order.");
        }
        check(relevance, "Relevance");
        return new RelevanceLabels(relevance, queryKeys, Clusters.number(queryKeys));
    }

    private static void check(double[] relevance, String what) {
        Offenders bad =
                Offenders.of(relevance.length, row -> !(relevance[row] >= 0 && Double.isFinite(relevance[row])));
        if (bad.exist()) {
            throw new DataException(
                    "BAD_RELEVANCE",
                    what + " is " + relevance[bad.first()] + " (" + Offenders.number(bad.count()) + " of "
                            + Offenders.number(relevance.length) + " rows, " + bad.where()
                            + "). Relevance must be finite and at least 0: mend these rows or leave them out.");
        }
    }

    /** A query's metric is of all its rows; on some of them it is another query's. */
    void refuseParting(TextColumn slice) {
        int[] firstRows = new int[rows()];
        Arrays.fill(firstRows, NONE);
        for (int row = 0; row < rows(); row++) {
            int first = firstRows[queries[row]];
            if (first == NONE) {
                firstRows[queries[row]] = row;
            } else if (slice.code(first) != slice.code(row)) {
                throw new DataException(
                        "SLICED_QUERY",
                        "Column \"" + slice.name() + "\" has several values within one query, \""
                                + slice.text(first) + "\" at row " + Offenders.number(first + 1L) + " and \""
                                + slice.text(row) + "\" at row " + Offenders.number(row + 1L)
                                + ". A ranking is sliced by whole queries: slice by what all rows of a query share.");
            }
        }
    }

    /** Some rows, whole queries of them, as labels of their own: queries are numbered anew. */
    RelevanceLabels part(int[] rows) {
        return of(Selection.of(relevance, rows), Selection.of(queryKeys, rows));
    }

    long[] queryKeys() {
        return queryKeys;
    }

    @Override
    public Task task() {
        return Task.RANKING;
    }

    @Override
    public int rows() {
        return relevance.length;
    }

    @Override
    public double value(int row) {
        return relevance[row];
    }

    @Override
    public List<String> classes() {
        return List.of();
    }

    /** Queries are drawn whole; their rows' keys play no part. */
    @Override
    public RowOrder order(long[] keys, long seed) {
        return GroupedOrder.of(queryKeys, seed);
    }

    @Override
    public RelevanceLabels select(int[] rows) {
        long[] someKeys = new long[rows.length];
        int[] someQueries = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            someKeys[i] = queryKeys[rows[i]];
            someQueries[i] = queries[rows[i]];
        }
        return new RelevanceLabels(Selection.of(relevance, rows), someKeys, someQueries);
    }

    @Override
    public RankingPredictions join(double[][] scores, double @Nullable [] weights) {
        return weights == null
                ? RankingPredictions.wrap(queries, relevance, scores[0])
                : RankingPredictions.wrap(queries, relevance, scores[0], weights);
    }
}
