package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.CompensatedSum;
import java.util.function.IntToDoubleFunction;

/** What each row contributes to the error of an estimate: {@code w_i (x_i - centre) / sum w}. */
final class RowParts {

    private final IntToDoubleFunction weights;
    private final IntToDoubleFunction values;
    private final double centre;
    private final double total;

    private RowParts(IntToDoubleFunction weights, IntToDoubleFunction values, double centre, double total) {
        this.weights = weights;
        this.values = values;
        this.centre = centre;
        this.total = total;
    }

    static RowParts of(int rows, IntToDoubleFunction weights, IntToDoubleFunction values, double centre) {
        CompensatedSum total = new CompensatedSum();
        for (int row = 0; row < rows; row++) {
            total.add(weights.applyAsDouble(row));
        }
        return new RowParts(weights, values, centre, total.value());
    }

    boolean counts(int row) {
        return weights.applyAsDouble(row) > 0;
    }

    double of(int row) {
        return counts(row) ? weights.applyAsDouble(row) * (values.applyAsDouble(row) - centre) / total : 0;
    }
}
