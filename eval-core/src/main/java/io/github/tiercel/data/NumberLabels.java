package io.github.tiercel.data;

import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.sampling.RowOrder;
import io.github.tiercel.sampling.Strata;
import io.github.tiercel.sampling.StratifiedOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A number for each row. */
final class NumberLabels implements Labels {

    private final double[] labels;

    private NumberLabels(double[] labels) {
        this.labels = labels;
    }

    /** Reads a column of finite numbers. */
    static NumberLabels of(Column column, String source) {
        UnlabelledRows.refuse(column, source);
        double[] labels = Numbers.of(column, "labels of a regression", source);
        check(labels, "Label in column \"" + column.name() + "\" of " + source);
        return new NumberLabels(labels);
    }

    static NumberLabels of(double[] labels) {
        check(labels, "Label");
        return new NumberLabels(labels);
    }

    private static void check(double[] labels, String what) {
        Offenders infinite = Offenders.of(labels.length, row -> !Double.isFinite(labels[row]));
        if (infinite.exist()) {
            throw new DataException(
                    "NOT_FINITE",
                    what + " is " + labels[infinite.first()] + " ("
                            + Offenders.number(infinite.count()) + " of " + Offenders.number(labels.length) + " rows, "
                            + infinite.where()
                            + "). A number to predict must be finite: mend these rows or leave them out.");
        }
    }

    @Override
    public Task task() {
        return Task.REGRESSION;
    }

    @Override
    public int rows() {
        return labels.length;
    }

    @Override
    public double value(int row) {
        return labels[row];
    }

    @Override
    public List<String> classes() {
        return List.of();
    }

    @Override
    public RowOrder order(long[] keys, long seed) {
        return StratifiedOrder.of(keys, Strata.ofQuantiles(labels), seed);
    }

    @Override
    public NumberLabels select(int[] rows) {
        return new NumberLabels(Selection.of(labels, rows));
    }

    @Override
    public RegressionPredictions join(double[][] scores, double @Nullable [] weights) {
        return weights == null
                ? RegressionPredictions.wrap(labels, scores[0])
                : RegressionPredictions.wrap(labels, scores[0], weights);
    }
}
