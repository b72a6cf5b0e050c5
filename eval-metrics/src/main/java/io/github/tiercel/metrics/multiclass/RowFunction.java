package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MetricContract;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Range;

/** The mean of any function of a row. */
record RowFunction(String name, Direction direction, Range range, RowValue function, boolean needsProbabilities)
        implements RowMeanMetric {

    RowFunction {
        MetricContract.legalName(name);
    }

    @Override
    public double rowValue(MulticlassPredictions predictions, int row) {
        return function.of(predictions, row);
    }
}
