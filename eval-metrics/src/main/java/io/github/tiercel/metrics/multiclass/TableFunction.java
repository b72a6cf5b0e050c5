package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.Derivative;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MetricContract;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.Value;
import java.util.function.Function;

/** Any function of the confusion table, with a gradient from differences. */
record TableFunction(String name, Direction direction, Range range, Function<ConfusionTable, Value> function)
        implements TableMetric {

    TableFunction {
        MetricContract.legalName(name);
    }

    @Override
    public Value value(ConfusionTable table) {
        return MetricContract.inRange(this, function.apply(table));
    }

    @Override
    public CellGradient gradient(ConfusionTable table) {
        double[][] slopes = new double[table.size()][table.size()];
        for (int label = 0; label < table.size(); label++) {
            for (int decision = 0; decision < table.size(); decision++) {
                slopes[label][decision] = slope(table, label, decision);
            }
        }
        return (label, decision) -> slopes[label][decision];
    }

    /** The function itself and not its clamped value, which would bend at the ends of the range. */
    private double slope(ConfusionTable table, int label, int decision) {
        double weight = table.weight(label, decision);
        return weight > 0
                ? table.total()
                        * Derivative.at(
                                cell -> function.apply(table.with(label, decision, cell))
                                        .requireFor(this),
                                weight)
                : 0;
    }
}
