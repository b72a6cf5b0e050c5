package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Value;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A metric's difference between two models, candidate minus baseline, with its error.
 *
 * @param metric the metric's name
 * @param direction which way the metric improves
 * @param value the difference, or why there is none (the reason of the model whose value is undefined)
 * @param interval the interval for the difference on the world that the rows came from; its method says how it was made
 * @param pValue two-sided p-value of "no difference"; empty where no error is known
 * @param method how the p-value was made, for example {@code "mcnemar-mid-p"}; empty without one
 * @param standardError the standard error of the difference
 * @param degreesOfFreedom of the t distribution that interval and p-value are from; infinite where they are from none,
 *     or there is no error
 * @param paired whether both values come from the same rows, so that what they share cancels
 * @since 0.1
 */
public record Difference(
        String metric,
        Direction direction,
        Value value,
        Optional<Interval> interval,
        OptionalDouble pValue,
        Optional<String> method,
        OptionalDouble standardError,
        double degreesOfFreedom,
        boolean paired) {

    /** The method of a difference that is 0 on any rows. */
    private static final String IDENTICAL = "identical";

    /**
     * Checks the p-value.
     *
     * @throws IllegalArgumentException if it is not in [0, 1]
     */
    public Difference {
        double p = pValue.orElse(1);
        if (!(p >= 0 && p <= 1)) {
            throw new IllegalArgumentException("pValue must be in [0, 1], got " + p);
        }
    }

    /**
     * A difference whose p-value, if there is one, was made as its interval was, neither of them from a t distribution.
     *
     * @param metric the metric's name
     * @param direction which way the metric improves
     * @param value the difference, or why there is none
     * @param interval the interval for the difference
     * @param pValue two-sided p-value of "no difference"
     * @param standardError the standard error of the difference
     * @param paired whether both values come from the same rows
     */
    public Difference(
            String metric,
            Direction direction,
            Value value,
            Optional<Interval> interval,
            OptionalDouble pValue,
            OptionalDouble standardError,
            boolean paired) {
        this(
                metric,
                direction,
                value,
                interval,
                pValue,
                pValue.isPresent() ? interval.map(Interval::method) : Optional.empty(),
                standardError,
                Double.POSITIVE_INFINITY,
                paired);
    }

    /** A difference without an error. */
    static Difference without(Metric<?> metric, Value value) {
        return new Difference(
                metric.name(),
                metric.direction(),
                value,
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                true);
    }

    /** No difference, because the models cannot differ on any rows. */
    static Difference identical(Metric<?> metric, double level) {
        Interval nothing = new Interval(0, 0, level, IDENTICAL);
        return of(metric, 0, nothing, 1, IDENTICAL, 0, Double.POSITIVE_INFINITY);
    }

    /** Whether the models cannot differ on any rows, rather than did not on these. */
    boolean isIdentical() {
        return interval.filter(known -> known.method().equals(IDENTICAL)).isPresent();
    }

    /** A difference with everything. */
    static Difference of(
            Metric<?> metric,
            double difference,
            Interval interval,
            double pValue,
            String method,
            double standardError,
            double degreesOfFreedom) {
        return new Difference(
                metric.name(),
                metric.direction(),
                Value.of(difference),
                Optional.of(interval),
                OptionalDouble.of(pValue),
                Optional.of(method),
                OptionalDouble.of(standardError),
                degreesOfFreedom,
                true);
    }
}
