package io.github.tiercel.metrics;

import org.jspecify.annotations.Nullable;

/** The optional weights of a set of predictions; without an array every row weighs 1 and no memory is spent. */
final class RowWeights {

    static final RowWeights NONE = new RowWeights(null);

    private final double @Nullable [] values;

    private RowWeights(double @Nullable [] values) {
        this.values = values;
    }

    static RowWeights copyOf(double[] weights, int rows) {
        Arguments.sameLength("weights", weights.length, "labels", rows);
        Arguments.weights(weights);
        return new RowWeights(weights.clone());
    }

    static RowWeights wrap(double[] weights, int rows) {
        Arguments.sameLength("weights", weights.length, "labels", rows);
        Arguments.weights(weights);
        return new RowWeights(weights);
    }

    boolean isGiven() {
        return values != null;
    }

    double at(int row) {
        return values == null ? 1 : values[row];
    }

    /** How many of the rows have a positive weight. */
    int positive(int rows) {
        if (values == null) {
            return rows;
        }
        int count = 0;
        for (double weight : values) {
            count += weight > 0 ? 1 : 0;
        }
        return count;
    }

    RowWeights select(int[] rows) {
        if (values == null) {
            return NONE;
        }
        double[] selected = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            selected[i] = values[rows[i]];
        }
        return new RowWeights(selected);
    }
}
