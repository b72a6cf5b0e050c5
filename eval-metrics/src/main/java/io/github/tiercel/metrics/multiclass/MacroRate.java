package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/**
 * The plain mean of a rate over all declared classes. (Macro F1 is the mean of the F1s, not the F1 of mean precision
 * and recall.) Undefined where a declared class has no row, and for precision where one is never predicted:
 * scikit-learn averages a 0 there.
 *
 * @param name the name under which the value is reported
 * @param rate the rate of a class
 */
record MacroRate(String name, Rate rate) implements TableMetric, ClassMetric {

    @Override
    public Value value(ConfusionTable table) {
        double sum = 0;
        for (int c = 0; c < table.size(); c++) {
            if (!(table.labelShare(c) > 0)) {
                return Value.undefined(UndefinedReason.ABSENT_CLASS);
            }
        }
        for (int c = 0; c < table.size(); c++) {
            if (!rate.exists(table, c)) {
                return Value.undefined(rate.absence());
            }
            sum += rate.value(table, c);
        }
        return Value.of(range().clamp(sum / table.size()));
    }

    @Override
    public CellGradient gradient(ConfusionTable table) {
        return (label, decision) -> slope(table, label, decision) / table.size();
    }

    @Override
    public boolean restsOn(String className) {
        return true;
    }

    /** A cell changes the rates of its two classes only. */
    private double slope(ConfusionTable table, int label, int decision) {
        double ofLabel = rate.slope(table, label, label, decision);
        return label == decision ? ofLabel : ofLabel + rate.slope(table, decision, label, decision);
    }
}
