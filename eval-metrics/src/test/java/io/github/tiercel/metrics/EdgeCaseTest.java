package io.github.tiercel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every registered metric of every task has a declared result in every situation; a new metric must declare its own.
 */
class EdgeCaseTest {

    static final List<EdgeTable<?>> TABLES = EdgeTable.ALL;

    /** Absolute below 1, relative above: a dozen ulps, for a logarithm and a few roundings. */
    private static final double TOLERANCE = 1e-14;

    @ParameterizedTest
    @FieldSource("TABLES")
    void everyMetricIsDeclaredInEverySituation(EdgeTable<?> table) {
        String missing = table.cells()
                .filter(cell -> !cell.isDeclared())
                .map(cell -> cell.key() + ",?   it gives " + cell.actual())
                .collect(Collectors.joining("\n"));
        assertEquals(
                "",
                missing,
                () -> "add to " + table.folder() + "edge-cases.csv, with what the definition gives in place of ?:\n"
                        + missing + "\n");
    }

    @Test
    void missingResultIsNamedWithTheLineToAdd() {
        EdgeTable<RegressionPredictions> table = EdgeTable.REGRESSION.without("one_row,mae");
        AssertionError error = assertThrows(AssertionError.class, () -> everyMetricIsDeclaredInEverySituation(table));
        String message = """
                add to regression/edge-cases.csv, with what the definition gives in place of ?:
                one_row,mae,?   it gives Defined[number=1.0]
                """;
        assertEquals(message, String.valueOf(error.getMessage()).substring(0, message.length()));
    }

    @ParameterizedTest
    @FieldSource("TABLES")
    void tableNamesOnlyKnownSituationsAndMetrics(EdgeTable<?> table) {
        TreeSet<String> unknown = new TreeSet<>(table.declared().keySet());
        table.cells().forEach(cell -> unknown.remove(cell.key()));
        assertEquals(new TreeSet<>(), unknown);
    }

    static Stream<EdgeTable.Cell<?>> declaredCells() {
        return TABLES.stream().<EdgeTable.Cell<?>>flatMap(EdgeTable::cells).filter(EdgeTable.Cell::isDeclared);
    }

    @ParameterizedTest
    @MethodSource("declaredCells")
    void everyMetricGivesItsDeclaredResult(EdgeTable.Cell<?> cell) {
        Value expected = cell.expected();
        Value actual = cell.actual();
        if (expected.isDefined() && actual.isDefined()) {
            double number = expected.orNaN();
            assertEquals(number, actual.orNaN(), TOLERANCE * Math.max(1, Math.abs(number)));
        } else {
            assertEquals(expected, actual);
        }
    }

    @ParameterizedTest
    @MethodSource("declaredCells")
    void influenceValuesHaveMeanZeroOrAreRefused(EdgeTable.Cell<?> cell) {
        influenceHasMeanZeroOrIsRefused(cell);
    }

    private static <P extends Predictions> void influenceHasMeanZeroOrIsRefused(EdgeTable.Cell<P> cell) {
        if (!(cell.metric() instanceof SmoothMetric<P> smooth)) {
            return;
        }
        Value value = cell.actual();
        if (value.isDefined()) {
            double[] influence = smooth.influence(cell.predictions());
            double size = Arrays.stream(influence).map(Math::abs).max().orElse(0);
            assertEquals(0, mean(cell.predictions(), influence), TOLERANCE * Math.max(1, size));
            return;
        }
        String reason = value.reason().orElseThrow().sentence();
        assertEquals(
                smooth.name() + " has no influence values on these predictions: " + reason,
                assertThrows(IllegalStateException.class, () -> smooth.influence(cell.predictions()))
                        .getMessage());
    }

    private static double mean(Predictions predictions, double[] influence) {
        double total = 0;
        for (int row = 0; row < influence.length; row++) {
            total += predictions.weight(row);
        }
        double mean = 0;
        for (int row = 0; row < influence.length; row++) {
            mean += predictions.weight(row) / total * influence[row];
        }
        return mean;
    }
}
