package io.github.tiercel.metrics.resample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

/**
 * A statistic over many simulations, to be compared with that of another way to simulate the same.
 *
 * <p>All bounds are 4.5 standard deviations of what is compared: one false alarm in 150,000 comparisons.
 */
final class MonteCarlo {

    static final double DEVIATIONS = 4.5;

    private final double[] sorted;

    private MonteCarlo(double[] sorted) {
        this.sorted = sorted;
    }

    static MonteCarlo of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new MonteCarlo(sorted);
    }

    static MonteCarlo of(Replicates replicates) {
        double[] sorted = new double[replicates.defined()];
        Arrays.setAll(sorted, b -> replicates.quantile(b / (sorted.length - 1.0)));
        return new MonteCarlo(sorted);
    }

    double mean() {
        return Arrays.stream(sorted).average().orElseThrow();
    }

    double deviation() {
        return Math.sqrt(moment(2));
    }

    double quantile(double probability) {
        double at = Math.max(0, Math.min(1, probability)) * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }

    /** The standard deviation of the relative error of {@link #deviation}: 1 / sqrt(2 n) for a normal statistic. */
    double deviationError() {
        return Math.sqrt((moment(4) / (moment(2) * moment(2)) - 1) / 4 / sorted.length);
    }

    /** Asserts that this has the standard deviation of another one, up to a share of it. */
    void assertSameDeviation(MonteCarlo other, double allowance, String what) {
        double error = Math.hypot(deviationError(), other.deviationError());
        assertEquals(1, deviation() / other.deviation(), allowance + DEVIATIONS * error, "spread of " + what);
    }

    /** Asserts that this has a known standard deviation, up to a share of it. */
    void assertDeviation(double known, double allowance, String what) {
        assertEquals(1, deviation() / known, allowance + DEVIATIONS * deviationError(), "spread of " + what);
    }

    /**
     * Asserts that a quantile lies between the quantiles of another one that its own error and the other's leave
     * possible, whatever the distribution, and up to an allowance below and above.
     */
    void assertSameQuantile(MonteCarlo other, double probability, double below, double above, String what) {
        double error = DEVIATIONS
                * Math.sqrt(probability * (1 - probability) * (1.0 / sorted.length + 1.0 / other.sorted.length));
        double own = quantile(probability);
        assertTrue(
                own >= other.quantile(probability - error) - below
                        && own <= other.quantile(probability + error) + above,
                () -> "quantile " + probability + " of " + what + " is " + own + ", the other "
                        + other.quantile(probability));
    }

    private double moment(int order) {
        double mean = mean();
        return Arrays.stream(sorted).map(x -> Math.pow(x - mean, order)).sum() / sorted.length;
    }
}
