package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.Value;

/**
 * The mean of a rate over classes, each counting by the weight of its rows ("weighted"): a class without rows counts
 * nothing by definition. Undefined for precision where a class that has rows is never predicted.
 *
 * @param rate the rate of a class
 */
record SupportRate(Rate rate) implements TableMetric {

    @Override
    public String name() {
        return rate.spelling() + "_weighted";
    }

    @Override
    public Value value(ConfusionTable table) {
        double sum = 0;
        for (int c = 0; c < table.size(); c++) {
            if (table.labelShare(c) > 0) {
                if (!rate.exists(table, c)) {
                    return Value.undefined(rate.absence());
                }
                sum += table.labelShare(c) * rate.value(table, c);
            }
        }
        return Value.of(range().clamp(sum));
    }

    @Override
    public CellGradient gradient(ConfusionTable table) {
        double value = value(table).orNaN();
        return (label, decision) -> {
            double slope = rate.value(table, label) - value + slope(table, label, label, decision);
            return label == decision ? slope : slope + slope(table, decision, label, decision);
        };
    }

    private double slope(ConfusionTable table, int c, int label, int decision) {
        double share = table.labelShare(c);
        return share > 0 ? share * rate.slope(table, c, label, decision) : 0;
    }
}
