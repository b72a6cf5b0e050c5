package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.EpochHistory;
import io.github.tiercel.result.EpochRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * The monitored metric of one tier, epoch by epoch.
 *
 * @param runs points without a gap between them; an epoch without a value ends one
 */
record EpochSeries(List<List<Point>> runs) {

    /**
     * The value at one epoch.
     *
     * @param epoch the epoch's number
     * @param value the value, finite
     * @param interval around it, if one is known
     */
    record Point(int epoch, double value, Optional<Interval> interval) {

        double lower() {
            return interval.map(Interval::lower).orElse(value);
        }

        double upper() {
            return interval.map(Interval::upper).orElse(value);
        }
    }

    EpochSeries {
        runs = runs.stream().filter(run -> !run.isEmpty()).map(List::copyOf).toList();
    }

    static EpochSeries of(EpochHistory history, String tier) {
        List<List<Point>> runs = new ArrayList<>();
        List<Point> run = new ArrayList<>();
        for (EpochRecord epoch : history.epochs()) {
            Optional<Point> point = point(epoch, tier, history.monitor());
            if (point.isEmpty()) {
                runs.add(run);
                run = new ArrayList<>();
            }
            point.ifPresent(run::add);
        }
        runs.add(run);
        return new EpochSeries(runs);
    }

    private static Optional<Point> point(EpochRecord epoch, String tier, String metric) {
        return Optional.ofNullable(epoch.tiers().get(tier))
                .flatMap(found -> Optional.ofNullable(found.metrics().get(metric)))
                .filter(estimate -> Double.isFinite(estimate.value().orNaN()))
                .map(estimate -> point(epoch.epoch(), estimate));
    }

    private static Point point(int epoch, Estimate estimate) {
        return new Point(epoch, estimate.value().orNaN(), estimate.population());
    }

    List<Point> points() {
        return runs.stream().flatMap(List::stream).toList();
    }

    /** {@return all values and ends of intervals} */
    DoubleStream numbers() {
        return points().stream().flatMapToDouble(point -> DoubleStream.of(point.value(), point.lower(), point.upper()));
    }
}
