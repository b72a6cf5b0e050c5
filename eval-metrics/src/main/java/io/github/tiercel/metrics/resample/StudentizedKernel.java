package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Smooth metrics on reweighted predictions, each with the standard error of its influence values there: a unit that is
 * drawn k times counts as k units. Values first, then errors.
 */
final class StudentizedKernel<P extends Predictions> implements Kernel {

    private final List<SmoothMetric<P>> metrics;
    private final P predictions;
    private final long[] unitKeys;
    private final int[] unitOfRow;
    private final int units;

    private StudentizedKernel(List<SmoothMetric<P>> metrics, P predictions, long[] unitKeys, long[] units) {
        this.metrics = metrics;
        this.predictions = predictions;
        this.unitKeys = unitKeys;
        this.unitOfRow = new int[unitKeys.length];
        this.units = units.length;
        Arrays.setAll(unitOfRow, row -> Arrays.binarySearch(units, unitKeys[row]));
    }

    static <P extends Predictions> StudentizedKernel<P> of(
            List<SmoothMetric<P>> metrics, P predictions, long[] unitKeys) {
        return new StudentizedKernel<>(
                metrics,
                predictions,
                unitKeys,
                LongStream.of(unitKeys).sorted().distinct().toArray());
    }

    @Override
    public Worker worker() {
        Draws draws = Draws.poisson(unitKeys);
        double[] even = new double[unitKeys.length];
        double[] odd = new double[unitKeys.length];
        return (pairKey, first, second) -> {
            draws.draw(pairKey, even, odd);
            evaluate(even, first);
            evaluate(odd, second);
        };
    }

    private void evaluate(double[] drawn, double[] valuesAndErrors) {
        double[] weights = new double[drawn.length];
        Arrays.setAll(weights, row -> predictions.weight(row) * drawn[row]);
        Predictions replicate = predictions.withWeights(weights);
        for (int m = 0; m < metrics.size(); m++) {
            SmoothMetric<P> metric = metrics.get(m);
            P same = metric.reads().cast(replicate);
            valuesAndErrors[m] = metric.value(same).orNaN();
            valuesAndErrors[metrics.size() + m] =
                    Double.isNaN(valuesAndErrors[m]) ? Double.NaN : error(metric.influence(same), weights, drawn);
        }
    }

    private double error(double[] influence, double[] weights, double[] drawn) {
        double[] sums = new double[units];
        double[] times = new double[units];
        double total = 0;
        for (int row = 0; row < influence.length; row++) {
            if (weights[row] > 0) {
                sums[unitOfRow[row]] += weights[row] * influence[row];
                times[unitOfRow[row]] = drawn[row];
                total += weights[row];
            }
        }
        double squares = 0;
        double count = 0;
        for (int unit = 0; unit < units; unit++) {
            squares += times[unit] > 0 ? sums[unit] / total * (sums[unit] / total) / times[unit] : 0;
            count += times[unit];
        }
        return Math.sqrt(squares * count / (count - 1));
    }
}
