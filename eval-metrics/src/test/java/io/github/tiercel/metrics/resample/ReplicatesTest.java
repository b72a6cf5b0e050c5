package io.github.tiercel.metrics.resample;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReplicatesTest {

    private static final Metric<RegressionPredictions> WITHOUT_BOUNDS = Metric.of(
            RegressionPredictions.class,
            "without_bounds",
            Direction.HIGHER_IS_BETTER,
            new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
            rows -> Value.undefined(UndefinedReason.EMPTY));

    static List<ReferenceTable.Row> intervals() {
        return ReferenceTable.read("bootstrap_intervals.csv").rows();
    }

    static List<ReferenceTable.Row> errors() {
        return ReferenceTable.read("monte_carlo_error.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("intervals")
    void intervalsAreThoseOfR(ReferenceTable.Row expected) {
        Replicates replicates = Replicates.of(ReferenceTable.read("bootstrap_replicates.csv").rows().stream()
                .filter(row -> row.text("set").equals(expected.text("set")))
                .mapToDouble(row -> row.number("value"))
                .toArray());
        double value = expected.number("value");
        double level = expected.number("level");
        double tolerance = expected.number("tolerance");
        BootstrapInterval percentile = replicates.percentile(value, level).orElseThrow();
        BootstrapInterval bca =
                replicates.bca(value, expected.number("acceleration"), level).orElseThrow();
        assertEquals(expected.number("percentile_lower"), percentile.interval().lower(), tolerance);
        assertEquals(expected.number("percentile_upper"), percentile.interval().upper(), tolerance);
        assertEquals(expected.number("bca_lower"), bca.interval().lower(), tolerance);
        assertEquals(expected.number("bca_upper"), bca.interval().upper(), tolerance);
        BootstrapInterval basic = replicates.basic(value, level).orElseThrow();
        assertEquals(expected.number("basic_lower"), basic.interval().lower(), tolerance);
        assertEquals(expected.number("basic_upper"), basic.interval().upper(), tolerance);
        BootstrapInterval normal =
                replicates.normal(WITHOUT_BOUNDS, value, level).orElseThrow();
        assertEquals(expected.number("normal_lower"), normal.interval().lower(), tolerance);
        assertEquals(expected.number("normal_upper"), normal.interval().upper(), tolerance);
        assertEquals("basic", basic.interval().method());
        assertEquals("bootstrap-normal", normal.interval().method());
        assertEquals(expected.number("mean") - value, bca.bias(), tolerance);
        assertEquals(expected.number("standard_error"), bca.standardError(), tolerance);
        assertEquals("percentile", percentile.interval().method());
        assertEquals("bca", bca.interval().method());
    }

    @ParameterizedTest
    @MethodSource("errors")
    void monteCarloErrorIsThatOfAQuantile(ReferenceTable.Row expected) {
        double[] values = new double[(int) expected.number("replicates")];
        Arrays.setAll(values, b -> b);
        BootstrapInterval interval =
                Replicates.of(values).percentile(0, expected.number("level")).orElseThrow();
        assertEquals(
                expected.number("expected"),
                interval.monteCarloError() / interval.standardError(),
                expected.number("tolerance"));
    }

    @Test
    void quantilesInterpolateBetweenOrderStatistics() {
        Replicates replicates = Replicates.of(new double[] {4, 1, Double.NaN, 2});
        assertEquals(1, replicates.quantile(0));
        assertEquals(1.5, replicates.quantile(0.25));
        assertEquals(3, replicates.quantile(0.75));
        assertEquals(4, replicates.quantile(1));
        assertTrue(Double.isNaN(Replicates.of(new double[] {Double.NaN}).quantile(0.5)));
    }

    @Test
    void undefinedReplicatesAreCountedAndLeftOut() {
        Replicates replicates = Replicates.of(new double[] {1, Double.NaN, 3});
        assertEquals(2, replicates.defined());
        assertEquals(1, replicates.undefined());
        assertEquals(2, replicates.mean());
        assertEquals(Math.sqrt(2), replicates.standardError());
        assertTrue(Double.isNaN(Replicates.of(new double[] {1, Double.NaN}).standardError()));
    }

    @Test
    void noIntervalWhereMoreThanATenthIsUndefined() {
        double[] values = new double[100];
        Arrays.setAll(values, b -> b < 10 ? Double.NaN : b);
        BootstrapInterval interval = Replicates.of(values).bca(55, 0, 0.9).orElseThrow();
        assertEquals(90, interval.replicates());
        assertEquals(10, interval.undefined());
        values[50] = Double.NaN;
        assertEquals(Optional.empty(), Replicates.of(values).bca(55, 0, 0.9));
        assertEquals(Optional.empty(), Replicates.of(values).percentile(55, 0.9));
        assertEquals(Optional.empty(), Replicates.of(new double[] {1}).percentile(1, 0.9));
    }

    @Test
    void normalIntervalOfAnAreaIsMadeOnTheLogitScale() {
        Replicates replicates = Replicates.of(new double[] {0.9, 0.94, 0.98});
        BootstrapInterval interval =
                replicates.normal(BinaryMetrics.ROC_AUC, 0.95, 0.95).orElseThrow();
        double margin = 1.959963984540054 * 0.04 / (0.95 * 0.05);
        assertEquals(1 / (1 + Math.exp(margin) / 19), interval.interval().lower(), 1e-12);
        assertEquals(1 / (1 + Math.exp(-margin) / 19), interval.interval().upper(), 1e-12);
        assertEquals("bootstrap-logit-normal", interval.interval().method());
        assertEquals(Optional.empty(), replicates.normal(BinaryMetrics.ROC_AUC, 1, 0.95));
        assertEquals(Optional.empty(), Replicates.of(new double[] {1}).normal(BinaryMetrics.ROC_AUC, 0.5, 0.95));
        assertEquals(Optional.empty(), Replicates.of(new double[] {1}).basic(0.5, 0.95));
    }

    @Test
    void bcaWithoutBiasAndAccelerationIsThePercentileInterval() {
        double[] values = new double[1001];
        Arrays.setAll(values, b -> b);
        Replicates replicates = Replicates.of(values);
        BootstrapInterval bca = replicates.bca(500, 0, 0.95).orElseThrow();
        BootstrapInterval percentile = replicates.percentile(500, 0.95).orElseThrow();
        assertEquals(percentile.interval().lower(), bca.interval().lower(), 1e-9);
        assertEquals(percentile.interval().upper(), bca.interval().upper(), 1e-9);
    }

    @Test
    void bcaFallsBackToThePercentileIntervalWhereItLeavesTheReplicates() {
        double[] values = new double[100];
        Arrays.setAll(values, b -> b);
        Replicates replicates = Replicates.of(values);
        for (double value : new double[] {-1, 1000, 0.5, 98.5}) {
            assertEquals(
                    "percentile",
                    replicates.bca(value, 0.01, 0.95).orElseThrow().interval().method());
        }
    }

    @Test
    void monteCarloErrorGrowsWithTheStandardError() {
        // 0, 1 and 5: mean 2, squares 4 + 1 + 9. SciPy 1.10.1: sqrt(0.025 * 0.975 / 3) / norm.pdf(norm.ppf(0.025)).
        BootstrapInterval interval =
                Replicates.of(new double[] {0, 5, 1}).percentile(2, 0.95).orElseThrow();
        assertEquals(Math.sqrt(7), interval.standardError(), 1e-15);
        assertEquals(1.5422820468397123 * Math.sqrt(7), interval.monteCarloError(), 1e-9);
    }

    @Test
    void signProbabilityIsNeverZero() {
        assertEquals(2.0 / 101, Replicates.of(filled(100, 1)).signProbability());
        assertEquals(1, Replicates.of(filled(100, 0)).signProbability());
        assertEquals(2 * 2.0 / 4, Replicates.of(new double[] {-1, 2, 3}).signProbability());
        assertEquals(2 * 2.0 / 4, Replicates.of(new double[] {1, -2, -3}).signProbability());
        // Two at 0 and three below: 2 (1 + 2) / 8 of those at least 0.
        assertEquals(
                6 / 8.0, Replicates.of(new double[] {0, -1, 0, -2, -3, -4, -5}).signProbability());
    }

    @Test
    void differencesAreTakenReplicateByReplicate() {
        Replicates difference =
                Replicates.of(new double[] {3, 1, Double.NaN}).minus(Replicates.of(new double[] {1, 2, 3}));
        assertEquals(-1, difference.quantile(0));
        assertEquals(2, difference.quantile(1));
        assertEquals(1, difference.undefined());
        assertRefused("there are 2 replicates but the other model has 1", () -> Replicates.of(new double[2])
                .minus(Replicates.of(new double[1])));
    }

    private static double[] filled(int length, double value) {
        double[] values = new double[length];
        Arrays.fill(values, value);
        return values;
    }
}
