package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.RegressionPredictions;
import java.util.function.IntToDoubleFunction;

/**
 * The rows that count, those of positive weight, and means over them.
 *
 * <p>Weights are divided by a power of two near their sum. That changes no digit, and keeps products of two or three
 * weights of any size in range.
 */
final class WeightedRows {

    private final RegressionPredictions predictions;
    private final double scale;
    private final double total;
    private final int count;

    private WeightedRows(RegressionPredictions predictions, double scale, double total, int count) {
        this.predictions = predictions;
        this.scale = scale;
        this.total = total;
        this.count = count;
    }

    static WeightedRows of(RegressionPredictions predictions) {
        CompensatedSum total = new CompensatedSum();
        int count = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            total.add(predictions.weight(row));
            count += predictions.weight(row) > 0 ? 1 : 0;
        }
        double scale = Math.scalb(1.0, -Math.getExponent(total.value()));
        return new WeightedRows(predictions, scale, total.value() * scale, count);
    }

    int count() {
        return count;
    }

    /** The scaled sum of weights, in [1, 2) unless it is subnormal. */
    double total() {
        return total;
    }

    boolean counts(int row) {
        return predictions.weight(row) > 0;
    }

    double weight(int row) {
        return predictions.weight(row) * scale;
    }

    double mean(IntToDoubleFunction rowValue) {
        CompensatedSum sum = new CompensatedSum();
        for (int row = 0; row < predictions.rows(); row++) {
            if (counts(row)) {
                sum.add(weight(row) * rowValue.applyAsDouble(row));
            }
        }
        return sum.value() / total;
    }

    double[] influence(IntToDoubleFunction rowInfluence) {
        double[] influence = new double[predictions.rows()];
        for (int row = 0; row < influence.length; row++) {
            influence[row] = counts(row) ? rowInfluence.applyAsDouble(row) : 0;
        }
        return influence;
    }

    /** Means of equal numbers round, so a variance of exactly zero cannot be relied upon. */
    boolean isConstant(IntToDoubleFunction rowValue) {
        double first = Double.NaN;
        for (int row = 0; row < predictions.rows(); row++) {
            if (counts(row)) {
                double value = rowValue.applyAsDouble(row);
                if (value != first && !Double.isNaN(first)) {
                    return false;
                }
                first = value;
            }
        }
        return true;
    }

    /** The row numbers in ascending order. */
    int[] rows() {
        int[] rows = new int[count];
        int next = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            if (counts(row)) {
                rows[next++] = row;
            }
        }
        return rows;
    }

    /** The scaled weights of {@link #rows()}. */
    double[] weights() {
        return values(this::weight);
    }

    /** One value for each of {@link #rows()}. */
    double[] values(IntToDoubleFunction rowValue) {
        int[] rows = rows();
        double[] values = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            values[i] = rowValue.applyAsDouble(rows[i]);
        }
        return values;
    }
}
