package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.MeanTerms;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Range;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Means: the terms of a unit are summed once, a replicate is their weighted sum over its realised weight, which is
 * random under Poisson weights. Units are taken in the order of their keys, so the order of rows has no say beyond the
 * sums within a unit. 8 bytes a unit, and 16 more for each mean.
 */
final class MeanKernel implements Kernel {

    private final long[] units;
    private final double[][] sums;
    private final double[][] totals;
    private final Range[] ranges;

    private MeanKernel(long[] units, int metrics) {
        this.units = units;
        this.sums = new double[metrics][units.length];
        this.totals = new double[metrics][units.length];
        this.ranges = new Range[metrics];
    }

    static <P extends Predictions> MeanKernel of(List<MeanMetric<P>> metrics, P predictions, long[] unitKeys) {
        MeanKernel kernel =
                new MeanKernel(LongStream.of(unitKeys).sorted().distinct().toArray(), metrics.size());
        for (int m = 0; m < metrics.size(); m++) {
            kernel.ranges[m] = metrics.get(m).range();
            kernel.add(m, metrics.get(m).terms(predictions), unitKeys);
        }
        return kernel;
    }

    private void add(int metric, MeanTerms terms, long[] unitKeys) {
        double scale = scale(terms);
        for (int row = 0; row < unitKeys.length; row++) {
            if (terms.weight(row) > 0) {
                int unit = Arrays.binarySearch(units, unitKeys[row]);
                double weight = terms.weight(row) * scale;
                sums[metric][unit] += weight * terms.value(row);
                totals[metric][unit] += weight;
            }
        }
    }

    /** A power of two changes no digit; with it the weights of a replicate, 12 at most, sum to less than 1. */
    private static double scale(MeanTerms terms) {
        CompensatedSum total = new CompensatedSum();
        for (int row = 0; row < terms.rows(); row++) {
            total.add(terms.weight(row));
        }
        return Math.scalb(1.0, -5 - Math.getExponent(total.value()));
    }

    @Override
    public Worker worker() {
        double[] evenTotals = new double[ranges.length];
        double[] oddTotals = new double[ranges.length];
        return (pairKey, first, second) -> {
            Arrays.fill(first, 0);
            Arrays.fill(second, 0);
            Arrays.fill(evenTotals, 0);
            Arrays.fill(oddTotals, 0);
            for (int unit = 0; unit < units.length; unit++) {
                long hash = KeyedHash.hash(units[unit], pairKey);
                add(unit, PoissonWeights.even(hash), first, evenTotals);
                add(unit, PoissonWeights.odd(hash), second, oddTotals);
            }
            divide(first, evenTotals);
            divide(second, oddTotals);
        };
    }

    private void add(int unit, int weight, double[] sum, double[] total) {
        // A value of infinity must not meet weight 0.
        for (int m = 0; weight > 0 && m < sum.length; m++) {
            sum[m] += weight * sums[m][unit];
            total[m] += weight * totals[m][unit];
        }
    }

    private void divide(double[] sum, double[] total) {
        for (int m = 0; m < sum.length; m++) {
            sum[m] = total[m] > 0 ? ranges[m].clamp(sum[m] / total[m]) : Double.NaN;
        }
    }
}
