package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.CompensatedSum;
import java.util.Arrays;

/**
 * The non-decreasing numbers nearest to given ones in weighted squares: {@code argmin sum w_i (f_i - y_i)²} under
 * {@code f_1 <= f_2 <= ...}.
 *
 * <p>By pooling adjacent violators: neighbours in the wrong order are replaced by their weighted mean until none are
 * left. The result never decreases, keeps the weighted mean (up to rounding), leaves numbers that already ascend as
 * they are, to the bit, and is its own result. O(n). Called {@code isotonic_regression} in scikit-learn and
 * {@code isoreg} in R.
 *
 * <p>The order is that of the array; whoever sorts by a score with ties has to pool the rows of one score first.
 *
 * <p>Source: R. E. Barlow, D. J. Bartholomew, J. M. Bremner, H. D. Brunk, Statistical Inference under Order
 * Restrictions (1972).
 *
 * <pre>{@code
 * double[] fitted = IsotonicRegression.fit(new double[] {1, 3, 2, 4});   // 1, 2.5, 2.5, 4
 * }</pre>
 *
 * @since 0.1
 */
public final class IsotonicRegression {

    private IsotonicRegression() {}

    /**
     * {@return the fit to numbers of equal weight, a new array of the same length}
     *
     * @param y finite numbers in the order in which the fit must not decrease
     * @throws IllegalArgumentException if a number is not finite
     */
    public static double[] fit(double[] y) {
        double[] weights = new double[y.length];
        Arrays.fill(weights, 1);
        return fit(y, weights);
    }

    /**
     * {@return the fit to weighted numbers, a new array of the same length}
     *
     * @param y finite numbers in the order in which the fit must not decrease
     * @param weights one finite weight above 0 a number
     * @throws IllegalArgumentException if the lengths differ, a number is not finite, or a weight is not above 0
     */
    public static double[] fit(double[] y, double[] weights) {
        Arguments.sameLength("y", y.length, "weights", weights.length);
        Arguments.finite("y", y);
        Arguments.positive("weights", weights);
        double[] fitted = new double[y.length];
        int from = 0;
        for (int to : ends(y, weights)) {
            Arrays.fill(fitted, from, to, to - from == 1 ? y[from] : mean(y, weights, from, to));
            // Means of blocks that all but touch may round past each other.
            if (from > 0 && fitted[from] < fitted[from - 1]) {
                Arrays.fill(fitted, from, to, fitted[from - 1]);
            }
            from = to;
        }
        return fitted;
    }

    /** Where each block of pooled numbers ends, exclusive. */
    private static int[] ends(double[] y, double[] weights) {
        int[] ends = new int[y.length];
        double[] means = new double[y.length];
        double[] sizes = new double[y.length];
        int last = -1;
        for (int i = 0; i < y.length; i++) {
            last++;
            means[last] = y[i];
            sizes[last] = weights[i];
            ends[last] = i + 1;
            while (last > 0 && means[last - 1] > means[last]) {
                double size = sizes[last - 1] + sizes[last];
                means[last - 1] += (means[last] - means[last - 1]) * (sizes[last] / size);
                sizes[last - 1] = size;
                ends[last - 1] = ends[last];
                last--;
            }
        }
        return Arrays.copyOf(ends, last + 1);
    }

    private static double mean(double[] y, double[] weights, int from, int to) {
        CompensatedSum total = new CompensatedSum();
        for (int i = from; i < to; i++) {
            total.add(weights[i]);
        }
        CompensatedSum mean = new CompensatedSum();
        for (int i = from; i < to; i++) {
            mean.add(weights[i] / total.value() * y[i]);
        }
        return mean.value();
    }
}
