package io.github.tiercel.metrics.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.ReferenceTable.Row;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calibration metrics and curves are what NumPy, scikit-learn and R say they are. */
class CalibrationReferenceTest {

    static List<Row> errorsOverBins() {
        return rows("ece");
    }

    static List<Row> binsOfACurve() {
        return rows("calibration_curve");
    }

    static List<Row> regressionOnLogOdds() {
        return rows("recalibration");
    }

    static List<Row> termsOfTheBrierScore() {
        return rows("brier_terms");
    }

    static List<Row> isotonicRegression() {
        return rows("isotonic");
    }

    @ParameterizedTest
    @MethodSource
    void errorsOverBins(Row expected) {
        BinaryPredictions predictions = expected.predictions();
        Binning binning = binning(expected);
        DebiasedCalibrationError debiased = new DebiasedCalibrationError(binning);
        double tolerance = expected.number("tolerance");
        assertEquals(expected.number("l1"), value(new CalibrationError(binning), predictions), tolerance);
        assertEquals(expected.number("largest"), value(new MaxCalibrationError(binning, 1), predictions), tolerance);
        assertEquals(
                expected.number("debiased_square"), debiased.square(predictions).orNaN(), tolerance);
        // The root of a rounding error is not one.
        assertEquals(expected.number("debiased"), value(debiased, predictions), Math.sqrt(tolerance));
        assertEquals(expected.number("l2"), rootOfSquares(predictions, binning), tolerance);
    }

    @ParameterizedTest
    @MethodSource
    void binsOfACurve(Row expected) {
        ReliabilityBin bin = ReliabilityCurve.of(expected.predictions(), binning(expected), 0.95)
                .orElseThrow()
                .bins()
                .get((int) expected.number("bin"));
        assertEquals(expected.number("predicted"), bin.predicted(), expected.number("tolerance"));
        assertEquals(expected.number("observed"), bin.observed(), expected.number("tolerance"));
    }

    @ParameterizedTest
    @MethodSource
    void regressionOnLogOdds(Row expected) {
        checkByName(
                expected, "calibration_slope", "calibration_intercept", "calibration_in_the_large", "spiegelhalter_z");
    }

    @ParameterizedTest
    @MethodSource
    void termsOfTheBrierScore(Row expected) {
        checkByName(expected, "brier_miscalibration", "brier_discrimination", "brier_uncertainty");
    }

    @ParameterizedTest
    @MethodSource
    void isotonicRegression(Row expected) {
        double[] fit = IsotonicRegression.fit(numbers(expected, "y"), numbers(expected, "weight"));
        assertArrayEquals(numbers(expected, "fit"), fit, expected.number("tolerance"));
    }

    private static void checkByName(Row expected, String... names) {
        for (String name : names) {
            double actual = value(CalibrationMetrics.named(name).orElseThrow(), expected.predictions());
            assertEquals(expected.number(name), actual, expected.number("tolerance"), name);
        }
    }

    private static double rootOfSquares(BinaryPredictions predictions, Binning binning) {
        double sum = 0;
        for (ReliabilityBin bin :
                ReliabilityCurve.of(predictions, binning, 0.95).orElseThrow().bins()) {
            sum += bin.weight() * Math.pow(bin.predicted() - bin.observed(), 2);
        }
        return Math.sqrt(sum / predictions.rows());
    }

    private static double value(Metric<BinaryPredictions> metric, BinaryPredictions predictions) {
        return metric.value(predictions).orNaN();
    }

    private static Binning binning(Row row) {
        return new Binning(BinRule.valueOf(row.text("rule")), (int) row.number("bins"));
    }

    private static double[] numbers(Row row, String column) {
        return Arrays.stream(row.text(column).split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static List<Row> rows(String file) {
        return ReferenceTable.read("calibration/" + file + ".csv").rows();
    }
}
