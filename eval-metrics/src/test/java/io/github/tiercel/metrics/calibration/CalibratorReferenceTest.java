package io.github.tiercel.metrics.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.ReferenceTable.Row;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Calibrators learn what SciPy's minimiser and scikit-learn's calibrators learn. */
class CalibratorReferenceTest {

    static List<Row> scaling() {
        return rows("scaling");
    }

    static List<Row> sigmoid() {
        return rows("sigmoid");
    }

    static List<Row> isotonicShares() {
        return rows("isotonic_shares");
    }

    @ParameterizedTest
    @MethodSource
    void scaling(Row expected) {
        BinaryPredictions predictions = expected.predictions();
        double clip = expected.number("clip");
        double tolerance = expected.number("tolerance");
        if (expected.text("temperature").equals("none")) {
            check(expected, PlattCalibrator.ofProbabilities(clip).fit(predictions));
            return;
        }
        TemperatureMap map = TemperatureCalibrator.ofProbabilities(clip).fit(predictions);
        assertEquals(expected.number("temperature"), map.temperature(), tolerance);
        assertEquals(expected.number("log_loss_before"), logLoss(predictions), tolerance);
        assertEquals(expected.number("log_loss_after"), logLoss(map.applyTo(predictions)), tolerance);
    }

    @ParameterizedTest
    @MethodSource
    void sigmoid(Row expected) {
        check(expected, PlattCalibrator.ofProbabilities().fit(expected.predictions()));
    }

    @ParameterizedTest
    @MethodSource
    void isotonicShares(Row expected) {
        IsotonicMap map = IsotonicCalibrator.withDefaults().evenOnFewRows().fit(expected.predictions());
        assertEquals(expected.number("expected"), map.apply(expected.number("at")), expected.number("tolerance"));
    }

    private static void check(Row expected, PlattMap map) {
        assertEquals(expected.number("slope"), map.slope(), expected.number("tolerance"));
        assertEquals(expected.number("intercept"), map.intercept(), expected.number("tolerance"));
    }

    private static double logLoss(BinaryPredictions predictions) {
        return BinaryMetrics.LOG_LOSS.value(predictions).orNaN();
    }

    private static List<Row> rows(String file) {
        return ReferenceTable.read("calibration/" + file + ".csv").rows();
    }
}
