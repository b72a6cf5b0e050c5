package io.github.tiercel.gate;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.interval.Quantiles;
import java.util.OptionalLong;

/**
 * About how many rows would decide an undecided rule, if the observed value is the true one: the side of the interval
 * that reaches over the limit must shrink until the distance to the limit is what a one-sided test at the gate's level
 * finds four times out of five.
 *
 * <p>{@code n ((z_(1-a) + z_.8) / z_(1-a) side / distance)²}, errors shrinking with the root of the number of rows. A
 * value at the end of its own interval (no mistake among n rows) has no error yet; such an interval shrinks with the
 * number itself, so {@code n width / distance} rows are needed.
 */
final class RowsNeeded {

    private static final double POWER = 0.8;

    private RowsNeeded() {}

    static OptionalLong of(int rows, double value, double limit, Interval interval) {
        double distance = Math.abs(value - limit);
        boolean atEnd = value <= interval.lower() || value >= interval.upper();
        double side = limit < value ? value - interval.lower() : interval.upper() - value;
        double factor = atEnd ? interval.width() / distance : square(ratio(interval.level()) * side / distance);
        double needed = Math.ceil(rows * factor);
        // Beyond what any evaluation holds, "more rows" is no advice.
        return needed < Integer.MAX_VALUE ? OptionalLong.of(Math.max(rows + 1L, (long) needed)) : OptionalLong.empty();
    }

    private static double ratio(double level) {
        double z = Quantiles.normal((1 + level) / 2);
        return (z + Quantiles.normal(POWER)) / z;
    }

    private static double square(double x) {
        return x * x;
    }
}
