package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.Value;

/**
 * Precision, recall or F-beta of one class against the rest. Recall is undefined for a class without rows, precision
 * for a class that is never predicted, F-beta for a class that is both.
 *
 * @param rate which rate
 * @param className the name of the class
 */
record ClassRate(Rate rate, String className) implements TableMetric, ClassMetric {

    /** The metric of one class: precision and recall are shares of rows, F-beta is not. */
    static TableMetric of(Rate rate, String className) {
        ClassRate ofClass = new ClassRate(rate, className);
        return rate.isShare() ? new ClassShare(ofClass) : ofClass;
    }

    @Override
    public String name() {
        return rate.spelling() + "[" + className + "]";
    }

    @Override
    public Value value(ConfusionTable table) {
        int c = index(table);
        return rate.exists(table, c) ? Value.of(rate.value(table, c)) : Value.undefined(rate.absence());
    }

    @Override
    public CellGradient gradient(ConfusionTable table) {
        int c = index(table);
        return (label, decision) -> rate.slope(table, c, label, decision);
    }

    @Override
    public boolean restsOn(String name) {
        return name.equals(className);
    }

    private int index(ConfusionTable table) {
        int index = table.classes().indexOf(className);
        if (index < 0) {
            throw new IllegalArgumentException("class must be one of " + table.classes() + ", got " + className);
        }
        return index;
    }
}
