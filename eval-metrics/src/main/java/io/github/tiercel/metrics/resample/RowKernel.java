package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import java.util.List;

/**
 * Metrics of any kind, evaluated on reweighted predictions: a replicate costs what the metrics cost, and about as much
 * memory for each thread.
 */
final class RowKernel<P extends Predictions> implements Kernel {

    private final List<Metric<P>> metrics;
    private final P predictions;
    private final long[] unitKeys;

    private RowKernel(List<Metric<P>> metrics, P predictions, long[] unitKeys) {
        this.metrics = metrics;
        this.predictions = predictions;
        this.unitKeys = unitKeys;
    }

    static <P extends Predictions> RowKernel<P> of(List<Metric<P>> metrics, P predictions, long[] unitKeys) {
        return new RowKernel<>(metrics, predictions, unitKeys);
    }

    @Override
    public Worker worker() {
        double[] even = new double[unitKeys.length];
        double[] odd = new double[unitKeys.length];
        return (pairKey, first, second) -> {
            for (int row = 0; row < unitKeys.length; row++) {
                long hash = PoissonWeights.hash(unitKeys[row], pairKey);
                even[row] = predictions.weight(row) * PoissonWeights.even(hash);
                odd[row] = predictions.weight(row) * PoissonWeights.odd(hash);
            }
            evaluate(even, first);
            evaluate(odd, second);
        };
    }

    private void evaluate(double[] weights, double[] values) {
        for (int m = 0; m < values.length; m++) {
            Metric<P> metric = metrics.get(m);
            values[m] = metric.value(metric.reads().cast(predictions.withWeights(weights)))
                    .orNaN();
        }
    }
}
