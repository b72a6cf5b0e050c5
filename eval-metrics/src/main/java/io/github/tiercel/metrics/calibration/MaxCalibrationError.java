package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The largest distance, over bins of enough rows, between the mean predicted probability and the share of positives:
 * {@code max_b |p_b - y_b|}.
 *
 * <p>A bin of few rows is far off by noise alone and would decide a maximum, so bins of fewer than 30 rows are left out
 * (under weights, Kish's effective number counts). Undefined without rows, where scores are not probabilities, and
 * where no bin has enough rows ({@link UndefinedReason#NO_LARGE_BIN}). It grows with noise and has no interval. O(rows)
 * after the shared sort. Named {@code mce} over 15 bins of equal mass. Not in scikit-learn.
 *
 * <p>Source: M. P. Naeini, G. F. Cooper, M. Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian
 * Binning", AAAI 2015, doi:10.1609/aaai.v29i1.9602.
 *
 * @param binning how probabilities are put into bins
 * @param fewestRows bins of fewer (effective) rows are left out; at least 1
 * @since 0.1
 */
public record MaxCalibrationError(Binning binning, int fewestRows) implements Metric<BinaryPredictions> {

    /** How many rows a bin needs unless another number is named. */
    public static final int DEFAULT_FEWEST_ROWS = 30;

    /**
     * Checks the number of rows.
     *
     * @throws IllegalArgumentException if {@code fewestRows} is below 1
     */
    public MaxCalibrationError {
        Arguments.atLeastOne("fewestRows", fewestRows);
    }

    @Override
    public Class<BinaryPredictions> reads() {
        return BinaryPredictions.class;
    }

    @Override
    public String name() {
        return binning.name("mce");
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public boolean needsProbabilities() {
        return true;
    }

    @Override
    public boolean countsRows() {
        return true;
    }

    @Override
    public Value value(BinaryPredictions predictions) {
        Optional<UndefinedReason> missing = Bins.missing(predictions);
        if (missing.isPresent()) {
            return Value.undefined(missing.get());
        }
        OptionalDouble largest = Bins.list(predictions, binning).stream()
                .filter(bin -> bin.hasAtLeast(fewestRows))
                .mapToDouble(Bin::gap)
                .max();
        return largest.isPresent()
                ? Value.of(Range.UNIT.clamp(largest.getAsDouble()))
                : Value.undefined(UndefinedReason.NO_LARGE_BIN);
    }
}
