package io.github.tiercel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.tiercel.metrics.ReferenceTable.Row;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every registered metric has a declared result in every situation of the table; a new metric must declare its own. */
class EdgeCaseTest {

    private static final Map<String, BinaryPredictions> SITUATIONS = situations();
    private static final Map<String, String> DECLARED = ReferenceTable.read("edge-cases.csv").rows().stream()
            .collect(Collectors.toMap(row -> key(row.text("situation"), row.text("metric")), EdgeCaseTest::expected));

    /** Absolute below 1, relative above: a dozen ulps, for a logarithm and a few roundings. */
    private static final double TOLERANCE = 1e-14;

    static Stream<Arguments> situationsAndMetrics() {
        return SITUATIONS.keySet().stream().flatMap(situation -> BinaryMetrics.all().stream()
                .map(metric -> Arguments.of(situation, metric.name(), metric)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("situationsAndMetrics")
    void everyMetricGivesItsDeclaredResult(String situation, String name, Metric<BinaryPredictions> metric) {
        Value actual = metric.value(predictions(situation));
        String declared = DECLARED.get(key(situation, name));
        if (declared == null) {
            fail(name + " has no declared result for " + situation + " in edge-cases.csv; it gives " + actual);
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

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("situationsAndMetrics")
    void influenceValuesAreFiniteAndHaveMeanZero(String situation, String name, Metric<BinaryPredictions> metric) {
        BinaryPredictions predictions = predictions(situation);
        if (metric instanceof SmoothMetric<BinaryPredictions> smooth
                && metric.value(predictions).isDefined()) {
            double[] influence = smooth.influence(predictions);
            double total = predictions.groups().total();
            double mean = 0;
            for (int row = 0; row < influence.length; row++) {
                mean += predictions.weight(row) / total * influence[row];
            }
            assertEquals(0, mean, TOLERANCE, () -> name + " in " + situation + ": " + Arrays.toString(influence));
        }
    }

    @Test
    void tableNamesOnlyKnownSituationsAndMetrics() {
        TreeSet<String> unknown = new TreeSet<>(DECLARED.keySet());
        situationsAndMetrics().forEach(pair -> unknown.remove(key((String) pair.get()[0], (String) pair.get()[1])));
        assertEquals(List.of(), new ArrayList<>(unknown));
    }

    private static Map<String, BinaryPredictions> situations() {
        Map<String, BinaryPredictions> situations = new LinkedHashMap<>();
        situations.put("empty", rows("", new double[0]));
        situations.put("one_row_positive", rows("+", new double[] {0.8}));
        situations.put("one_row_negative", rows("-", new double[] {0.8}));
        situations.put("one_class_positive", rows("++++", new double[] {0.2, 0.4, 0.6, 0.8}));
        situations.put("one_class_negative", rows("----", new double[] {0.2, 0.4, 0.6, 0.8}));
        situations.put("all_tied", rows("+-+-", new double[] {0.5, 0.5, 0.5, 0.5}));
        situations.put("signed_zeros", rows("+-+-", new double[] {0.0, -0.0, -0.0, 0.0}));
        situations.put(
                "denormal_scores",
                rows("++--", new double[] {Double.MIN_VALUE, 3 * Double.MIN_VALUE, 2 * Double.MIN_VALUE, 0}));
        double[] mixed = {0.9, 0.4, 0.6, 0.1};
        situations.put("unit_weights", rows("++--", mixed));
        situations.put("weights_1e300", rows("++--", mixed, 1e300, 1e300, 1e300, 1e300));
        situations.put("weights_1e15", rows("++--", mixed, 1e15, 1e15, 1e15, 1e15));
        situations.put("weights_1e-300", rows("++--", mixed, 1e-300, 1e-300, 1e-300, 1e-300));
        situations.put("zero_weights_drop_positives", rows("++--", mixed, 0, 0, 1, 1));
        situations.put("zero_weights_drop_negatives", rows("++--", mixed, 1, 1, 0, 0));
        situations.put("zero_weights_drop_all", rows("++--", mixed, 0, 0, 0, 0));
        situations.put("perfect", rows("++--", new double[] {1, 1, 0, 0}));
        situations.put("inverted", rows("++--", new double[] {0, 0, 1, 1}));
        situations.put("nothing_predicted_positive", rows("++--", new double[] {0.4, 0.2, 0.3, 0.1}));
        situations.put("scores_outside_unit_interval", rows("++--", new double[] {3, -1, 2, -2}));
        situations.put("infinite_scores", rows("++--", new double[] {
            Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
        }));
        situations.put(
                "zero_weight_outside_unit_interval",
                rows("++--+", new double[] {0.9, 0.4, 0.6, 0.1, 7}, 1, 1, 1, 1, 0));
        situations.put("rounding_beyond_one", rows("++--", new double[] {1 + 1e-10, 0.4, 0.6, -1e-10}));
        return situations;
    }

    private static BinaryPredictions rows(String labels, double[] scores, double... weights) {
        boolean[] positive = new boolean[labels.length()];
        for (int i = 0; i < positive.length; i++) {
            positive[i] = labels.charAt(i) == '+';
        }
        return weights.length > 0
                ? BinaryPredictions.of(positive, scores, weights)
                : BinaryPredictions.of(positive, scores);
    }

    private static BinaryPredictions predictions(String situation) {
        return Objects.requireNonNull(SITUATIONS.get(situation), situation);
    }

    private static Value value(String declared) {
        return Character.isLetter(declared.charAt(0))
                ? Value.undefined(UndefinedReason.valueOf(declared))
                : Value.of(Double.parseDouble(declared));
    }

    private static String expected(Row row) {
        return row.text("expected");
    }

    private static String key(String situation, String metric) {
        return situation + " " + metric;
    }
}
