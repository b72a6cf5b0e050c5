package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.CompensatedSum;
import java.util.function.IntToDoubleFunction;

/** What each row contributes to the error of an estimate: {@code w_i (x_i - centre) / sum w}. 8 bytes a row. */
final class RowParts {

    /** NaN for a row that does not count. */
    private final double[] parts;

    private RowParts(double[] parts) {
        this.parts = parts;
    }

    static RowParts of(int rows, IntToDoubleFunction weights, IntToDoubleFunction values, double centre) {
        double[] parts = new double[rows];
        CompensatedSum sum = new CompensatedSum();
        for (int row = 0; row < rows; row++) {
            double weight = weights.applyAsDouble(row);
            parts[row] = weight > 0 ? weight * (values.applyAsDouble(row) - centre) : Double.NaN;
            sum.add(weight);
        }
        double total = sum.value();
        for (int row = 0; row < rows; row++) {
            parts[row] /= total;
        }
        return new RowParts(parts);
    }

    boolean counts(int row) {
        return !Double.isNaN(parts[row]);
    }

    double of(int row) {
        return counts(row) ? parts[row] : 0;
    }
}
