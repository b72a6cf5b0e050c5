package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.ScoreGroupMetric;

/** {@code m (1 - m)} of the share m of positives; its influence value is {@code (1 - 2m)(y - m)}. */
final class BrierUncertainty implements ScoreGroupMetric, SmoothMetric<BinaryPredictions> {

    static final Range UP_TO_A_QUARTER = new Range(0, 0.25);

    @Override
    public String name() {
        return "brier_uncertainty";
    }

    @Override
    public Direction direction() {
        return Direction.NEITHER;
    }

    @Override
    public Range range() {
        return UP_TO_A_QUARTER;
    }

    @Override
    public boolean needsProbabilities() {
        return true;
    }

    @Override
    public Value value(ScoreGroups groups) {
        if (!(groups.total() > 0)) {
            return Value.undefined(UndefinedReason.EMPTY);
        }
        double share = share(groups);
        return groups.predictions().areProbabilities()
                ? Value.of(share * (1 - share))
                : Value.undefined(UndefinedReason.NOT_PROBABILITIES);
    }

    @Override
    public double[] influence(BinaryPredictions predictions) {
        value(predictions.groups()).requireFor(this);
        double share = share(predictions.groups());
        double[] influence = new double[predictions.rows()];
        for (int row = 0; row < influence.length; row++) {
            double excess = (predictions.label(row) ? 1 : 0) - share;
            influence[row] = predictions.weight(row) > 0 ? (1 - 2 * share) * excess : 0;
        }
        return influence;
    }

    private static double share(ScoreGroups groups) {
        return groups.positives() / groups.total();
    }
}
