package io.github.tiercel.result;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How a model behaves in service, as measured on one machine at one time.
 *
 * @param latency how long calls take, once for each batch size and way of asking; the first is the one that a limit
 *     without further words is held against
 * @param throughput how many rows a second the model scores, once for each batch size and latency to keep; empty if not
 *     measured
 * @param memory what the model takes; empty if not measured
 * @param modelBytes the size of the model's files; empty if it has none
 * @param probeNanos what measuring costs with each call, in nanoseconds, as measured with calls that do nothing; of
 *     that, the reading of the clock is contained in the latencies
 * @since 0.1
 */
public record ServingProfile(
        List<LatencyProfile> latency,
        List<ThroughputProfile> throughput,
        Optional<MemoryUse> memory,
        OptionalLong modelBytes,
        double probeNanos) {

    /** Copies the lists. */
    public ServingProfile {
        latency = List.copyOf(latency);
        throughput = List.copyOf(throughput);
    }
}
