package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.multiclass.ConfusionTable;
import io.github.tiercel.metrics.multiclass.TableMetric;
import java.util.Arrays;
import java.util.List;

/**
 * Functions of the confusion table: decisions are taken once, a replicate counts them again under its weights. 12 bytes
 * a row besides the keys, 16 a cell and thread.
 */
final class TableKernel implements Kernel {

    private final List<TableMetric> metrics;
    private final ConfusionTable table;
    private final long[] unitKeys;
    private final int[] cells;
    private final double[] weights;

    private TableKernel(
            List<TableMetric> metrics, ConfusionTable table, long[] unitKeys, int[] cells, double[] weights) {
        this.metrics = metrics;
        this.table = table;
        this.unitKeys = unitKeys;
        this.cells = cells;
        this.weights = weights;
    }

    static TableKernel of(List<TableMetric> metrics, MulticlassPredictions predictions, long[] unitKeys) {
        int classes = predictions.classes().size();
        int[] cells = new int[predictions.rows()];
        Arrays.setAll(cells, row -> predictions.label(row) * classes + ConfusionTable.decision(predictions, row));
        double[] weights = new double[cells.length];
        Arrays.setAll(weights, predictions::weight);
        return new TableKernel(metrics, ConfusionTable.of(predictions), unitKeys, cells, weights);
    }

    @Override
    public Worker worker() {
        int classes = table.classes().size();
        double[] even = new double[classes * classes];
        double[] odd = new double[classes * classes];
        return (pairKey, first, second) -> {
            count(pairKey, even, odd);
            evaluate(table.withWeights(even), first);
            evaluate(table.withWeights(odd), second);
        };
    }

    private void count(long pairKey, double[] even, double[] odd) {
        Arrays.fill(even, 0);
        Arrays.fill(odd, 0);
        for (int row = 0; row < cells.length; row++) {
            long hash = KeyedHash.hash(unitKeys[row], pairKey);
            even[cells[row]] += weights[row] * PoissonWeights.even(hash);
            odd[cells[row]] += weights[row] * PoissonWeights.odd(hash);
        }
    }

    private void evaluate(ConfusionTable replicate, double[] values) {
        for (int m = 0; m < values.length; m++) {
            Value value =
                    replicate.total() > 0 ? metrics.get(m).value(replicate) : Value.undefined(UndefinedReason.EMPTY);
            values[m] = value.orNaN();
        }
    }
}
