package io.github.tiercel.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Listens for noise while something is measured: whether a fixed piece of work takes the same time before, between and
 * after the runs, whether the runs agree, whether more wants to run than there are processors.
 *
 * <p>Runs disagree if the median of one of them is, as far as its calls tell, larger than that of another by a factor;
 * or if 95th percentiles are, and more calls lie above that of all runs in some runs than in others. On a machine whose
 * calls are independent and alike, that is said of two measurements in 1,000 at most. One thread.
 */
final class Quiet {

    private static final int WARM_UP = 50;
    private static final int REPEATS = 15;
    private static final double WORK_FACTOR = 1.25;
    private static final double LOAD_FACTOR = 1.5;
    private static final double MEDIAN_FACTOR = 1.25;
    private static final double TAIL_FACTOR = 2;
    private static final double TAIL_ALARMS = 0.0002;

    /** With fewer calls above, counts are too coarse for chi-squared. */
    private static final double FEWEST_EXPECTED = 5;

    private static final double RUN_LEVEL = 0.9998;

    private final Machine machine;
    private final List<Long> work = new ArrayList<>();

    private Quiet(Machine machine) {
        this.machine = machine;
    }

    /** The first times that a machine does its work are slower, while it is being compiled. */
    static Quiet on(Machine machine) {
        for (int repeat = 0; repeat < WARM_UP; repeat++) {
            machine.work();
        }
        return new Quiet(machine);
    }

    /** Does the fixed piece of work a few times, and keeps the median of what it took. */
    void listen() {
        Histogram times = LatencyRun.noLatencies();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            long began = machine.nanos();
            machine.work();
            times.recordValue(machine.nanos() - began);
        }
        work.add(new SortedLatencies(times).percentile(Percentile.P50));
    }

    /** {@return what makes the measurement unreliable, without a full stop; empty if nothing does} */
    Optional<String> noise(List<LatencyRun> runs) {
        List<String> reasons = new ArrayList<>();
        disagreement(runs, Percentile.P50, MEDIAN_FACTOR)
                .or(() -> tailsDisagree(runs))
                .ifPresent(reasons::add);
        reasons.addAll(ofMachine(1));
        return joined(reasons);
    }

    /** {@return the same of what so many threads did, without a look at how runs agree} */
    Optional<String> noise(int threads) {
        return joined(ofMachine(threads));
    }

    private List<String> ofMachine(int threads) {
        return Stream.of(unsteadyWork(), load(threads))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> joined(List<String> reasons) {
        return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
    }

    private static Optional<String> disagreement(List<LatencyRun> runs, Percentile percentile, double factor) {
        long slowest = 0;
        long fastest = Long.MAX_VALUE;
        for (LatencyRun run : runs) {
            SortedLatencies sorted = new SortedLatencies(run.latencies());
            OptionalLong lower = sorted.lowerBound(percentile, RUN_LEVEL);
            OptionalLong upper = sorted.upperBound(percentile, RUN_LEVEL);
            slowest = Math.max(slowest, lower.orElse(0));
            fastest = Math.min(fastest, upper.orElse(Long.MAX_VALUE));
        }
        return slowest > factor * fastest ? Optional.of(apart(runs, percentile)) : Optional.empty();
    }

    /**
     * Whether tails differ by a factor, and calls above the 95th percentile of all are spread over runs more unevenly
     * than binomial counts are: their dispersion is then about chi-squared.
     */
    private static Optional<String> tailsDisagree(List<LatencyRun> runs) {
        if (runs.size() < 2) {
            return Optional.empty();
        }
        long[] tails = runs.stream()
                .mapToLong(run -> new SortedLatencies(run.latencies()).percentile(Percentile.P95))
                .sorted()
                .toArray();
        boolean isUneven = tails[tails.length - 1] > TAIL_FACTOR * tails[0]
                && dispersion(runs)
                        > new ChiSquaredDistribution(null, runs.size() - 1)
                                .inverseCumulativeProbability(1 - TAIL_ALARMS);
        return isUneven ? Optional.of(apart(runs, Percentile.P95)) : Optional.empty();
    }

    private static double dispersion(List<LatencyRun> runs) {
        Histogram all = LatencyRun.noLatencies();
        runs.forEach(run -> all.add(run.latencies()));
        long limit = all.highestEquivalentValue(new SortedLatencies(all).percentile(Percentile.P95));
        double share = (double) above(all, limit) / all.getTotalCount();
        double sum = 0;
        for (LatencyRun run : runs) {
            double expected = share * run.calls();
            if (expected < FEWEST_EXPECTED) {
                return 0;
            }
            double more = above(run.latencies(), limit) - expected;
            sum += more * more / (expected * (1 - share));
        }
        return sum;
    }

    private static long above(Histogram latencies, long limit) {
        return latencies.getTotalCount() - latencies.getCountBetweenValues(0, limit);
    }

    private static String apart(List<LatencyRun> runs, Percentile percentile) {
        long[] found = runs.stream()
                .mapToLong(run -> new SortedLatencies(run.latencies()).percentile(percentile))
                .sorted()
                .toArray();
        return percentile.text() + " was " + Nanos.text(found[0]) + " in one run and "
                + Nanos.text(found[found.length - 1]) + " in another, which is more than chance";
    }

    private Optional<String> unsteadyWork() {
        long least = work.stream().mapToLong(Long::longValue).min().orElse(0);
        long most = work.stream().mapToLong(Long::longValue).max().orElse(0);
        return most > WORK_FACTOR * least
                ? Optional.of("a fixed piece of work took " + Nanos.text(least) + " once and " + Nanos.text(most)
                        + " another time")
                : Optional.empty();
    }

    /** What measures is part of the load, and one thread is always there. */
    private Optional<String> load(int threads) {
        OptionalDouble load = machine.load();
        int processors = machine.processors();
        return load.isPresent() && load.getAsDouble() > LOAD_FACTOR * processors + threads - 1
                ? Optional.of(
                        String.format(Locale.ROOT, "the load is %.1f on %d processors", load.getAsDouble(), processors))
                : Optional.empty();
    }
}
