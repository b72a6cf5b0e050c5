package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.function.Function;

/**
 * A metric that is a function of the confusion table. Metrics of one model may share one table.
 *
 * <p>The function must not change when all cells are multiplied by one number: then the influence value of a row is the
 * derivative of the metric with respect to the share of the row's cell.
 *
 * <pre>{@code
 * TableMetric closeCalls = TableMetric.of(   // classes in order: right, or off by one
 *     "within_one", Direction.HIGHER_IS_BETTER, Range.UNIT,
 *     table -> {
 *       double close = 0;
 *       for (int label = 0; label < table.classes().size(); label++) {
 *         for (int decision = 0; decision < table.classes().size(); decision++) {
 *           close += Math.abs(label - decision) <= 1 ? table.weight(label, decision) : 0;
 *         }
 *       }
 *       return Value.of(close / table.total());
 *     });
 * }</pre>
 *
 * @since 0.1
 */
public interface TableMetric extends SmoothMetric<MulticlassPredictions> {

    /**
     * {@return a metric that is any function of the confusion table}
     *
     * <p>The function must be pure, must not change when all cells are multiplied by one number, and may be called by
     * several threads at once. Its gradient is found by {@link io.github.tiercel.metrics.Derivative}, which makes
     * influence values good to about 1e-11 of the metric's size times W / w, w being the weight of the row's cell and W
     * that of all rows, and calls the function four times for every cell with weight; it is 0 for the others, in which
     * no row stands. With hundreds of classes that takes long: implement the interface and its gradient there. A number
     * beyond the range is refused with an {@link IllegalArgumentException} that names the metric.
     *
     * @param name a legal name ({@link io.github.tiercel.metrics.MetricContract#legalName})
     * @param direction which way it improves
     * @param range the values it can take
     * @param function gives the value on a table of positive total weight, or the reason why there is none
     * @throws IllegalArgumentException if the name is not legal
     */
    static TableMetric of(String name, Direction direction, Range range, Function<ConfusionTable, Value> function) {
        return new TableFunction(name, direction, range, function);
    }

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
