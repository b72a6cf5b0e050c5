package io.github.tiercel.serving;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.ThroughputProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Measures throughput: as many calls as can be, by as many threads as the model allows, or as many as keep a latency.
 */
record ThroughputMeasurement(Machine machine, ProbePlan plan) {

    private static final long STEP_NANOS = 200_000_000;
    private static final double FIRST_LOAD = 0.5;
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * Measures it.
     *
     * @param threads calls for each thread; a latency is kept by the first alone
     */
    ThroughputProfile profile(ThroughputCase of, List<? extends Calls> threads, long mostNanos)
            throws InterruptedException {
        long end = machine.nanos() + mostNanos;
        new WarmUp(machine, LatencyMeasurement.WINDOW, mostNanos / LatencyMeasurement.WARM_UP_SHARE)
                .run(threads.get(0));
        return of.p99Nanos().isPresent()
                ? keeping(of.p99Nanos().getAsLong(), of.batchRows(), threads.get(0), end)
                : plain(of.batchRows(), threads, end);
    }

    private ThroughputProfile plain(int batchRows, List<? extends Calls> threads, long end)
            throws InterruptedException {
        double[] rates = new double[plan.runs()];
        int runs = 0;
        try (CallingThreads calling = new CallingThreads(threads, new ClosedLoop(machine))) {
            while (runs < rates.length && (runs == 0 || machine.nanos() < end)) {
                long mostOfRun = (end - machine.nanos()) / (rates.length - runs);
                rates[runs++] = batchRows * calling.callsPerSecond(plan.run().within(mostOfRun));
            }
        }
        return profile(rates, runs, batchRows, threads.size(), OptionalDouble.empty());
    }

    private ThroughputProfile keeping(long limitNanos, int batchRows, Calls calls, long end)
            throws InterruptedException {
        RateSearch search = new RateSearch(machine, limitNanos, STEP_NANOS);
        LatencyRun closed = new ClosedLoop(machine).run(calls, new Extent(10, STEP_NANOS, STEP_NANOS));
        double rate =
                FIRST_LOAD * NANOS_PER_SECOND / Math.max(1, closed.latencies().getMean());
        double[] rates = new double[plan.runs()];
        int runs = 0;
        while (runs < rates.length && (runs == 0 || machine.nanos() < end)) {
            double found = search.highest(calls, rate);
            rates[runs++] = batchRows * found;
            rate = found == 0 ? rate : found / Math.sqrt(2);
        }
        return profile(rates, runs, batchRows, 1, OptionalDouble.of(Nanos.millis(limitNanos)));
    }

    private ThroughputProfile profile(double[] rates, int runs, int batchRows, int threads, OptionalDouble limit) {
        RunSpread spread = new RunSpread(Arrays.copyOf(rates, runs));
        Optional<Interval> interval = spread.interval(plan.level())
                .map(found -> new Interval(Math.max(0, found.lower()), found.upper(), found.level(), found.method()));
        return new ThroughputProfile(spread.mean(), interval, batchRows, threads, limit);
    }
}
