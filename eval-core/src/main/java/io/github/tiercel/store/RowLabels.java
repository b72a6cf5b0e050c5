package io.github.tiercel.store;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.sampling.RowOrder;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** The labels of an order's rows by position, as numbers. Immutable. */
final class RowLabels {

    private final List<String> classes;
    private final int rows;
    private final IntToDoubleFunction values;

    private RowLabels(List<String> classes, int rows, IntToDoubleFunction values) {
        this.classes = List.copyOf(classes);
        this.rows = rows;
        this.values = values;
    }

    /** Those of a set, which are not copied. */
    static RowLabels of(EvaluationSet set, RowOrder order) {
        return new RowLabels(set.classes(), order.size(), position -> set.label(order.row(position)));
    }

    /** Keeps the array. */
    static RowLabels of(List<String> classes, double[] values) {
        return new RowLabels(classes, values.length, position -> values[position]);
    }

    int rows() {
        return rows;
    }

    /** The names that class labels index; empty where labels are numbers, or 1 and 0. */
    List<String> classes() {
        return classes;
    }

    double value(int position) {
        return values.applyAsDouble(position);
    }
}
