package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Derivative;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MetricContract;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.Value;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/** Any function of the confusion matrix, with a gradient from differences. */
record MatrixFunction(
        String name, Direction direction, Range range, double threshold, Function<ConfusionMatrix, Value> function)
        implements ConfusionMetric {

    MatrixFunction {
        MetricContract.legalName(name);
    }

    @Override
    public MatrixFunction at(double other) {
        return new MatrixFunction(name, direction, range, other, function);
    }

    @Override
    public Value value(ConfusionMatrix matrix) {
        return MetricContract.inRange(this, function.apply(matrix));
    }

    @Override
    public CellGradient gradient(ConfusionMatrix matrix) {
        double tp = matrix.truePositives();
        double fp = matrix.falsePositives();
        double fn = matrix.falseNegatives();
        double tn = matrix.trueNegatives();
        return new CellGradient(
                slope(tp, cell -> new ConfusionMatrix(threshold, cell, fp, fn, tn)),
                slope(fp, cell -> new ConfusionMatrix(threshold, tp, cell, fn, tn)),
                slope(fn, cell -> new ConfusionMatrix(threshold, tp, fp, cell, tn)),
                slope(tn, cell -> new ConfusionMatrix(threshold, tp, fp, fn, cell)));
    }

    /** The function itself and not its clamped value, which would bend at the ends of the range. */
    private double slope(double weight, DoubleFunction<ConfusionMatrix> with) {
        return weight > 0
                ? Derivative.at(cell -> function.apply(with.apply(cell)).requireFor(this), weight)
                : 0;
    }
}
