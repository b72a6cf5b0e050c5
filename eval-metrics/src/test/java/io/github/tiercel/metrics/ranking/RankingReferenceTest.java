package io.github.tiercel.metrics.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.ReferenceTable.Row;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that scikit-learn and trec_eval's definitions give. */
class RankingReferenceTest {

    static List<Row> ndcg() {
        return ReferenceTable.read("ranking/ndcg.csv").rows();
    }

    static List<Row> dcg() {
        return ReferenceTable.read("ranking/dcg.csv").rows();
    }

    static List<Row> perQuery() {
        return ReferenceTable.read("ranking/per_query.csv").rows();
    }

    static List<Row> mean() {
        return ReferenceTable.read("ranking/mean.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("ndcg")
    void ndcgIsThatOfScikitLearn(Row row) {
        boolean laterFirst = Boolean.parseBoolean(row.text("ignore_ties"));
        Counting counting = new Counting(WithoutRelevant.ZERO, laterFirst ? Ties.BY_ROW : Ties.AVERAGED);
        RankingPredictions predictions = laterFirst ? backwards(predictions(row)) : predictions(row);
        double value = metric(row, counting).value(predictions).orNaN();
        assertEquals(row.number("expected"), value, row.number("tolerance"));
    }

    @ParameterizedTest
    @MethodSource("dcg")
    void dcgIsThatOfScikitLearn(Row row) {
        double value = metric(row, new Counting(WithoutRelevant.ZERO, Ties.AVERAGED))
                .value(predictions(row))
                .orNaN();
        assertEquals(row.number("expected"), value, row.number("tolerance"));
    }

    @ParameterizedTest
    @MethodSource("perQuery")
    void queriesHaveTheirOwnValues(Row row) {
        double expected = row.number("expected");
        boolean skipped = Double.isNaN(expected);
        Counting counting = new Counting(skipped ? WithoutRelevant.SKIP : WithoutRelevant.ZERO, Ties.BY_ROW);
        QueryValues values = metric(row, counting).perQuery(predictions(row));
        int query = (int) row.number("query");
        assertEquals(query, values.query(query));
        if (skipped) {
            assertTrue(values.value(query).isEmpty());
        } else {
            assertEquals(expected, values.value(query).orElseThrow(), row.number("tolerance"));
        }
    }

    @ParameterizedTest
    @MethodSource("mean")
    void meansCountQueriesWithoutRelevantRowsAsDeclared(Row row) {
        Counting counting = new Counting(WithoutRelevant.valueOf(row.text("without_relevant")), Ties.BY_ROW);
        double value = metric(row, counting).value(predictions(row)).orNaN();
        assertEquals(row.number("expected"), value, row.number("tolerance"));
    }

    private static QueryMeanMetric metric(Row row, Counting counting) {
        return RankingMetrics.named(row.text("metric"), counting).orElseThrow();
    }

    private static RankingPredictions predictions(Row row) {
        ReferenceTable table = ReferenceTable.read("ranking/" + row.text("dataset") + ".csv");
        int[] queries =
                Arrays.stream(table.numbers("query")).mapToInt(q -> (int) q).toArray();
        return RankingPredictions.of(queries, table.numbers("relevance"), table.numbers("score"));
    }

    private static RankingPredictions backwards(RankingPredictions predictions) {
        int last = predictions.rows() - 1;
        return predictions.select(
                IntStream.rangeClosed(0, last).map(row -> last - row).toArray());
    }
}
