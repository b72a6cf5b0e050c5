package io.github.tiercel.metrics;

import java.util.regex.Pattern;

/**
 * What every metric promises of its name and its values. Metrics made from functions are held to it by their factories;
 * who writes a factory of his own may use it too.
 *
 * @since 0.1
 */
public final class MetricContract {

    /** What a gate rule, {@code METRIC[@COLUMN[=VALUE]] >= NUMBER}, and a list of names can be read with. */
    private static final Pattern NAME = Pattern.compile("[^\\s,@<>=]+(@\\d+)?|[^\\s,@<>=\\[]+\\[.+]", Pattern.DOTALL);

    /** Rounding may take a value this far beyond an end of its range, relative to an end above 1. */
    private static final double ROUNDING = 1e-9;

    private MetricContract() {}

    /**
     * {@return the name, which commands, results and gate rules can hold}
     *
     * @param name any text but an empty one, without white space, comma, {@code <}, {@code >}, {@code =}, and with
     *     {@code @} only before a number at its end, as in {@code ndcg@10}; in brackets at its end, which hold the name
     *     of a class as in {@code recall[New York]}, anything may stand
     * @throws IllegalArgumentException if the name is not legal
     */
    public static String legalName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("metric name must not be empty or hold white space, commas, <, >, = or"
                    + " an @ that is not followed by a number at the end, got \"" + name + "\"");
        }
        return name;
    }

    /**
     * {@return the number, or the end of the metric's range that it misses by rounding alone}
     *
     * @param metric the metric that gives the number
     * @param number a value of the metric, or what one row adds to a mean
     * @throws IllegalArgumentException if the number is NaN, or beyond the range by more than 1e-9 (relative to an end
     *     above 1); the message names the metric
     */
    public static double inRange(Metric<?> metric, double number) {
        Range range = metric.range();
        double clamped = range.clamp(number);
        if (number == clamped || Math.abs(number - clamped) <= ROUNDING * Math.max(1, Math.abs(clamped))) {
            return clamped;
        }
        throw new IllegalArgumentException("metric " + metric.name() + " must give numbers in [" + range.lower() + ", "
                + range.upper() + "], got " + number);
    }

    /**
     * {@return the value, in the metric's range}
     *
     * @param metric the metric that gives the value
     * @param value a value, or the reason why there is none
     * @throws IllegalArgumentException if there is a number beyond the range by more than rounding
     */
    public static Value inRange(Metric<?> metric, Value value) {
        return value instanceof Value.Defined defined ? Value.of(inRange(metric, defined.number())) : value;
    }
}
