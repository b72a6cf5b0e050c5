package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A term of the Brier score that rests on an isotonic fit; as the fit is made to the rows themselves, noise adds to it.
 */
record BrierTerm(String name, Direction direction, Range range, ToDoubleFunction<BrierDecomposition> term)
        implements Metric<BinaryPredictions> {

    static final BrierTerm MISCALIBRATION = new BrierTerm(
            "brier_miscalibration", Direction.LOWER_IS_BETTER, Range.UNIT, BrierDecomposition::miscalibration);

    static final BrierTerm DISCRIMINATION = new BrierTerm(
            "brier_discrimination",
            Direction.HIGHER_IS_BETTER,
            BrierUncertainty.UP_TO_A_QUARTER,
            BrierDecomposition::discrimination);

    @Override
    public Class<BinaryPredictions> reads() {
        return BinaryPredictions.class;
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
                : Value.of(term.applyAsDouble(BrierDecomposition.of(predictions).orElseThrow()));
    }
}
