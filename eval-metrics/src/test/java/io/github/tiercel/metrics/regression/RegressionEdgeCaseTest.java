package io.github.tiercel.metrics.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.fail;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
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
class RegressionEdgeCaseTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final Map<String, RegressionPredictions> SITUATIONS = situations();
    private static final Map<String, String> DECLARED = ReferenceTable.read("regression/edge-cases.csv").rows().stream()
            .collect(Collectors.toMap(
                    row -> key(row.text("situation"), row.text("metric")), row -> row.text("expected")));

    /** Absolute below 1, relative above: a dozen ulps, for a few roundings. */
    private static final double TOLERANCE = 1e-14;

    static Stream<Arguments> situationsAndMetrics() {
        return SITUATIONS.keySet().stream().flatMap(situation -> RegressionMetrics.all().stream()
                .map(metric -> Arguments.of(situation, metric.name(), metric)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("situationsAndMetrics")
    void everyMetricGivesItsDeclaredResult(String situation, String name, Metric<RegressionPredictions> metric) {
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
    void influenceValuesHaveMeanZeroOrAreRefused(String situation, String name, Metric<RegressionPredictions> metric) {
        RegressionPredictions predictions = predictions(situation);
        if (!(metric instanceof SmoothMetric<RegressionPredictions> smooth)) {
            return;
        }
        Value value = metric.value(predictions);
        if (value.isDefined()) {
            double[] influence = smooth.influence(predictions);
            double size = Arrays.stream(influence).map(Math::abs).max().orElse(0);
            assertEquals(0, mean(predictions, influence), TOLERANCE * Math.max(1, size));
            return;
        }
        assertEquals(
                name + " has no influence values on these predictions: "
                        + value.reason().orElseThrow().sentence(),
                assertThrows(IllegalStateException.class, () -> smooth.influence(predictions))
                        .getMessage());
    }

    @Test
    void tableNamesOnlyKnownSituationsAndMetrics() {
        TreeSet<String> unknown = new TreeSet<>(DECLARED.keySet());
        situationsAndMetrics().forEach(pair -> unknown.remove(key((String) pair.get()[0], (String) pair.get()[1])));
        assertEquals(List.of(), new ArrayList<>(unknown));
    }

    private static double mean(RegressionPredictions predictions, double[] influence) {
        WeightedRows rows = WeightedRows.of(predictions);
        return rows.mean(row -> influence[row]);
    }

    private static Map<String, RegressionPredictions> situations() {
        Map<String, RegressionPredictions> situations = new LinkedHashMap<>();
        situations.put("empty", rows(numbers(), numbers()));
        situations.put("one_row", rows(numbers(1), numbers(2)));
        situations.put("one_row_exact", rows(numbers(2), numbers(2)));
        situations.put("all_weights_zero", rows(numbers(1, 2), numbers(1, 3), 0, 0));
        situations.put("zero_weight_drops_the_rest", rows(numbers(1, 2, 3), numbers(2, 2, 9), 1, 0, 0));
        situations.put("constant_labels", rows(numbers(5, 5, 5, 5), numbers(5, 5, 5, 6)));
        situations.put("constant_labels_exact", rows(numbers(5, 5, 5), numbers(5, 5, 5)));
        situations.put("constant_predictions", rows(numbers(1, 2, 3, 6), numbers(3, 3, 3, 3)));
        situations.put("perfect", rows(numbers(1, 2, 4, 8), numbers(1, 2, 4, 8)));
        situations.put("reversed", rows(numbers(1, 2, 3, 4), numbers(4, 3, 2, 1)));
        situations.put("ties", rows(numbers(1, 1, 2, 3, 3, 4), numbers(1, 2, 2, 2, 5, 4)));
        situations.put("weights", rows(numbers(1, 2, 3, 4, 2), numbers(2, 2, 5, 3, 1), 1, 2, 0, 3, 2));
        situations.put("weights_1e300", rows(numbers(1, 2, 4), numbers(2, 2, 1), 1e300, 1e300, 1e300));
        situations.put("weights_1e-300", rows(numbers(1, 2, 4), numbers(2, 2, 1), 1e-300, 1e-300, 1e-300));
        situations.put("zero_label", rows(numbers(-0.0, 1, 2), numbers(1, 1, 2)));
        situations.put("zero_label_exact", rows(numbers(0, 1, 2), numbers(-0.0, 2, 2)));
        situations.put("negative_numbers", rows(numbers(-1, -2, 3), numbers(-2, 1, 2)));
        situations.put("infinite_label", rows(numbers(1, INFINITY, 2), numbers(1, 3, 2)));
        situations.put("infinite_prediction", rows(numbers(1, 3, 2), numbers(1, INFINITY, -INFINITY)));
        situations.put("both_infinite", rows(numbers(1, INFINITY, 2), numbers(1, INFINITY, 2)));
        situations.put("infinite_at_zero_weight", rows(numbers(1, INFINITY, 2, 4), numbers(1, 3, 2, 2), 1, 0, 1, 1));
        situations.put("squares_overflow", rows(numbers(1e200, 2e200, 3e200), numbers(2e200, 2e200, 4e200)));
        return situations;
    }

    private static double[] numbers(double... numbers) {
        return numbers;
    }

    private static RegressionPredictions rows(double[] labels, double[] predicted, double... weights) {
        RegressionPredictions predictions = RegressionPredictions.of(labels, predicted);
        return weights.length > 0 ? predictions.withWeights(weights) : predictions;
    }

    private static RegressionPredictions predictions(String situation) {
        return Objects.requireNonNull(SITUATIONS.get(situation), situation);
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
