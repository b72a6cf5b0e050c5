package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.binary.RowMeanMetric;

/** What each row adds to a mean, in the order of segments. 8 bytes a row. */
final class MeanOfRows {

    private final double[] values;
    private final Range range;

    private MeanOfRows(double[] values, Range range) {
        this.values = values;
        this.range = range;
    }

    static MeanOfRows of(RowMeanMetric metric, BinaryPredictions predictions, SegmentRows rows) {
        double[] values = new double[rows.size()];
        for (int place = 0; place < values.length; place++) {
            values[place] = rows.weight(place) * metric.rowValue(predictions, rows.row(place));
        }
        return new MeanOfRows(values, metric.range());
    }

    /** The sum over a block of rows, of which each counts as often as it was drawn; in four sums that do not wait. */
    double sum(int from, int to, int[] drawn) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int place = from;
        for (; place + 3 < to; place += 4) {
            first += drawn[place - from] * values[place];
            second += drawn[place - from + 1] * values[place + 1];
            third += drawn[place - from + 2] * values[place + 2];
            fourth += drawn[place - from + 3] * values[place + 3];
        }
        for (; place < to; place++) {
            first += drawn[place - from] * values[place];
        }
        return first + second + (third + fourth);
    }

    /** The mean in a replicate, over its realised weight, which is random; NaN where nothing was drawn. */
    double mean(double sum, double total) {
        return total > 0 ? range.clamp(sum / total) : Double.NaN;
    }
}
