package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.function.Function;

/**
 * A metric that is a function of the confusion matrix at a threshold; a row is predicted positive if {@code score >=
 * threshold}.
 *
 * <p>The function must not change when all cells are multiplied by one number (a share, a correlation; not a count):
 * then the influence value of a row is {@code W dM/d(cell of the row)}, W being the total weight.
 *
 * <pre>{@code
 * ConfusionMetric gMean = ConfusionMetric.of(
 *     "g_mean", Direction.HIGHER_IS_BETTER, Range.UNIT, 0.5,
 *     matrix -> matrix.positives() > 0 && matrix.negatives() > 0
 *         ? Value.of(Math.sqrt(matrix.truePositives() / matrix.positives() * matrix.trueNegatives() / matrix.negatives()))
 *         : Value.undefined(UndefinedReason.ONE_CLASS));
 * }</pre>
 *
 * @since 0.1
 */
public interface ConfusionMetric extends ScoreGroupMetric, SmoothMetric<BinaryPredictions> {

    /**
     * {@return a metric that is any function of the confusion matrix}
     *
     * <p>The function must be pure, must not change when all cells are multiplied by one number, and may be called by
     * several threads at once. Its gradient is found by {@link io.github.tiercel.metrics.Derivative}, which makes
     * influence values good to about 1e-11 of the metric's size times W / w, w being the weight of the row's cell and W
     * that of all rows; it is 0 for a cell without weight, in which no row stands. A number beyond the range is refused
     * with an {@link IllegalArgumentException} that names the metric.
     *
     * @param name a legal name ({@link io.github.tiercel.metrics.MetricContract#legalName})
     * @param direction which way it improves
     * @param range the values it can take
     * @param threshold a row is predicted positive if its score is at least this
     * @param function gives the value on a matrix of positive total weight, or the reason why there is none
     * @throws IllegalArgumentException if the name is not legal
     */
    static ConfusionMetric of(
            String name,
            Direction direction,
            Range range,
            double threshold,
            Function<ConfusionMatrix, Value> function) {
        return new MatrixFunction(name, direction, range, threshold, function);
    }

    /** {@return the threshold; a row is predicted positive if its score is at least this} */
    double threshold();

    /**
     * {@return the same metric at another threshold}
     *
     * @param threshold any number but NaN
     */
    ConfusionMetric at(double threshold);

    /**
     * {@return the value on a matrix of positive total weight, or the reason why there is none}
     *
     * @param matrix the weights of the four outcomes, not all 0
     */
    Value value(ConfusionMatrix matrix);

    /**
     * {@return the weight of the rows that the value is a share of; of all rows for any other function}
     *
     * @param matrix the weights of the four outcomes
     */
    default double trials(ConfusionMatrix matrix) {
        return matrix.total();
    }

    /**
     * {@return the derivative of the value with respect to each cell}
     *
     * @param matrix a matrix on which the value is defined
     */
    CellGradient gradient(ConfusionMatrix matrix);

    @Override
    default Value value(ScoreGroups groups) {
        return valueIfAny(groups.predictions(), ConfusionMatrix.at(groups, threshold()));
    }

    @Override
    default Value value(BinaryPredictions predictions) {
        return valueIfAny(predictions, ConfusionMatrix.at(predictions, threshold()));
    }

    @Override
    default double[] influence(BinaryPredictions predictions) {
        ConfusionMatrix matrix = ConfusionMatrix.at(predictions, threshold());
        valueIfAny(predictions, matrix).requireFor(this);
        CellGradient gradient = gradient(matrix);
        double total = matrix.total();
        double[] influence = new double[predictions.rows()];
        for (int row = 0; row < influence.length; row++) {
            Cell cell = Cell.of(predictions.label(row), predictions.score(row) >= threshold());
            influence[row] = predictions.weight(row) > 0 ? total * gradient.at(cell) : 0;
        }
        return influence;
    }

    /** {@return true: a threshold on the probability scale means nothing for other scores} */
    @Override
    default boolean needsProbabilities() {
        return true;
    }

    private Value valueIfAny(BinaryPredictions predictions, ConfusionMatrix matrix) {
        if (!(matrix.total() > 0)) {
            return Value.undefined(UndefinedReason.EMPTY);
        }
        if (needsProbabilities() && !predictions.areProbabilities()) {
            return Value.undefined(UndefinedReason.NOT_PROBABILITIES);
        }
        return value(matrix);
    }
}
