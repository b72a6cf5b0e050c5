package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Range;

/**
 * The Brier score in its original form: the weighted mean of {@code sum_c (p_c - y_c)²}, in [0, 2]; twice the binary
 * score for two classes.
 *
 * <p>Source: G. W. Brier, Monthly Weather Review 78 (1950), doi:10.1175/1520-0493(1950)078&lt;0001:VOFEIT&gt;2.0.CO;2.
 */
final class Brier implements RowMeanMetric {

    private static final Range RANGE = new Range(0, 2);

    @Override
    public String name() {
        return "brier";
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public Range range() {
        return RANGE;
    }

    @Override
    public boolean needsProbabilities() {
        return true;
    }

    @Override
    public double rowValue(MulticlassPredictions predictions, int row) {
        double sum = 0;
        for (int c = 0; c < predictions.classes().size(); c++) {
            double truth = c == predictions.label(row) ? 1 : 0;
            double error = Probabilities.at(predictions, c, row) - truth;
            sum += error * error;
        }
        return sum;
    }
}
