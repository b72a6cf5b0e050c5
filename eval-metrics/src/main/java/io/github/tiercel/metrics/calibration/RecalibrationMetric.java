package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.ScoreGroupMetric;

/**
 * A coefficient of the logistic regression of labels on the log-odds of their probabilities. Influence values are those
 * of its estimating equations.
 */
record RecalibrationMetric(Coefficient coefficient, Logit logit)
        implements ScoreGroupMetric, SmoothMetric<BinaryPredictions> {

    @Override
    public Class<BinaryPredictions> reads() {
        return BinaryPredictions.class;
    }

    @Override
    public String name() {
        return coefficient.metric();
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
    public Value value(ScoreGroups groups) {
        return Recalibration.of(groups, coefficient, logit).value(coefficient);
    }

    @Override
    public double[] influence(BinaryPredictions predictions) {
        Recalibration recalibration = Recalibration.of(predictions.groups(), coefficient, logit);
        recalibration.value(coefficient).requireFor(this);
        LogisticFit fit = recalibration.fit().orElseThrow();
        double[] influence = new double[predictions.rows()];
        for (int row = 0; row < influence.length; row++) {
            if (predictions.weight(row) > 0) {
                double x = logit.of(predictions.probability(row));
                influence[row] = coefficient.influence(fit, x, predictions.label(row));
            }
        }
        return influence;
    }
}
