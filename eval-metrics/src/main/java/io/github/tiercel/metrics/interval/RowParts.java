package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.CompensatedSum;
import java.util.function.IntToDoubleFunction;

/** What each row contributes to the error of an estimate: {@code w_i (x_i - centre) / sum w}. 8 bytes a row. */
final class RowParts {

    private final double[] parts;
    private final IntToDoubleFunction weights;

    private RowParts(double[] parts, IntToDoubleFunction weights) {
        this.parts = parts;
        this.weights = weights;
    }

    static RowParts of(int rows, IntToDoubleFunction weights, IntToDoubleFunction values, double centre) {
        double[] parts = new double[rows];
        CompensatedSum sum = new CompensatedSum();
        for (int row = 0; row < rows; row++) {
            double weight = weights.applyAsDouble(row);
            parts[row] = weight > 0 ? weight * (number(values, row) - centre) : 0;
            sum.add(weight);
        }
        double total = sum.value();
        for (int row = 0; row < rows; row++) {
            parts[row] /= total;
        }
        return new RowParts(parts, weights);
    }

    private static double number(IntToDoubleFunction values, int row) {
        double value = values.applyAsDouble(row);
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("influence must be a number where a row counts, got NaN at row " + row);
        }
        return value;
    }

    boolean counts(int row) {
        return weights.applyAsDouble(row) > 0;
    }

    double of(int row) {
        return parts[row];
    }

    /** The effective number of units, by the weights that rows have beside those of the sample itself. */
    double effective(Design design) {
        return EffectiveUnits.of(design, row -> weights.applyAsDouble(row) / design.sampleWeight(row));
    }
}
