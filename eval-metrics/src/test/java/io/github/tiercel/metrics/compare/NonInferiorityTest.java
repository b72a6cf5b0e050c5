package io.github.tiercel.metrics.compare;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.ReferenceTable.Row;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.compare.NonInferiority.Verdict;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.Quantiles;
import io.github.tiercel.metrics.resample.Replicates;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NonInferiorityTest {

    static List<Row> cases() {
        return ReferenceTable.read("non_inferiority.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void boundAndPValueAreThoseOfSciPy(Row expected) {
        NonInferiority test = new NonInferiority(
                expected.number("gain"),
                expected.number("standard_error"),
                expected.number("margin"),
                expected.number("alpha"));
        double tolerance = expected.number("tolerance");
        assertEquals(expected.number("lower"), test.lowerBound(), tolerance);
        assertEquals(expected.number("statistic"), test.statistic(), tolerance);
        assertEquals(expected.number("p_value"), test.pValue(), tolerance);
        assertEquals(
                Boolean.parseBoolean(expected.text("passed")) ? Verdict.NOT_INFERIOR : Verdict.INCONCLUSIVE,
                test.verdict());
    }

    @Test
    void boundsDecide() {
        assertEquals(Verdict.SUPERIOR, new NonInferiority(0.02, 0.01, 0.005, 0.025).verdict());
        assertEquals(Verdict.NOT_INFERIOR, new NonInferiority(0.015, 0.01, 0.005, 0.025).verdict());
        assertEquals(Verdict.INCONCLUSIVE, new NonInferiority(-0.02, 0.01, 0.005, 0.025).verdict());
        assertEquals(Verdict.INFERIOR, new NonInferiority(-0.03, 0.01, 0.005, 0.025).verdict());
    }

    @Test
    void moreRowsDecideUnlessTheCandidateIsWorseByTheMargin() {
        NonInferiority open = new NonInferiority(-0.002, 0.004, 0.005, 0.025);
        // 1000 (1.959964 + 0.841621)² (0.004 / 0.003)²
        assertEquals(13954, open.rowsNeeded(1000));
        assertEquals(Double.POSITIVE_INFINITY, new NonInferiority(-0.005, 0.004, 0.005, 0.025).rowsNeeded(1000));
    }

    @Test
    void smallerIsAGainWhereSmallerIsBetter() {
        BinaryPredictions candidate = ReferenceTable.predictions("b60", "score");
        BinaryPredictions baseline = ReferenceTable.predictions("b60", "score2");
        Difference difference = PairedComparison.of(Design.independent(60), 0.95)
                .difference(BinaryMetrics.LOG_LOSS, candidate, baseline);
        NonInferiority test = NonInferiority.of(difference, 0.1, 0.025);
        assertEquals(-difference.value().orNaN(), test.gain());
        // The interval's end less the value has lost a digit or two.
        assertEquals(difference.standardError().orElseThrow(), test.standardError(), 1e-14);
        assertEquals(59, test.degreesOfFreedom());
    }

    @Test
    void fewRowsOfAClassDecideNoMoreThanTheirStudentIntervalDoes() {
        Difference difference = aucOfSixPositives();
        Interval interval = difference.interval().orElseThrow();
        assertEquals("paired-delong-t", interval.method());
        assertEquals(5, difference.degreesOfFreedom());
        double z = difference.value().orNaN()
                - Quantiles.normal(0.975) * difference.standardError().orElseThrow();
        double margin = -(z + interval.lower()) / 2;
        NonInferiority test = NonInferiority.of(difference, margin, 0.025);
        assertEquals(interval.lower(), test.lowerBound(), 1e-12);
        assertEquals(interval.upper(), test.upperBound(), 1e-12);
        assertEquals(Verdict.INCONCLUSIVE, test.verdict());
        assertTrue(test.pValue() > 0.025);
        assertEquals(
                0.025, NonInferiority.of(difference, -interval.lower(), 0.025).pValue(), 1e-10);
    }

    private static Difference aucOfSixPositives() {
        boolean[] labels = new boolean[40];
        Arrays.fill(labels, 0, 6, true);
        Random random = new Random(7);
        double[] ours = new double[40];
        double[] theirs = new double[40];
        Arrays.setAll(ours, row -> random.nextGaussian() + (labels[row] ? 1 : 0));
        Arrays.setAll(theirs, row -> ours[row] + random.nextGaussian() / 2);
        return PairedComparison.of(Design.independent(40), 0.95)
                .difference(
                        BinaryMetrics.ROC_AUC,
                        BinaryPredictions.of(labels, ours),
                        BinaryPredictions.of(labels, theirs));
    }

    @Test
    void noMetricDecidesWhatItsIntervalLeavesOpen() {
        BinaryPredictions candidate = ReferenceTable.predictions("b60", "score");
        BinaryPredictions baseline = ReferenceTable.predictions("b60", "score2");
        PairedComparison comparison = PairedComparison.of(Design.independent(60), 0.95);
        for (Metric<BinaryPredictions> metric : BinaryMetrics.all()) {
            Difference difference = comparison.difference(metric, candidate, baseline);
            if (difference.interval().isEmpty() || difference.direction() == Direction.NEITHER) {
                continue;
            }
            Interval interval = difference.interval().get();
            double sign = difference.direction().gain(1);
            double worst = Math.min(sign * interval.lower(), sign * interval.upper());
            double best = Math.max(sign * interval.lower(), sign * interval.upper());
            NonInferiority test = NonInferiority.of(difference, 0.1, 0.025);
            // The bounds are made from a quotient of the interval's, which rounds.
            assertTrue(test.lowerBound() <= worst + 1e-12, metric.name());
            assertTrue(test.upperBound() >= best - 1e-12, metric.name());
            if (interval.method().endsWith("-t")) {
                assertEquals(worst, test.lowerBound(), 1e-12, metric.name());
            }
        }
    }

    @Test
    void modelsThatDecideAlikeOnFewRowsAreNotProvenAlike() {
        boolean[] labels = {true, false, true, false, true, false, true, false, true, false};
        double[] certain = {.9, .1, .9, .1, .9, .1, .9, .1, .9, .1};
        double[] doubtful = {.6, .4, .6, .4, .6, .4, .6, .4, .6, .4};
        Difference difference = PairedComparison.of(Design.independent(10), 0.95)
                .difference(
                        BinaryMetrics.ACCURACY,
                        BinaryPredictions.of(labels, certain),
                        BinaryPredictions.of(labels, doubtful));
        assertEquals(OptionalDouble.of(0), difference.standardError());
        assertEquals(
                Verdict.INCONCLUSIVE, NonInferiority.of(difference, 0.1, 0.025).verdict());
        // Tango's interval is z² / (n + z²) on both sides.
        assertEquals(
                -0.27753279986288926, NonInferiority.of(difference, 0.1, 0.025).lowerBound(), 1e-12);
        assertEquals(
                Verdict.NOT_INFERIOR, NonInferiority.of(difference, 0.28, 0.025).verdict());
    }

    @Test
    void aModelIsNotInferiorToItself() {
        BinaryPredictions model = ReferenceTable.predictions("b60", "score");
        Difference difference =
                PairedComparison.of(Design.independent(60), 0.95).difference(BinaryMetrics.ROC_AUC, model, model);
        NonInferiority test = NonInferiority.of(difference, 0.01, 0.025);
        assertEquals(Verdict.NOT_INFERIOR, test.verdict());
        assertEquals(0, test.pValue());
        assertEquals(0, test.lowerBound());
        assertEquals(Double.POSITIVE_INFINITY, test.statistic());
        assertEquals(0, test.rowsNeeded(60));
        assertEquals(1, NonInferiority.of(difference, 0, 0.025).pValue());
        assertEquals(
                Verdict.INCONCLUSIVE, NonInferiority.of(difference, 0, 0.025).verdict());
    }

    @Test
    void replicatesWithoutSpreadProveNothing() {
        Replicates alike = Replicates.of(new double[] {0.5, 0.5, 0.5});
        Difference difference = BootstrapComparison.of(BinaryMetrics.BEST_F1, 0, alike, alike, 0.95);
        assertRefused(
                "a difference of best_f1 without spread on these rows says nothing of others",
                () -> NonInferiority.of(difference, 0.1, 0.025));
    }

    @Test
    void noModelIsWorseByAMetricThatIsBestBetweenItsEnds() {
        Difference slope = new Difference(
                "calibration_slope",
                Direction.NEITHER,
                Value.of(5),
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(0.1),
                true);
        assertRefused(
                "calibration_slope is best between its ends, so that no model is worse by a margin",
                () -> NonInferiority.of(slope, 0.1, 0.025));
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertRefused(
                "gain must be finite, standardError and margin at least 0, got 0.1, -1.0 and 0.0",
                () -> new NonInferiority(0.1, -1, 0, 0.025));
        assertRefused("degreesOfFreedom must be above 0, got 0.0", () -> new NonInferiority(0.1, 1, 0, 0, 0.025));
        assertRefused("alpha must be in (0, 0.5), got 0.5", () -> new NonInferiority(0.1, 1, 0, 0.5));
        Difference without = PairedComparison.of(Design.independent(60), 0.95)
                .difference(
                        BinaryMetrics.BEST_F1,
                        ReferenceTable.predictions("b60", "score"),
                        ReferenceTable.predictions("b60", "score2"));
        assertRefused(
                "gain must be finite, standardError and margin at least 0, got "
                        + without.value().orNaN() + ", NaN and 0.0",
                () -> NonInferiority.of(without, 0, 0.025));
    }
}
