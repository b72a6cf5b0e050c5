package io.github.tiercel.metrics.compare;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.interval.Quantiles;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The difference of a metric between two models of which only estimates are known, whose errors count as independent:
 * models on different rows, or on rows that are gone.
 *
 * <p>The interval is that of the method of variance estimates recovery: the distances of the two intervals' ends from
 * their values, squared, added and rooted,
 *
 * <pre>{@code
 * lower = d - hypot(a - a.lower, b.upper - b)     upper = d + hypot(a.upper - a, b - b.lower)     d = a - b
 * }</pre>
 *
 * <p>So it takes over whatever the intervals know of small numbers, ends of ranges and samples, and never leaves
 * {@code [a.lower - b.upper, a.upper - b.lower]}; of two Wilson intervals it makes that of {@link UnpairedProportions}.
 * It is made of the intervals that gates read, or of those for the population where there are none. Its level is the
 * candidate's; distances of a baseline at another level count by the ratio of the normal quantiles. There is no
 * p-value.
 *
 * <p>Where both models saw the same rows, what they find easy or hard does not cancel here as it does in
 * {@link PairedComparison}: the interval is wider than it need be, and holds the true difference more often than its
 * level says. Where the rows are independent it does so as often as the two intervals hold theirs.
 *
 * <p>The difference is undefined where a value is, and where both are infinite; there is no interval where one of the
 * two has none. Pure functions of constant time, safe for use by several threads.
 *
 * <p>Source: G. Y. Zou and A. Donner, Statistics in Medicine 27 (2008), doi:10.1002/sim.3095.
 *
 * <pre>{@code
 * Difference difference = UnpairedDifference.of(candidate.metric("roc_auc"), baseline.metric("roc_auc"));
 * }</pre>
 *
 * @since 0.1
 */
public final class UnpairedDifference {

    private static final String METHOD = "unpaired-mover";

    private UnpairedDifference() {}

    /**
     * {@return the difference, candidate minus baseline, with {@code paired} false}
     *
     * @param candidate the estimate of one model
     * @param baseline the estimate of the same metric for the other
     * @throws IllegalArgumentException if the metrics are not the same
     */
    public static Difference of(Estimate candidate, Estimate baseline) {
        if (!candidate.metric().equals(baseline.metric()) || candidate.direction() != baseline.direction()) {
            throw new IllegalArgumentException("candidate and baseline must be of one metric, got " + candidate.metric()
                    + " and " + baseline.metric());
        }
        Value value = value(candidate.value(), baseline.value());
        Optional<Interval> interval = Double.isFinite(value.orNaN()) ? interval(candidate, baseline) : Optional.empty();
        return new Difference(
                candidate.metric(),
                candidate.direction(),
                value,
                interval,
                OptionalDouble.empty(),
                interval.isPresent() ? standardError(candidate, baseline, interval.get()) : OptionalDouble.empty(),
                false);
    }

    private static Value value(Value candidate, Value baseline) {
        if (!candidate.isDefined() || !baseline.isDefined()) {
            return candidate.isDefined() ? baseline : candidate;
        }
        double difference = candidate.orNaN() - baseline.orNaN();
        return Double.isNaN(difference) ? Value.undefined(UndefinedReason.NOT_FINITE) : Value.of(difference);
    }

    private static Optional<Interval> interval(Estimate candidate, Estimate baseline) {
        return known(candidate).flatMap(ours -> known(baseline)
                .map(theirs -> interval(
                        candidate.value().orNaN(), ours, baseline.value().orNaN(), theirs)));
    }

    private static Optional<Interval> known(Estimate estimate) {
        return estimate.gate().or(estimate::population);
    }

    private static Interval interval(double candidate, Interval ours, double baseline, Interval theirs) {
        double stretch = quantile(ours) / quantile(theirs);
        double below = Math.hypot(side(candidate - ours.lower()), stretch * side(theirs.upper() - baseline));
        double above = Math.hypot(side(ours.upper() - candidate), stretch * side(baseline - theirs.lower()));
        double difference = candidate - baseline;
        return new Interval(difference - below, difference + above, ours.level(), METHOD);
    }

    /** A value outside of its own interval, as those of a bootstrap may be, is as far from the nearer end as can be. */
    private static double side(double distance) {
        return Math.max(0, distance);
    }

    private static double quantile(Interval interval) {
        return Quantiles.normal((1 + interval.level()) / 2);
    }

    /** Where one is not known, that which a normal interval of the same width has. */
    private static OptionalDouble standardError(Estimate candidate, Estimate baseline, Interval interval) {
        boolean known = candidate.standardError().isPresent()
                && baseline.standardError().isPresent();
        return OptionalDouble.of(
                known
                        ? Math.hypot(
                                candidate.standardError().getAsDouble(),
                                baseline.standardError().getAsDouble())
                        : interval.width() / (2 * quantile(interval)));
    }
}
