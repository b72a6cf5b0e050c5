package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.Value;

/**
 * The share of rows whose class is the one predicted; equal to precision, recall and F1 averaged over rows ("micro").
 * Undefined without rows. Called {@code accuracy_score} in scikit-learn.
 *
 * @param name the name under which the value is reported
 */
record Accuracy(String name) implements TableMetric {

    @Override
    public Value value(ConfusionTable table) {
        return Value.of(range().clamp(table.accuracy()));
    }

    @Override
    public CellGradient gradient(ConfusionTable table) {
        double accuracy = table.accuracy();
        return (label, decision) -> (label == decision ? 1 : 0) - accuracy;
    }
}
