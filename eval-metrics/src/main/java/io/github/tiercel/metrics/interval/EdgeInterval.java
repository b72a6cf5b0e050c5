package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Range;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/**
 * The interval of a value at the end of its range, such as ROC-AUC = 1, where every estimated error is 0.
 *
 * <p>A conservative rule in the manner of the rule of three: with m rows that could have shown a mistake and showed
 * none, a share of right rows below {@code tail^(1/m)} would have done so with probability {@code tail} at most. m is
 * the number of rows (or units) that a mean is of, half the rows for a metric of pairs of rows, else the rows of the
 * rarest class; Kish's effective number of units that hold them where they are weighted or clustered. A heuristic for
 * anything but means, and flagged as such.
 */
final class EdgeInterval {

    private static final double NEAR = 1e-12;

    private EdgeInterval() {}

    static boolean applies(Subject<?> subject) {
        Range range = subject.metric().range();
        boolean bounded = Double.isFinite(range.lower()) && Double.isFinite(range.upper());
        boolean hasBetterEnd = subject.metric().direction() != Direction.NEITHER;
        return bounded && hasBetterEnd && (isAtUpper(subject) || isAtLower(subject));
    }

    static Intervals of(Evidence<?> evidence) {
        Subject<?> subject = evidence.subject();
        int rows = rows(evidence);
        if (rows == 0) {
            return Intervals.NONE;
        }
        Interval interval = interval(subject, rows);
        Optional<Interval> fullSet = subject.design().isSample() ? Optional.of(interval) : Optional.empty();
        return new Intervals(Optional.of(interval), fullSet, Optional.of(interval), OptionalDouble.empty(), Set.of())
                .with(EstimateFlag.AT_THE_EDGE);
    }

    /** If the value stays at the end, and the rows that could show a mistake grow as the sample does. */
    static Optional<ErrorPlan> plan(Evidence<?> evidence) {
        Design design = evidence.design();
        int rows = rows(evidence);
        if (rows == 0) {
            return Optional.empty();
        }
        double each = (double) rows
                / Arrays.stream(design.sampledSizes()).asLongStream().sum();
        Function<int[], Optional<Interval>> forecast = sampled -> Optional.of(interval(
                evidence.subject(), each * Arrays.stream(sampled).asLongStream().sum()));
        return Optional.of(ErrorPlan.of(design, forecast, forecast));
    }

    /**
     * Rows of one cluster make the same mistakes, so they can tell no more than one row; few heavy rows no more than
     * few rows.
     */
    private static int rows(Evidence<?> evidence) {
        return Math.min(evidence.contributions().units(), (int) (Support.effective(evidence.subject()) + NEAR));
    }

    private static Interval interval(Subject<?> subject, double rows) {
        Range range = subject.metric().range();
        double share = StrictMath.pow((1 - subject.level()) / 2, 1.0 / rows);
        double reach = (range.upper() - range.lower()) * (1 - share);
        boolean atUpper = isAtUpper(subject);
        return new Interval(
                atUpper ? range.upper() - reach : range.lower(),
                atUpper ? range.upper() : range.lower() + reach,
                subject.level(),
                "edge");
    }

    private static boolean isAtUpper(Subject<?> subject) {
        Range range = subject.metric().range();
        return subject.value() >= range.upper() - NEAR * (range.upper() - range.lower());
    }

    private static boolean isAtLower(Subject<?> subject) {
        Range range = subject.metric().range();
        return subject.value() <= range.lower() + NEAR * (range.upper() - range.lower());
    }
}
