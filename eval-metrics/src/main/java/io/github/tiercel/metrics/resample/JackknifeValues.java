package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.interval.Scale;
import io.github.tiercel.metrics.interval.Variance;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The values of one metric without each of G groups of units, and what they say of its error. One value that does not
 * exist, as without all positive rows, leaves every error NaN. Immutable, and safe for use by several threads.
 *
 * <p>Source: B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapter 11.
 *
 * @since 0.1
 */
public final class JackknifeValues {

    private final double[] values;
    private final double mean;

    private JackknifeValues(double[] values) {
        this.values = values;
        this.mean = Arrays.stream(values).sum() / values.length;
    }

    /**
     * {@return the values}
     *
     * @param values one value a group that was left out, NaN where the metric is undefined; copied
     */
    public static JackknifeValues of(double[] values) {
        return new JackknifeValues(values.clone());
    }

    /** {@return the number of groups} */
    public int groups() {
        return values.length;
    }

    /**
     * {@return the value without a group; NaN where it is undefined}
     *
     * @param group the group, from 0
     */
    public double value(int group) {
        return values[group];
    }

    /** {@return {@code sqrt((G - 1) / G sum (v_g - mean)²)}} */
    public double standardError() {
        return Math.sqrt((values.length - 1.0) / values.length * sum(deviation -> deviation * deviation));
    }

    /**
     * {@return the bias {@code (G - 1) (mean - value)}; reported, never subtracted from the value}
     *
     * @param value the value on all rows
     */
    public double bias(double value) {
        return (values.length - 1) * (mean - value);
    }

    /** {@return Efron's acceleration for the BCa bootstrap, {@code sum d³ / (6 (sum d²)^1.5)}, d being mean - v_g} */
    public double acceleration() {
        double squares = sum(deviation -> deviation * deviation);
        double cubes = sum(deviation -> deviation * deviation * deviation);
        return squares == 0 ? 0 : cubes / (6 * squares * Math.sqrt(squares));
    }

    /**
     * {@return the t interval with G - 1 degrees of freedom on the metric's scale; empty without an error, or where the
     * value is at an end of the scale}
     *
     * @param metric the metric
     * @param value the value on all rows
     * @param level the confidence level in (0, 1)
     */
    public Optional<Interval> interval(Metric<?> metric, double value, double level) {
        Scale scale = Scale.of(metric);
        Variance variance = new Variance(standardError() * standardError(), values.length - 1.0);
        boolean possible = variance.value() > 0 && Double.isFinite(scale.slope(value, metric.range()));
        return possible
                ? Optional.of(scale.interval(value, variance, level, metric.range(), scale.method("jackknife", "t")))
                : Optional.empty();
    }

    private double sum(DoubleUnaryOperator ofDeviation) {
        return Arrays.stream(values)
                .map(value -> ofDeviation.applyAsDouble(mean - value))
                .sum();
    }
}
