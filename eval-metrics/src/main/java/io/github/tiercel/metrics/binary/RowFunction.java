package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MetricContract;
import io.github.tiercel.metrics.Range;

/** The mean of any function of label and score. */
record RowFunction(String name, Direction direction, Range range, RowValue function, boolean needsProbabilities)
        implements RowMeanMetric {

    RowFunction {
        MetricContract.legalName(name);
    }

    @Override
    public double rowValue(boolean label, double score) {
        return function.of(label, score);
    }
}
