package io.github.tiercel.metrics.regression;

import io.github.tiercel.metrics.CompensatedSum;
import java.util.Arrays;
import java.util.List;

/**
 * How residuals, {@code label - prediction}, are distributed: the weight of rows in bins of equal width between the
 * first and the last percentile, and beyond either. A few large errors so leave the rest to be seen. A bin holds its
 * lower end, the last one its upper end too. Immutable.
 *
 * @param lowest the lower end of the first bin, finite
 * @param highest the upper end of the last bin, finite, at least {@code lowest}
 * @param below the weight of residuals below {@code lowest}
 * @param weights the weight of residuals in each bin, at least one bin
 * @param above the weight of residuals above {@code highest}
 * @since 0.1
 */
public record ResidualHistogram(double lowest, double highest, double below, List<Double> weights, double above) {

    private static final int BINS = 40;
    private static final double OUTSIDE = 0.01;

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if an end is not finite, the ends are in the wrong order, or there is no bin
     */
    public ResidualHistogram {
        weights = List.copyOf(weights);
        Arguments.inOrder("ends", lowest, highest);
        if (weights.isEmpty()) {
            throw new IllegalArgumentException("weights must be those of at least one bin, got none");
        }
    }

    /** The residuals and weights of rows that count, and the distribution of these residuals. */
    static ResidualHistogram of(double[] residuals, double[] weights, Distribution distribution) {
        double lowest = distribution.quantile(OUTSIDE);
        double highest = distribution.quantile(1 - OUTSIDE);
        int bins = lowest == highest ? 1 : BINS;
        CompensatedSum[] sums = new CompensatedSum[bins + 2];
        Arrays.setAll(sums, bin -> new CompensatedSum());
        for (int i = 0; i < residuals.length; i++) {
            sums[place(residuals[i], lowest, highest, bins)].add(weights[i]);
        }
        List<Double> inside =
                Arrays.stream(sums, 1, bins + 1).map(CompensatedSum::value).toList();
        return new ResidualHistogram(lowest, highest, sums[0].value(), inside, sums[bins + 1].value());
    }

    /** 0 below the bins, 1 in the first of them, and one more than there are above them. */
    private static int place(double residual, double lowest, double highest, int bins) {
        if (residual < lowest) {
            return 0;
        }
        if (residual > highest) {
            return bins + 1;
        }
        double share = lowest == highest ? 0 : (residual - lowest) / (highest - lowest);
        return 1 + Math.min((int) (share * bins), bins - 1);
    }
}
