package io.github.tiercel.metrics.ranking;

import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.SharedView;
import java.util.Arrays;

/**
 * The rows of positive weight by query and, within each, by score. Queries stand in ascending order of their numbers,
 * rows as given.
 */
final class Queries {

    private static final SharedView<RankingPredictions, Queries> VIEW = new SharedView<>(Queries::sort);

    private final RankingPredictions predictions;

    /** Query number in the high, row in the low 32 bits: one sort of primitives puts the rows of a query together. */
    private final long[] keys;

    private final int[] starts;
    private final RankedQuery[] ranked;

    private Queries(RankingPredictions predictions, long[] keys) {
        this.predictions = predictions;
        this.keys = keys;
        this.starts = starts(keys);
        this.ranked = new RankedQuery[size()];
        Arrays.setAll(ranked, query -> RankedQuery.of(predictions, rows(query)));
    }

    /** Put together and sorted once for all metrics. */
    static Queries of(RankingPredictions predictions) {
        return predictions.shared(VIEW);
    }

    private static Queries sort(RankingPredictions predictions) {
        long[] keys = new long[predictions.rows()];
        int rows = 0;
        for (int row = 0; row < keys.length; row++) {
            if (predictions.weight(row) > 0) {
                keys[rows++] = ((long) predictions.query(row) << 32) | row;
            }
        }
        long[] present = Arrays.copyOf(keys, rows);
        Arrays.sort(present);
        return new Queries(predictions, present);
    }

    private static int[] starts(long[] keys) {
        int[] starts = new int[keys.length + 1];
        int queries = 0;
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || number(keys[i]) != number(keys[i - 1])) {
                starts[queries++] = i;
            }
        }
        starts[queries] = keys.length;
        return Arrays.copyOf(starts, queries + 1);
    }

    private static int number(long key) {
        return (int) (key >>> 32);
    }

    int size() {
        return starts.length - 1;
    }

    int number(int query) {
        return number(keys[starts[query]]);
    }

    RankedQuery ranked(int query, Ties ties) {
        return ranked[query].with(ties);
    }

    int[] rows(int query) {
        int[] rows = new int[starts[query + 1] - starts[query]];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (int) keys[starts[query] + i];
        }
        return rows;
    }

    /** The mean weight of the rows; predictions see to it that sums of weights are finite. */
    double weight(int query) {
        int[] rows = rows(query);
        double sum = 0;
        for (int row : rows) {
            sum += predictions.weight(row);
        }
        return sum / rows.length;
    }
}
