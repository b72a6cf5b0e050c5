package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.Optional;

/**
 * The calibration error in the second power with the noise taken off, and its root: {@code sum_b (W_b / W) [(p_b -
 * y_b)² - y_b (1 - y_b) / (n_b - 1)]}, p_b being the mean predicted probability in bin b, y_b the share of positives
 * and n_b the number of rows, under weights Kish's effective one.
 *
 * <p>The square is right on average, so for a calibrated model it is negative about every other time;
 * {@link #square(BinaryPredictions)} gives it as it is, {@link #value} the root of the larger of it and 0. Bins of
 * fewer than two (effective) rows count 0. The number of rows enters the value, so a row of weight 2 is not two rows.
 *
 * <p>Undefined without rows, and where scores are not probabilities. O(rows) after the shared sort. Named
 * {@code ece_l2} over 15 bins of equal mass. Not in scikit-learn; {@code unbiased_square_ce} in the authors' package.
 *
 * <p>Source: A. Kumar, P. Liang, T. Ma, "Verified Uncertainty Calibration", NeurIPS 2019,
 * doi:10.48550/arXiv.1909.10155.
 *
 * @param binning how probabilities are put into bins
 * @since 0.1
 */
public record DebiasedCalibrationError(Binning binning) implements Metric<BinaryPredictions> {

    @Override
    public Class<BinaryPredictions> reads() {
        return BinaryPredictions.class;
    }

    @Override
    public String name() {
        return binning.name("ece_l2");
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
        Value square = square(predictions);
        return square instanceof Value.Defined defined ? Value.of(Math.sqrt(Math.max(0, defined.number()))) : square;
    }

    /**
     * {@return the square with its sign, in [-0.25, 1]; undefined where the metric is}
     *
     * @param predictions labels, probabilities and weights
     */
    public Value square(BinaryPredictions predictions) {
        Optional<UndefinedReason> missing = Bins.missing(predictions);
        return missing.isPresent()
                ? Value.undefined(missing.get())
                : Value.of(Bins.mean(Bins.list(predictions, binning), Bin::squareWithoutNoise));
    }
}
