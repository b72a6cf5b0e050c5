package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.SharedView;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.Optional;

/**
 * The rows that count, with labels and predictions as ranks. The arrays are shared with the metrics and not changed.
 */
final class RankedRows {

    private static final SharedView<RegressionPredictions, RankedRows> VIEW =
            new SharedView<>(all -> new RankedRows(all, WeightedRows.of(all)));

    private final int allRows;
    private final int[] rows;
    private final double[] weights;
    private final double total;
    private final Ranks labels;
    private final Ranks predicted;

    private RankedRows(RegressionPredictions predictions, WeightedRows counted) {
        this.allRows = predictions.rows();
        this.rows = counted.rows();
        this.weights = counted.weights();
        this.total = counted.total();
        NumberRanks all = NumberRanks.of(predictions);
        this.labels = all.labels().select(rows);
        this.predicted = all.predicted().select(rows);
    }

    /** Ranked once for all metrics that read the order. */
    static RankedRows of(RegressionPredictions predictions) {
        return predictions.shared(VIEW);
    }

    Optional<Value> withoutOrderedLabels() {
        if (rows.length == 0) {
            return Optional.of(Value.undefined(UndefinedReason.EMPTY));
        }
        return labels.levels() == 1 ? Optional.of(Value.undefined(UndefinedReason.CONSTANT_LABELS)) : Optional.empty();
    }

    Optional<Value> withoutOrder() {
        return withoutOrderedLabels()
                .or(() -> predicted.levels() == 1
                        ? Optional.of(Value.undefined(UndefinedReason.CONSTANT_PREDICTIONS))
                        : Optional.empty());
    }

    int count() {
        return rows.length;
    }

    double[] weights() {
        return weights;
    }

    double total() {
        return total;
    }

    Ranks labels() {
        return labels;
    }

    Ranks predicted() {
        return predicted;
    }

    /** Puts one value per counted row back into the caller's rows; the others get 0. */
    double[] inCallersOrder(double[] values) {
        double[] all = new double[allRows];
        for (int i = 0; i < rows.length; i++) {
            all[rows[i]] = values[i];
        }
        return all;
    }

    /** The weighted sum of products. */
    double sum(double[] a, double[] b) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < weights.length; i++) {
            sum.add(weights[i] * a[i] * b[i]);
        }
        return sum.value();
    }

    /** The weighted sum of values. */
    double sum(double[] values) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < weights.length; i++) {
            sum.add(weights[i] * values[i]);
        }
        return sum.value();
    }
}
