package io.github.tiercel.serving;

import java.util.List;
import java.util.OptionalLong;

/**
 * What a probe measures and how long it takes over it, with every default filled in.
 *
 * @param cases what latency is measured of, one after another
 * @param throughput what throughput is measured of, after that
 * @param memory whether memory is measured
 * @param runs how often each is repeated
 * @param run how long each run is
 * @param openNanos the least time of a run in the open loop, where what a model does now and then must have its turn
 * @param mostNanos the most that all takes
 * @param level the two-sided level of intervals
 * @param seed which rows are drawn
 * @param modelBytes the size of the model's files
 */
record ProbePlan(
        List<LatencyCase> cases,
        List<ThroughputCase> throughput,
        boolean memory,
        int runs,
        Extent run,
        long openNanos,
        long mostNanos,
        double level,
        long seed,
        OptionalLong modelBytes) {

    /** How many things share the time. */
    int parts() {
        return cases.size() + throughput.size();
    }

    Extent run(LatencyCase of) {
        return of.callsPerSecond().isPresent() ? new Extent(run.calls(), openNanos, run.mostNanos()) : run;
    }
}
