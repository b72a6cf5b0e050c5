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

    /** Says about how long a call takes. */
    private static final Extent FIRST_CALLS = new Extent(10, 200_000_000, 200_000_000);

    private static final double FIRST_LOAD = 0.5;
    private static final double NANOS_PER_SECOND = 1e9;

    /**
     * Measures it; empty if there was no time to find a rate that keeps the latency.
     *
     * @param threads calls for each thread; a latency is kept by the first alone
     */
    Optional<ThroughputProfile> profile(ThroughputCase of, List<? extends Calls> threads, long mostNanos)
            throws InterruptedException {
        Quiet quiet = Quiet.on(machine);
        quiet.listen();
        long end = machine.nanos() + mostNanos;
        new WarmUp(machine, LatencyMeasurement.WINDOW, mostNanos / LatencyMeasurement.WARM_UP_SHARE)
                .run(threads.get(0));
        return of.p99Nanos().isPresent()
                ? keeping(of.p99Nanos().getAsLong(), of.batchRows(), threads.get(0), quiet, end)
                : Optional.of(plain(of.batchRows(), threads, quiet, end));
    }

    private ThroughputProfile plain(int batchRows, List<? extends Calls> threads, Quiet quiet, long end)
            throws InterruptedException {
        double[] rates = new double[plan.runs()];
        int runs = 0;
        try (CallingThreads calling = new CallingThreads(threads, new ClosedLoop(machine))) {
            while (runs < rates.length && (runs == 0 || machine.nanos() < end)) {
                long mostOfRun = (end - machine.nanos()) / (rates.length - runs);
                rates[runs++] = calling.callsPerSecond(plan.run().within(mostOfRun));
                quiet.listen();
            }
        }
        return profile(Arrays.copyOf(rates, runs), batchRows, threads.size(), OptionalDouble.empty(), quiet);
    }

    private Optional<ThroughputProfile> keeping(long limitNanos, int batchRows, Calls calls, Quiet quiet, long end)
            throws InterruptedException {
        LatencyRun closed = new ClosedLoop(machine).run(calls, FIRST_CALLS);
        // What half of the calls exceed by themselves, no rate can keep.
        boolean isHopeless = new SortedLatencies(closed.latencies()).percentile(Percentile.P50) > limitNanos;
        double[] rates = isHopeless ? new double[plan.runs()] : rates(limitNanos, closed, calls, quiet, end);
        return rates.length == 0
                ? Optional.empty()
                : Optional.of(profile(rates, batchRows, 1, OptionalDouble.of(Nanos.millis(limitNanos)), quiet));
    }

    private double[] rates(long limitNanos, LatencyRun closed, Calls calls, Quiet quiet, long end)
            throws InterruptedException {
        RateSearch search = new RateSearch(machine, limitNanos, end);
        double first =
                FIRST_LOAD * NANOS_PER_SECOND / Math.max(1, closed.latencies().getMean());
        double[] rates = new double[plan.runs()];
        for (int run = 0; run < rates.length; run++) {
            OptionalDouble found = search.highest(calls, first);
            quiet.listen();
            if (found.isEmpty()) {
                return Arrays.copyOf(rates, run);
            }
            rates[run] = found.getAsDouble();
            first = rates[run] == 0 ? first : rates[run] / Math.sqrt(2);
        }
        return rates;
    }

    private ThroughputProfile profile(
            double[] callsPerSecond, int batchRows, int threads, OptionalDouble limit, Quiet quiet) {
        RunSpread spread = new RunSpread(
                Arrays.stream(callsPerSecond).map(calls -> batchRows * calls).toArray());
        Optional<Interval> interval = spread.interval(plan.level())
                .map(found -> new Interval(Math.max(0, found.lower()), found.upper(), found.level(), found.method()));
        return new ThroughputProfile(spread.mean(), interval, batchRows, threads, limit, quiet.noise(threads));
    }
}
