package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.Optional;

/**
 * Spiegelhalter's statistic: how many standard deviations the Brier score lies from what it would be if every row were
 * positive with its predicted probability, {@code sum w (y - p)(1 - 2p) / sqrt(sum w² (1 - 2p)² p (1 - p))}.
 *
 * <p>For a calibrated model and independent rows it is a standard normal number, so it needs no interval: beyond 1.96
 * on either side calibration is refuted at the 5 % level. Positive where probabilities are too far from 0.5 (labels
 * disagree with them more often than they say), negative where they are too near. It grows with the root of the number
 * of rows, so it compares no two data sets, and says how sure the error is, not how large. A row of weight 2 is not two
 * rows.
 *
 * <p>Undefined without rows, where scores are not probabilities, and where all are 0, 0.5 or 1, which leaves nothing to
 * vary ({@link UndefinedReason#CERTAIN_PREDICTIONS}). O(rows). Not in scikit-learn; {@code Z} of {@code val.prob} in
 * R's rms.
 *
 * <p>Source: D. J. Spiegelhalter, "Probabilistic prediction in patient management and clinical trials", Statistics in
 * Medicine 5 (1986), doi:10.1002/sim.4780050506.
 *
 * @since 0.1
 */
public final class SpiegelhalterZ implements Metric<BinaryPredictions> {

    /** Where the sum of weights is brought to: the square of a weight times the smallest probability stays in range. */
    private static final int EXPONENT = 400;

    SpiegelhalterZ() {}

    @Override
    public Class<BinaryPredictions> reads() {
        return BinaryPredictions.class;
    }

    @Override
    public String name() {
        return "spiegelhalter_z";
    }

    @Override
    public Direction direction() {
        return Direction.NEITHER;
    }

    @Override
    public Range range() {
        return CalibrationMetrics.UNBOUNDED;
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
        double scale = WeightScale.to(EXPONENT, total(predictions));
        CompensatedSum excess = new CompensatedSum();
        CompensatedSum variance = new CompensatedSum();
        for (int row = 0; row < predictions.rows(); row++) {
            double p = predictions.probability(row);
            double pull = scale * predictions.weight(row) * (1 - 2 * p);
            excess.add(pull * (predictions.label(row) ? 1 - p : -p));
            variance.add(pull * pull * p * (1 - p));
        }
        return variance.value() > 0
                ? Value.of(excess.value() / Math.sqrt(variance.value()))
                : Value.undefined(UndefinedReason.CERTAIN_PREDICTIONS);
    }

    private static double total(BinaryPredictions predictions) {
        CompensatedSum total = new CompensatedSum();
        for (int row = 0; row < predictions.rows(); row++) {
            total.add(predictions.weight(row));
        }
        return total.value();
    }
}
