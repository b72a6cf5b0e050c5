package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.SharedView;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What rows add to a mean, found once for all who read it: the value, its interval, and comparisons with other epochs.
 *
 * <p>Kept are the values of stratified samples of at most 262,144 rows, while memory lasts: 8 bytes a row and metric.
 * For other predictions they are found whenever they are asked for. Safe for use by several threads.
 *
 * @since 0.1
 */
public final class RowValues {

    private static final int MOST_ROWS = 1 << 18;

    private static final SharedView<BinaryPredictions, RowValues> VIEW = new SharedView<>(any -> new RowValues());

    /** By the metric's name. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private RowValues() {}

    /**
     * The contributions of some rows.
     *
     * @param metric a mean that is defined on the predictions
     * @param predictions labels and scores, of which no row weighs 0
     * @param from the first row
     * @param to the row after the last
     * @param values receives them, from place 0 on
     */
    public static void read(RowMeanMetric metric, BinaryPredictions predictions, int from, int to, double[] values) {
        if (areKept(predictions)) {
            System.arraycopy(predictions.shared(VIEW).kept(metric, predictions), from, values, 0, to - from);
        } else {
            metric.rowValues(predictions, from, to, values);
        }
    }

    /** Of all rows; not to be changed. */
    static double[] all(RowMeanMetric metric, BinaryPredictions predictions) {
        return areKept(predictions) ? predictions.shared(VIEW).kept(metric, predictions) : found(metric, predictions);
    }

    /** Labels that weigh differently make a sample, which is compared with others. */
    private static boolean areKept(BinaryPredictions predictions) {
        return predictions.rows() <= MOST_ROWS
                && predictions
                        .labelWeights()
                        .filter(weights -> !weights.areEqual())
                        .isPresent();
    }

    private double[] kept(RowMeanMetric metric, BinaryPredictions predictions) {
        Known found = known.get(metric.name());
        // Metrics of one name may differ, in a parameter say.
        if (found == null || !found.metric().equals(metric)) {
            found = new Known(metric, found(metric, predictions));
            known.put(metric.name(), found);
        }
        return found.values();
    }

    private static double[] found(RowMeanMetric metric, BinaryPredictions predictions) {
        double[] values = new double[predictions.rows()];
        metric.rowValues(predictions, 0, values.length, values);
        return values;
    }

    @SuppressWarnings("ArrayRecordComponent") // Never compared, and read by this package alone.
    private record Known(RowMeanMetric metric, double[] values) {}
}
