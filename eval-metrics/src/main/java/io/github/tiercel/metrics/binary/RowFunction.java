package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MetricContract;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.Value;

/** The mean of any function of label and score. */
record RowFunction(String name, Direction direction, Range range, RowValue function, boolean needsProbabilities)
        implements RowMeanMetric {

    RowFunction {
        MetricContract.legalName(name);
    }

    @Override
    public double rowValue(boolean label, double score) {
        return MetricContract.inRange(this, function.of(label, score));
    }

    /** A mean of numbers in the range leaves it by rounding at most. */
    @Override
    public Value value(BinaryPredictions predictions) {
        return MetricContract.inRange(this, RowMeanMetric.super.value(predictions));
    }
}
