package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/**
 * A metric that is a function of the confusion table. Metrics of one model may share one table.
 *
 * <p>The function must not change when all cells are multiplied by one number: then the influence value of a row is the
 * derivative of the metric with respect to the share of the row's cell.
 *
 * @since 0.1
 */
public interface TableMetric extends SmoothMetric<MulticlassPredictions> {

    /**
     * {@return the value on a table of positive total weight, or the reason why there is none}
     *
     * @param table the weights by class and decision, not all 0
     */
    Value value(ConfusionTable table);

    /**
     * {@return the derivative of the value with respect to the share of rows in each cell}
     *
     * @param table a table on which the value is defined
     */
    CellGradient gradient(ConfusionTable table);

    @Override
    default Class<MulticlassPredictions> reads() {
        return MulticlassPredictions.class;
    }

    @Override
    default Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    default Range range() {
        return Range.UNIT;
    }

    @Override
    default Value value(MulticlassPredictions predictions) {
        return valueIfAny(ConfusionTable.of(predictions));
    }

    @Override
    default double[] influence(MulticlassPredictions predictions) {
        ConfusionTable table = ConfusionTable.of(predictions);
        valueIfAny(table).requireFor(this);
        CellGradient gradient = gradient(table);
        double[] influence = new double[predictions.rows()];
        for (int row = 0; row < influence.length; row++) {
            if (predictions.weight(row) > 0) {
                influence[row] = gradient.at(predictions.label(row), ConfusionTable.decision(predictions, row));
            }
        }
        return influence;
    }

    private Value valueIfAny(ConfusionTable table) {
        return table.total() > 0 ? value(table) : Value.undefined(UndefinedReason.EMPTY);
    }
}
