package io.github.tiercel.report;

import io.github.tiercel.metrics.Interval;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The heading of a column of intervals: with their level if they share one. */
final class LevelHeading {

    private LevelHeading() {}

    static String of(Stream<Optional<Interval>> intervals) {
        List<Double> levels = intervals
                .flatMap(Optional::stream)
                .map(Interval::level)
                .distinct()
                .toList();
        return levels.size() == 1 ? percent(levels.get(0)) + " interval" : "interval";
    }

    private static String percent(double level) {
        return BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString() + " %";
    }
}
