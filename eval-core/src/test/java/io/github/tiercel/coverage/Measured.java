package io.github.tiercel.coverage;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.compare.PairedComparison;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import java.util.List;
import java.util.stream.IntStream;

/** A metric, what it is in the world, and what prefixes said of it: of one model, and of the difference of two. */
final class Measured<P extends Predictions> {

    private static final double LEVEL = 0.95;

    private final String name;
    private final Metric<P> metric;
    private final List<PrefixTally> estimates;
    private final List<PrefixTally> differences;
    private final List<PrefixTally> firstRows;

    /**
     * A metric before any rows.
     *
     * @param name how tables call it
     * @param first its true value for the first model
     * @param second its true value for the second model
     * @param prefixes how many sizes of prefix there are
     */
    Measured(String name, Metric<P> metric, double first, double second, int prefixes) {
        this.name = name;
        this.metric = metric;
        this.estimates = tallies(first, prefixes);
        this.differences = tallies(first - second, prefixes);
        this.firstRows = tallies(first, prefixes);
    }

    private static List<PrefixTally> tallies(double world, int prefixes) {
        return IntStream.range(0, prefixes)
                .mapToObj(prefix -> new PrefixTally(world))
                .toList();
    }

    String name() {
        return name;
    }

    /** Estimates of the first model from prefixes of the stratified order. */
    PrefixTally estimate(int prefix) {
        return estimates.get(prefix);
    }

    /** Differences of the models from prefixes of the stratified order. */
    PrefixTally difference(int prefix) {
        return differences.get(prefix);
    }

    /** Plain values from as many first rows of the file. */
    PrefixTally firstRows(int prefix) {
        return firstRows.get(prefix);
    }

    Pair values(P first, P second) {
        return new Pair(metric.value(first).orNaN(), metric.value(second).orNaN());
    }

    void add(int prefix, Design design, P first, Pair full) {
        estimates.get(prefix).add(IntervalEstimator.of(design, LEVEL).estimate(metric, first), full.first());
    }

    void addDifference(int prefix, Design design, P first, P second, Pair full) {
        differences
                .get(prefix)
                .add(
                        PairedComparison.of(design, LEVEL).difference(metric, first, second),
                        full.first() - full.second());
    }

    void addFirstRows(int prefix, P rows, Pair full) {
        firstRows.get(prefix).add(metric.value(rows).orNaN(), full.first());
    }

    /** The values of both models on all rows. */
    record Pair(double first, double second) {}
}
