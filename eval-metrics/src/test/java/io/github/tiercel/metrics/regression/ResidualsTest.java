package io.github.tiercel.metrics.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.RegressionPredictions;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResidualsTest {

    /** Thirty rows predicted 0 to 29, every other one too low by 1, the others too high by 3. */
    private static final RegressionPredictions THIRTY = RegressionPredictions.of(
            IntStream.range(0, 30).mapToDouble(i -> i + (i % 2 == 0 ? 1 : -3)).toArray(),
            IntStream.range(0, 30).mapToDouble(i -> i).toArray());

    @Test
    void binsHoldEqualWeightByPrediction() {
        List<ResidualBin> bins = of(THIRTY).bins();
        assertEquals(15, bins.size());
        ResidualBin second = bins.get(1);
        assertEquals(2, second.lowest());
        assertEquals(3, second.highest());
        assertEquals(2.5, second.predicted());
        // Labels 3 and 0.
        assertEquals(1.5, second.observed());
        assertEquals(2, second.rows());
        assertEquals(2, second.weight());
        assertEquals(-3, second.tenth());
        assertEquals(-3, second.median());
        assertEquals(1, second.ninetieth());
    }

    @Test
    void intervalOfTheMeanIsStudents() {
        // Labels 1, 2, 3, 6 of one prediction: mean 3, s = 2.160247, qt(0.975, 3) = 3.182446 (R 4.3).
        Interval interval = of(RegressionPredictions.of(new double[] {1, 2, 3, 6}, new double[] {0, 0, 0, 0}))
                .bins()
                .get(0)
                .interval()
                .orElseThrow();
        assertEquals(3 - 3.182446 * 2.160247 / 2, interval.lower(), 1e-5);
        assertEquals(3 + 3.182446 * 2.160247 / 2, interval.upper(), 1e-5);
        assertEquals("student-t", interval.method());
        assertEquals(0.95, interval.level());
    }

    @Test
    void oneRowHasNoIntervalAndRowsOfOnePredictionShareABin() {
        Residuals residuals = of(RegressionPredictions.of(new double[] {5, 1, 2, 3}, new double[] {9, 4, 4, 4}));
        assertEquals(2, residuals.bins().size());
        assertEquals(3, residuals.bins().get(0).rows());
        assertEquals(Optional.empty(), residuals.bins().get(1).interval());
    }

    @Test
    void histogramLeavesOutTheLargestErrors() {
        double[] labels = IntStream.rangeClosed(0, 1000).mapToDouble(i -> i).toArray();
        labels[1000] = 1e9;
        ResidualHistogram histogram =
                of(RegressionPredictions.of(labels, new double[1001])).histogram();
        assertEquals(10, histogram.lowest());
        assertEquals(990, histogram.highest());
        assertEquals(10, histogram.below());
        assertEquals(10, histogram.above());
        assertEquals(40, histogram.weights().size());
        // From 10 up to, but not with, 34.5.
        assertEquals(25, histogram.weights().get(0));
    }

    @Test
    void equalResidualsAreOneBin() {
        ResidualHistogram histogram = of(RegressionPredictions.of(
                        new double[] {3, 4}, new double[] {1, 2}, new double[] {2, 0.5}))
                .histogram();
        assertEquals(new ResidualHistogram(2, 2, 0, List.of(2.5), 0), histogram);
    }

    @Test
    void shareOfRowsWithinAnError() {
        ErrorCurve curve = of(RegressionPredictions.of(new double[] {1, -2, 3, 4}, new double[4]))
                .absolute();
        assertEquals(
                List.of(
                        new ErrorCurve.Point(1, 0.25),
                        new ErrorCurve.Point(2, 0.5),
                        new ErrorCurve.Point(3, 0.75),
                        new ErrorCurve.Point(4, 1)),
                curve.points());
        assertEquals(2, curve.errorOf(0.5));
        assertEquals(3, curve.errorOf(0.51));
        assertEquals(4, curve.errorOf(1));
    }

    @Test
    void manyRowsHaveNoMorePointsThanAScreen() {
        double[] labels =
                IntStream.range(0, 100_000).mapToDouble(i -> Math.sqrt(i)).toArray();
        Residuals residuals = of(RegressionPredictions.of(labels, new double[labels.length]));
        assertEquals(201, residuals.absolute().points().size());
        assertEquals(1, residuals.bins().size());
        assertTrue(residuals.absolute().errorOf(0.5) < Math.sqrt(50_001));
    }

    @Test
    void nothingIsDrawnWithoutRowsOrOfErrorsBeyondDoubles() {
        assertEquals(Optional.empty(), Residuals.of(RegressionPredictions.of(new double[0], new double[0]), 0.95));
        assertEquals(
                Optional.empty(),
                Residuals.of(
                        RegressionPredictions.of(new double[] {1, 2}, new double[] {Double.POSITIVE_INFINITY, 1}),
                        0.95));
        assertEquals(
                Optional.empty(), Residuals.of(RegressionPredictions.of(new double[] {1e308}, new double[1]), 0.95));
        // A row of weight 0 is absent.
        assertTrue(Residuals.of(
                        RegressionPredictions.of(
                                new double[] {1, 2}, new double[] {Double.NEGATIVE_INFINITY, 1}, new double[] {0, 1}),
                        0.95)
                .isPresent());
    }

    @Test
    void mistakesAreNamed() {
        assertMessage("level must be in (0, 1), got 1.0", () -> Residuals.of(THIRTY, 1));
        assertMessage("points must be at least one, got none", () -> new ErrorCurve(List.of()));
        assertMessage(
                "error must be finite and at least 0 and share in [0, 1], got -1.0 and 0.5",
                () -> new ErrorCurve.Point(-1, 0.5));
        assertMessage(
                "ends must be finite and in order, got 2.0 and 1.0",
                () -> new ResidualHistogram(2, 1, 0, List.of(1.0), 0));
        assertMessage(
                "weights must be those of at least one bin, got none",
                () -> new ResidualHistogram(1, 2, 0, List.of(), 0));
        assertMessage("bins must be at least one, got none", () -> {
            Residuals some = of(THIRTY);
            new Residuals(List.of(), some.histogram(), some.absolute());
        });
        assertMessage("predicted must be finite, got NaN", () -> bin(Double.NaN, 0, 1));
        assertMessage("residuals must be finite and in order, got 2.0 and 1.0", () -> bin(0, 2, 1));
        assertMessage("weight and rows must be above 0, got 0.0 and 1", () -> bin(0, 0, 0));
    }

    private static ResidualBin bin(double predicted, double tenth, double weight) {
        return new ResidualBin(0, 0, predicted, 0, Optional.empty(), tenth, 1, 1, weight, 1);
    }

    private static void assertMessage(String message, Runnable mistake) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, mistake::run).getMessage());
    }

    private static Residuals of(RegressionPredictions predictions) {
        return Residuals.of(predictions, 0.95).orElseThrow();
    }
}
