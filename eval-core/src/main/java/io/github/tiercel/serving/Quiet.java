package io.github.tiercel.serving;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Listens for noise while something is measured: whether a fixed piece of work takes the same time before, between and
 * after the runs, whether the runs agree, whether more wants to run than there are processors.
 *
 * <p>Runs disagree if a percentile of one of them is, as far as its calls tell, larger than that of another by a
 * factor. On a machine whose calls are independent and alike, that is said of one measurement in 1,000 at most. One
 * thread.
 */
final class Quiet {

    private static final int WARM_UP = 50;
    private static final int REPEATS = 15;
    private static final double WORK_FACTOR = 1.25;
    private static final double LOAD_FACTOR = 1.5;
    private static final double MEDIAN_FACTOR = 1.25;
    private static final double TAIL_FACTOR = 2;
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

    /** {@return what makes the measurement unreliable, in a sentence; empty if nothing does} */
    Optional<String> noise(List<LatencyRun> runs) {
        List<String> reasons = new ArrayList<>();
        disagreement(runs, Percentile.P50, MEDIAN_FACTOR)
                .or(() -> disagreement(runs, Percentile.P99, TAIL_FACTOR))
                .ifPresent(reasons::add);
        reasons.addAll(ofMachine(1));
        return sentence(reasons);
    }

    /** {@return the same of what so many threads did, without a look at how runs agree} */
    Optional<String> noise(int threads) {
        return sentence(ofMachine(threads));
    }

    private List<String> ofMachine(int threads) {
        return Stream.of(unsteadyWork(), load(threads))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> sentence(List<String> reasons) {
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of("Too noisy to tell: " + String.join("; ", reasons) + ".");
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
