package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.SharedView;
import java.util.Arrays;

/** The query is the unit of a ranking: its rows form a cluster, whatever else the design says. */
final class QueryClusters {

    private static final SharedView<RankingPredictions, QueryClusters> VIEW = new SharedView<>(QueryClusters::number);

    private static final int NONE = -1;

    /** For each row the number of its query, from 0 without gaps. */
    private final int[] numbers;

    private QueryClusters(int[] numbers) {
        this.numbers = numbers;
    }

    /** The design with the queries of a ranking as its clusters, unless it has larger ones. */
    static Design of(Design design, Predictions predictions) {
        if (predictions.rows() != design.rows()) {
            throw new IllegalArgumentException(
                    "predictions has " + predictions.rows() + " rows but the design has " + design.rows());
        }
        return predictions instanceof RankingPredictions ranking ? ofQueries(design, ranking) : design;
    }

    private static Design ofQueries(Design design, RankingPredictions predictions) {
        QueryClusters queries = predictions.shared(VIEW);
        if (design.isClustered()) {
            queries.requireWhole(design, predictions);
            return design;
        }
        if (design.isSample()) {
            throw new IllegalArgumentException(
                    "a sample of a ranking must be one of whole queries: give the design its clusters");
        }
        return design.withClusters(queries.numbers);
    }

    private void requireWhole(Design design, RankingPredictions predictions) {
        int[] clusters = new int[numbers.length];
        Arrays.fill(clusters, NONE);
        for (int row = 0; row < numbers.length; row++) {
            int known = clusters[numbers[row]];
            if (known != NONE && known != design.unit(row)) {
                throw new IllegalArgumentException("clusters must hold whole queries, got query "
                        + predictions.query(row) + " in clusters " + known + " and " + design.unit(row));
            }
            clusters[numbers[row]] = design.unit(row);
        }
    }

    private static QueryClusters number(RankingPredictions predictions) {
        int[] queries = new int[predictions.rows()];
        Arrays.setAll(queries, predictions::query);
        return new QueryClusters(Design.renumber(queries));
    }
}
