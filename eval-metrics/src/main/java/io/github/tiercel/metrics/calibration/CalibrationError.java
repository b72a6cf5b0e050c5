package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.Optional;

/**
 * The expected calibration error: the mean over bins, by weight, of the distance between the mean predicted probability
 * and the share of positives, {@code sum_b (W_b / W) |p_b - y_b|}.
 *
 * <p>Noise makes it larger: a perfectly calibrated model gets about {@code sum_b (W_b / W) sqrt(2 y_b (1 - y_b) / (pi
 * n_b))} instead of 0, so values are comparable for one number of rows and one binning only, and neither influence
 * values nor replicates give an interval. {@link DebiasedCalibrationError} takes the noise off,
 * {@link ConsistencyResampling} says whether noise explains all of it.
 *
 * <p>Undefined without rows, and where scores are not probabilities. O(rows) after the shared sort. Named {@code ece}
 * over 15 bins of equal mass, {@code ece_width} over 15 of equal width, with the number of bins at the end if there are
 * others: {@code ece_10}. Not in scikit-learn.
 *
 * <p>Source: M. P. Naeini, G. F. Cooper, M. Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian
 * Binning", AAAI 2015, doi:10.1609/aaai.v29i1.9602.
 *
 * <pre>{@code
 * Value error = new CalibrationError(Binning.equalWidth(10)).value(predictions);
 * }</pre>
 *
 * @param binning how probabilities are put into bins
 * @since 0.1
 */
public record CalibrationError(Binning binning) implements Metric<BinaryPredictions> {

    @Override
    public Class<BinaryPredictions> reads() {
        return BinaryPredictions.class;
    }

    @Override
    public String name() {
        return binning.name("ece");
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
    public boolean isBootstrapped() {
        return false;
    }

    @Override
    public Value value(BinaryPredictions predictions) {
        Optional<UndefinedReason> missing = Bins.missing(predictions);
        return missing.isPresent()
                ? Value.undefined(missing.get())
                : Value.of(Range.UNIT.clamp(Bins.mean(Bins.list(predictions, binning), Bin::gap)));
    }
}
