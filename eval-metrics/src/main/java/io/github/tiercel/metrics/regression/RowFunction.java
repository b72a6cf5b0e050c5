package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MetricContract;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.Value;
import java.util.function.DoubleBinaryOperator;

/** The mean of any function of label and prediction. */
record RowFunction(String name, Direction direction, Range range, DoubleBinaryOperator function)
        implements RowErrorMetric {

    RowFunction {
        MetricContract.legalName(name);
    }

    @Override
    public double rowError(double label, double predicted) {
        return MetricContract.inRange(this, function.applyAsDouble(label, predicted));
    }

    /** A mean of numbers in the range leaves it by rounding at most. */
    @Override
    public Value value(RegressionPredictions predictions) {
        return MetricContract.inRange(this, RowErrorMetric.super.value(predictions));
    }
}
