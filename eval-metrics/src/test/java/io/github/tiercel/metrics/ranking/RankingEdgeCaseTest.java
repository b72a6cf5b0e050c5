package io.github.tiercel.metrics.ranking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.ReferenceTable.Row;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every registered metric has a declared result in every situation of the table; a new metric must declare its own. */
class RankingEdgeCaseTest {

    private static final List<Row> ROWS =
            ReferenceTable.read("ranking/edge-rows.csv").rows();
    private static final Map<String, String> DECLARED = ReferenceTable.read("ranking/edge-cases.csv").rows().stream()
            .collect(Collectors.toMap(
                    row -> key(row.text("situation"), row.text("metric")), row -> row.text("expected")));

    /** A dozen ulps of 1. */
    private static final double TOLERANCE = 1e-14;

    static Stream<Arguments> situationsAndMetrics() {
        Set<String> situations = new LinkedHashSet<>(Set.of("empty"));
        ROWS.forEach(row -> situations.add(row.text("situation")));
        return situations.stream().flatMap(situation -> RankingMetrics.all().stream()
                .map(metric -> Arguments.of(situation, metric.name(), metric)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("situationsAndMetrics")
    void everyMetricGivesItsDeclaredResult(String situation, String name, QueryMeanMetric metric) {
        Value actual = metric.value(predictions(situation));
        String declared = DECLARED.get(key(situation, name));
        if (declared == null) {
            fail(name + " has no declared result for " + situation + " in edge-cases.csv; it gives " + actual);
            return;
        }
        Value expected = value(declared);
        if (expected.isDefined() && actual.isDefined()) {
            assertEquals(expected.orNaN(), actual.orNaN(), TOLERANCE);
        } else {
            assertEquals(expected, actual);
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("situationsAndMetrics")
    void influenceValuesAreFiniteAndHaveMeanZero(String situation, String name, QueryMeanMetric metric) {
        RankingPredictions predictions = predictions(situation);
        if (!metric.value(predictions).isDefined()) {
            return;
        }
        double[] influence = metric.influence(predictions);
        double total = 0;
        for (int row = 0; row < influence.length; row++) {
            total += predictions.weight(row);
        }
        double mean = 0;
        for (int row = 0; row < influence.length; row++) {
            mean += predictions.weight(row) / total * influence[row];
        }
        assertEquals(0, mean, TOLERANCE, () -> name + " in " + situation);
    }

    @Test
    void tableNamesOnlyKnownSituationsAndMetrics() {
        TreeSet<String> unknown = new TreeSet<>(DECLARED.keySet());
        situationsAndMetrics().forEach(pair -> unknown.remove(key((String) pair.get()[0], (String) pair.get()[1])));
        assertEquals(new TreeSet<>(), unknown);
    }

    private static RankingPredictions predictions(String situation) {
        List<Row> rows = ROWS.stream()
                .filter(row -> row.text("situation").equals(situation))
                .toList();
        return RankingPredictions.of(
                        rows.stream().mapToInt(row -> (int) row.number("query")).toArray(),
                        column(rows, "relevance"),
                        column(rows, "score"))
                .withWeights(column(rows, "weight"));
    }

    private static double[] column(List<Row> rows, String name) {
        return rows.stream().mapToDouble(row -> row.number(name)).toArray();
    }

    private static Value value(String declared) {
        return Character.isLetter(declared.charAt(0))
                ? Value.undefined(UndefinedReason.valueOf(declared))
                : Value.of(Double.parseDouble(declared));
    }

    private static String key(String situation, String metric) {
        return situation + " " + metric;
    }
}
