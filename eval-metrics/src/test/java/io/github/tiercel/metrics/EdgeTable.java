package io.github.tiercel.metrics;

import io.github.tiercel.metrics.ReferenceTable.Row;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What every metric of a task is worth in every situation that tries it: {@code edge-rows.csv} holds the rows of each
 * situation, {@code edge-cases.csv} a number or the reason why there is none.
 */
record EdgeTable<P extends Predictions>(
        MetricFamily<P> family, String folder, Map<String, P> situations, Map<String, Value> declared) {

    static final EdgeTable<RegressionPredictions> REGRESSION =
            read(MetricFamily.REGRESSION, "regression/", EdgeTable::regression);

    static final List<EdgeTable<?>> ALL = List.of(
            read(MetricFamily.BINARY, "", EdgeTable::binary),
            read(MetricFamily.MULTICLASS, "multiclass/", EdgeTable::multiclass),
            REGRESSION,
            read(MetricFamily.RANKING, "ranking/", EdgeTable::ranking));

    /** One metric in one situation. */
    record Cell<P extends Predictions>(EdgeTable<P> table, String situation, Metric<P> metric) {

        P predictions() {
            return Objects.requireNonNull(table.situations.get(situation), situation);
        }

        String key() {
            return situation + "," + metric.name();
        }

        boolean isDeclared() {
            return table.declared.containsKey(key());
        }

        Value expected() {
            return Objects.requireNonNull(table.declared.get(key()), this::toString);
        }

        Value actual() {
            return metric.value(predictions());
        }

        @Override
        public String toString() {
            return table + " " + situation + " " + metric.name();
        }
    }

    @Override
    public String toString() {
        return family.task().spelling();
    }

    EdgeTable<P> without(String key) {
        Map<String, Value> fewer = new LinkedHashMap<>(declared);
        fewer.remove(key);
        return new EdgeTable<>(family, folder, situations, fewer);
    }

    Stream<Cell<P>> cells() {
        return situations.keySet().stream()
                .flatMap(situation -> family.all().stream().map(metric -> new Cell<>(this, situation, metric)));
    }

    private static <P extends Predictions> EdgeTable<P> read(
            MetricFamily<P> family, String folder, Function<List<Row>, P> rows) {
        Map<String, List<Row>> bySituation = ReferenceTable.read(folder + "edge-rows.csv").rows().stream()
                .collect(Collectors.groupingBy(row -> row.text("situation"), LinkedHashMap::new, Collectors.toList()));
        Map<String, P> situations = new LinkedHashMap<>();
        bySituation.forEach((situation, some) -> situations.put(situation, rows.apply(some)));
        Map<String, Value> declared = ReferenceTable.read(folder + "edge-cases.csv").rows().stream()
                .collect(Collectors.toMap(
                        row -> row.text("situation") + "," + row.text("metric"), row -> value(row.text("expected"))));
        return new EdgeTable<>(family, folder, situations, declared);
    }

    private static Value value(String declared) {
        return Character.isLetter(declared.charAt(0))
                ? Value.undefined(UndefinedReason.valueOf(declared))
                : Value.of(Double.parseDouble(declared));
    }

    private static BinaryPredictions binary(List<Row> rows) {
        double[] positive = column(rows, "label");
        boolean[] labels = new boolean[positive.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = positive[row] == 1;
        }
        double[] scores = column(rows, "score");
        return isWeighted(rows)
                ? BinaryPredictions.of(labels, scores, column(rows, "weight"))
                : BinaryPredictions.of(labels, scores);
    }

    private static MulticlassPredictions multiclass(List<Row> rows) {
        String classes = rows.get(0).text("classes");
        List<Row> given = given(rows, "label");
        double[][] scores = new double[classes.length()][given.size()];
        int[] labels = new int[given.size()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = classes.indexOf(given.get(row).text("label"));
            String[] cells = given.get(row).text("scores").split(" ", -1);
            for (int c = 0; c < scores.length; c++) {
                scores[c][row] = Double.parseDouble(cells[c]);
            }
        }
        List<String> names = classes.chars().mapToObj(Character::toString).toList();
        return isWeighted(rows)
                ? MulticlassPredictions.of(names, labels, scores, column(rows, "weight"))
                : MulticlassPredictions.of(names, labels, scores);
    }

    private static RegressionPredictions regression(List<Row> rows) {
        double[] labels = column(rows, "label");
        double[] predicted = column(rows, "predicted");
        return isWeighted(rows)
                ? RegressionPredictions.of(labels, predicted, column(rows, "weight"))
                : RegressionPredictions.of(labels, predicted);
    }

    private static RankingPredictions ranking(List<Row> rows) {
        int[] queries = given(rows, "query").stream()
                .mapToInt(row -> (int) row.number("query"))
                .toArray();
        double[] relevance = column(rows, "relevance");
        double[] scores = column(rows, "score");
        return isWeighted(rows)
                ? RankingPredictions.of(queries, relevance, scores, column(rows, "weight"))
                : RankingPredictions.of(queries, relevance, scores);
    }

    private static boolean isWeighted(List<Row> rows) {
        return !rows.get(0).text("weight").isEmpty();
    }

    private static double[] column(List<Row> rows, String name) {
        return given(rows, name).stream().mapToDouble(row -> row.number(name)).toArray();
    }

    private static List<Row> given(List<Row> rows, String column) {
        return rows.stream().filter(row -> !row.text(column).isEmpty()).toList();
    }
}
