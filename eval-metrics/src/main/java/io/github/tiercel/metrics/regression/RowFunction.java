package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MetricContract;
import io.github.tiercel.metrics.Range;
import java.util.function.DoubleBinaryOperator;

/** The mean of any function of label and prediction. */
record RowFunction(String name, Direction direction, Range range, DoubleBinaryOperator function)
        implements RowErrorMetric {

    RowFunction {
        MetricContract.legalName(name);
    }

    @Override
    public double rowError(double label, double predicted) {
        return function.applyAsDouble(label, predicted);
    }
}
