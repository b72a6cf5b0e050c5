package io.github.tiercel.metrics.calibration;

import java.util.List;

/**
 * A calibration error against what noise alone makes of a calibrated model.
 *
 * @param error the calibration error over the bins, as {@link CalibrationError} has it
 * @param expectedError its mean over resampled labels: what a calibrated model gets on these rows
 * @param pValue how often a calibrated model gets at least the error, {@code (1 + count) / (replicates + 1)}, in (0, 1]
 * @param replicates how many times labels were drawn
 * @param bars one a bin, from the lowest scores up
 * @since 0.1
 */
public record ConsistencyResult(
        double error, double expectedError, double pValue, int replicates, List<ConsistencyBar> bars) {

    /**
     * Checks the numbers and copies the bars.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public ConsistencyResult {
        Arguments.share("error", error);
        Arguments.share("expectedError", expectedError);
        Arguments.share("pValue", pValue);
        Arguments.atLeastOne("replicates", replicates);
        bars = List.copyOf(bars);
    }
}
