package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.RankingPredictions;
import java.util.Arrays;

/** The query is the unit of a ranking, so its rows must be drawn together: one unit key a query. */
final class QueryKeys {

    private QueryKeys() {}

    static void check(RankingPredictions predictions, long[] unitKeys) {
        long[] byQuery = new long[predictions.rows()];
        Arrays.setAll(byQuery, row -> ((long) predictions.query(row) << 32) | row);
        Arrays.sort(byQuery);
        for (int i = 1; i < byQuery.length; i++) {
            boolean sameQuery = byQuery[i] >>> 32 == byQuery[i - 1] >>> 32;
            if (sameQuery && unitKeys[(int) byQuery[i]] != unitKeys[(int) byQuery[i - 1]]) {
                throw new IllegalArgumentException("rows of one query must have one unit key, got two for query "
                        + (byQuery[i] >>> 32) + " at rows " + (int) byQuery[i - 1] + " and " + (int) byQuery[i]);
            }
        }
    }
}
