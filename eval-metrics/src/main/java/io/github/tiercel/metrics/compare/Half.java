package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Value;
import java.util.BitSet;

/**
 * Some of the rows with the value of a metric on them.
 *
 * @param rows the numbers of the rows, ascending
 */
@SuppressWarnings("ArrayRecordComponent") // Never leaves the comparison, and is never compared.
record Half<P extends Predictions>(int[] rows, P predictions, Value value) {

    static <P extends Predictions> Half<P> of(Metric<P> metric, P all, BitSet part) {
        int[] rows = part.stream().toArray();
        P some = metric.reads().cast(all.select(rows));
        return new Half<>(rows, some, metric.value(some));
    }

    double weight() {
        double sum = 0;
        for (int row = 0; row < rows.length; row++) {
            sum += predictions.weight(row);
        }
        return sum;
    }
}
