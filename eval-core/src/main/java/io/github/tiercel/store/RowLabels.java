package io.github.tiercel.store;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.sampling.RowOrder;
import java.util.List;

/** The labels of an order's rows by position, as numbers. Immutable. */
final class RowLabels {

    private final List<String> classes;
    private final double[] values;

    private RowLabels(List<String> classes, double[] values) {
        this.classes = List.copyOf(classes);
        this.values = values;
    }

    static RowLabels of(EvaluationSet set, RowOrder order) {
        double[] values = new double[order.size()];
        for (int position = 0; position < values.length; position++) {
            values[position] = set.label(order.row(position));
        }
        return new RowLabels(set.classes(), values);
    }

    /** Keeps the array. */
    static RowLabels of(List<String> classes, double[] values) {
        return new RowLabels(classes, values);
    }

    int rows() {
        return values.length;
    }

    /** The names that class labels index; empty where labels are numbers, or 1 and 0. */
    List<String> classes() {
        return classes;
    }

    double value(int position) {
        return values[position];
    }
}
