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
    private final Draws draws;

    private RowKernel(List<Metric<P>> metrics, P predictions, Draws draws) {
        this.metrics = metrics;
        this.predictions = predictions;
        this.draws = draws;
    }

    static <P extends Predictions> RowKernel<P> of(List<Metric<P>> metrics, P predictions, Draws draws) {
        return new RowKernel<>(metrics, predictions, draws);
    }

    @Override
    public Worker worker() {
        double[] even = new double[predictions.rows()];
        double[] odd = new double[predictions.rows()];
        return (pairKey, first, second) -> {
            draws.draw(pairKey, even, odd);
            evaluate(even, first);
            evaluate(odd, second);
        };
    }

    private void evaluate(double[] drawn, double[] values) {
        for (int row = 0; row < drawn.length; row++) {
            drawn[row] *= predictions.weight(row);
        }
        Predictions replicate = predictions.withWeights(drawn);
        for (int m = 0; m < values.length; m++) {
            Metric<P> metric = metrics.get(m);
            values[m] = metric.value(metric.reads().cast(replicate)).orNaN();
        }
    }
}
