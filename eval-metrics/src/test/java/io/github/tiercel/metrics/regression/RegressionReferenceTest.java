package io.github.tiercel.metrics.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.ReferenceTable.Row;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics are what scikit-learn and SciPy say they are, but for the differences listed here. */
class RegressionReferenceTest {

    /** Where all labels are equal scikit-learn returns 1 (or NaN for R² of one row), and we say why there is none. */
    private static final Map<String, UndefinedReason> DELIBERATE_DIFFERENCES = Map.of(
            "reg_constperfect_r2", UndefinedReason.CONSTANT_LABELS,
            "reg_constperfect_explained_variance", UndefinedReason.CONSTANT_LABELS,
            "reg_one_r2", UndefinedReason.CONSTANT_LABELS,
            "reg_one_explained_variance", UndefinedReason.CONSTANT_LABELS);

    private static final List<Row> INFLUENCE_VALUES =
            ReferenceTable.read("regression/influence_values.csv").rows();

    static List<Row> values() {
        return Stream.of("regression/metrics.csv", "regression/associations.csv")
                .flatMap(file -> ReferenceTable.read(file).rows().stream())
                .toList();
    }

    static List<Row> influence() {
        return ReferenceTable.read("regression/influence.csv").rows();
    }

    @ParameterizedTest
    @MethodSource
    void values(Row expected) {
        Value value = metric(expected).value(predictions(expected, "regression/", "pred"));
        UndefinedReason reason = DELIBERATE_DIFFERENCES.get(expected.toString());
        if (reason != null) {
            assertEquals(Value.undefined(reason), value);
            return;
        }
        assertEquals(expected.number("expected"), value.orNaN(), expected.number("tolerance"));
    }

    @ParameterizedTest
    @MethodSource
    void influence(Row expected) {
        SmoothMetric<RegressionPredictions> metric = (SmoothMetric<RegressionPredictions>) metric(expected);
        RegressionPredictions predictions = predictions(expected, "datasets/", "score");
        double tolerance = expected.number("tolerance");
        double[] influence = metric.influence(predictions);
        assertEquals(expected.number("value"), metric.value(predictions).orNaN(), tolerance);
        assertEquals(expected.number("variance"), variance(predictions, influence), tolerance);
        double[] values = INFLUENCE_VALUES.stream()
                .filter(row -> row.toString().equals(expected.toString()))
                .mapToDouble(row -> row.number("influence"))
                .toArray();
        // Large cases give the variance only.
        if (values.length > 0) {
            assertArrayEquals(values, influence, tolerance);
        }
    }

    /** The infinitesimal jackknife of R survival 3.5.3, {@code concordance(y ~ pred)}. */
    @Test
    void concordanceHasTheVarianceOfSurvival() {
        ReferenceTable table = ReferenceTable.read("regression/tied.csv");
        RegressionPredictions tied = RegressionPredictions.of(table.numbers("y"), table.numbers("pred"));
        double[] influence = RegressionMetrics.CONCORDANCE.influence(tied);
        assertEquals(
                0.807692307692308, RegressionMetrics.CONCORDANCE.value(tied).orNaN(), 1e-12);
        assertEquals(0.00446412940723364, variance(tied, influence), 1e-12);
    }

    @Test
    void everyListedDifferenceStillHasItsCase() {
        Set<String> cases = values().stream().map(Row::toString).collect(Collectors.toSet());
        assertTrue(cases.containsAll(DELIBERATE_DIFFERENCES.keySet()), DELIBERATE_DIFFERENCES::toString);
    }

    private static Metric<RegressionPredictions> metric(Row expected) {
        return RegressionMetrics.named(expected.text("metric")).orElseThrow();
    }

    private static RegressionPredictions predictions(Row expected, String folder, String predicted) {
        ReferenceTable table = ReferenceTable.read(folder + expected.text("dataset") + ".csv");
        RegressionPredictions predictions = RegressionPredictions.of(table.numbers("y"), table.numbers(predicted));
        return Boolean.parseBoolean(expected.text("weighted"))
                ? predictions.withWeights(table.numbers("weight"))
                : predictions;
    }

    private static double variance(RegressionPredictions predictions, double[] influence) {
        double sum = 0;
        double total = 0;
        for (int row = 0; row < influence.length; row++) {
            double weighted = predictions.weight(row) * influence[row];
            sum += weighted * weighted;
            total += predictions.weight(row);
        }
        return sum / (total * total);
    }
}
