package io.github.tiercel.metrics;

import java.util.Arrays;

/**
 * Numbers of queries.
 *
 * @param all those with a row of positive weight
 * @param relevant those with a relevant row of positive weight
 */
record QueryCounts(int all, int relevant) {

    static QueryCounts of(RankingPredictions predictions) {
        int[] all = new int[predictions.weightedRows()];
        int[] relevant = new int[all.length];
        int rows = 0;
        int relevantRows = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.weight(row) > 0) {
                all[rows++] = predictions.query(row);
                if (predictions.relevance(row) > 0) {
                    relevant[relevantRows++] = predictions.query(row);
                }
            }
        }
        return new QueryCounts(distinct(all), distinct(Arrays.copyOf(relevant, relevantRows)));
    }

    private static int distinct(int[] numbers) {
        Arrays.sort(numbers);
        int distinct = 0;
        for (int i = 0; i < numbers.length; i++) {
            distinct += i == 0 || numbers[i] != numbers[i - 1] ? 1 : 0;
        }
        return distinct;
    }
}
