package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.interval.ProportionInterval;
import java.util.List;
import java.util.Optional;

/**
 * Predicted probabilities against observed shares, bin by bin: a calibrated model lies on the diagonal. Called
 * {@code calibration_curve} in scikit-learn.
 *
 * <p>Bins without rows are left out. The intervals are pointwise, for independent rows: of 20 calibrated bins one
 * misses the diagonal at level 0.95; {@link ConsistencyResampling} judges all bins at once. {@link CalibrationCurve}
 * needs no bins. Immutable.
 *
 * <pre>{@code
 * for (ReliabilityBin bin : ReliabilityCurve.of(predictions, Binning.equalMass(15), 0.95).orElseThrow().bins()) {
 *   System.out.println(bin.predicted() + " " + bin.observed() + " " + bin.interval());
 * }
 * }</pre>
 *
 * @param bins the bins from the lowest scores up; at least one
 * @since 0.1
 */
public record ReliabilityCurve(List<ReliabilityBin> bins) {

    /**
     * Copies the bins.
     *
     * @throws IllegalArgumentException if there is no bin
     */
    public ReliabilityCurve {
        bins = List.copyOf(bins);
        Arguments.notEmpty("bins", bins);
    }

    /**
     * {@return the curve; empty without rows and where scores are not probabilities}
     *
     * @param predictions labels, probabilities and weights
     * @param binning how probabilities are put into bins
     * @param level the confidence level of each bin's interval, in (0, 1)
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public static Optional<ReliabilityCurve> of(BinaryPredictions predictions, Binning binning, double level) {
        Arguments.level(level);
        if (Bins.missing(predictions).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new ReliabilityCurve(Bins.list(predictions, binning).stream()
                .map(bin -> of(bin, level))
                .toList()));
    }

    private static ReliabilityBin of(Bin bin, double level) {
        double rows = bin.effectiveRows();
        Interval interval = ProportionInterval.WILSON.of(bin.observed() * rows, rows, level);
        return new ReliabilityBin(
                bin.lowest(), bin.highest(), bin.predicted(), bin.observed(), bin.weight(), bin.rows(), interval);
    }
}
