package io.github.tiercel.metrics.multiclass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every registered metric has a declared result in every situation of the table; a new metric must declare its own. */
class MulticlassEdgeCaseTest {

    private static final Map<String, MulticlassPredictions> SITUATIONS = situations();
    private static final Map<String, String> DECLARED = ReferenceTable.read("multiclass_edge_cases.csv").rows().stream()
            .collect(Collectors.toMap(
                    row -> key(row.text("situation"), row.text("metric")), row -> row.text("expected")));

    /** Absolute below 1, relative above: a dozen ulps, for a logarithm and a few roundings. */
    private static final double TOLERANCE = 1e-14;

    static Stream<Arguments> situationsAndMetrics() {
        return SITUATIONS.keySet().stream().flatMap(situation -> MulticlassMetrics.all().stream()
                .map(metric -> Arguments.of(situation, metric.name(), metric)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("situationsAndMetrics")
    void everyMetricGivesItsDeclaredResult(String situation, String name, Metric<MulticlassPredictions> metric) {
        Value actual = metric.value(Objects.requireNonNull(SITUATIONS.get(situation), situation));
        String declared = DECLARED.get(key(situation, name));
        if (declared == null) {
            fail(name + " has no declared result for " + situation + "; it gives " + actual);
            return;
        }
        Value expected = value(declared);
        if (expected.isDefined() && actual.isDefined()) {
            double number = expected.orNaN();
            assertEquals(number, actual.orNaN(), TOLERANCE * Math.max(1, Math.abs(number)));
        } else {
            assertEquals(expected, actual);
        }
    }

    @Test
    void tableNamesOnlyKnownSituationsAndMetrics() {
        TreeSet<String> unknown = new TreeSet<>(DECLARED.keySet());
        situationsAndMetrics().forEach(pair -> unknown.remove(key((String) pair.get()[0], (String) pair.get()[1])));
        assertEquals(Set.of(), unknown);
    }

    private static Map<String, MulticlassPredictions> situations() {
        Map<String, MulticlassPredictions> situations = new LinkedHashMap<>();
        situations.put("no_class", MulticlassPredictions.of(List.of(), new int[0], new double[0][]));
        situations.put("empty", rows("abc", ""));
        situations.put("one_declared_class", rows("a", "aa", "1", "1"));
        situations.put("one_row", rows("abc", "a", "0.5 0.25 0.25"));
        MulticlassPredictions mixed =
                rows("abc", "aabbc", "0.5 0.25 0.25", "0.25 0.5 0.25", "0.25 0.5 0.25", "0 1 0", "0 0.25 0.75");
        situations.put("mixed", mixed);
        situations.put("zero_weights", mixed.withWeights(new double[5]));
        situations.put("zero_weight_drops_a_class", mixed.withWeights(new double[] {1, 1, 1, 1, 0}));
        situations.put("perfect", rows("abc", "abc", "1 0 0", "0 1 0", "0 0 1"));
        situations.put("constant_labels", rows("abc", "aa", "1 0 0", "0 1 0"));
        situations.put("constant_predictions", rows("abc", "abc", "0 1 0", "0 1 0", "0 1 0"));
        situations.put("all_tied", rows("ab", "ab", "0.5 0.5", "0.5 0.5"));
        situations.put("infinite_scores", rows("ab", "ab", "Infinity -Infinity", "-Infinity Infinity"));
        situations.put("rows_of_another_sum", rows("ab", "ab", "0.75 0.75", "0.25 0.5"));
        return situations;
    }

    private static MulticlassPredictions rows(String classes, String labels, String... rows) {
        double[][] scores = new double[classes.length()][rows.length];
        for (int row = 0; row < rows.length; row++) {
            List<String> cells = List.of(rows[row].split(" ", -1));
            for (int c = 0; c < scores.length; c++) {
                scores[c][row] = Double.parseDouble(cells.get(c));
            }
        }
        return MulticlassPredictions.of(
                classes.chars().mapToObj(Character::toString).toList(),
                labels.chars().map(classes::indexOf).toArray(),
                scores);
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
