package io.github.tiercel.cli;

import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.ServingDemand;
import io.github.tiercel.gate.Gates;
import io.github.tiercel.inference.BatchInference;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.serving.LatencyProbe;
import io.github.tiercel.serving.MemoryWatch;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import picocli.CommandLine.Option;

/** How models are measured in service, where that is asked for or gates read it. */
final class ServingOptions {

    static final String LATENCY = "--latency";
    static final String RUNS = "--latency-runs";
    static final String SECONDS = "--latency-seconds";

    private static final int BATCH_ROWS = 64;
    private static final double NANOS = 1e9;

    @Option(
            names = LATENCY,
            description = "Measure how long calls of the models take, how many rows a second they score, and their"
                    + " memory, even if no gate reads it.")
    boolean latency;

    @Option(
            names = RUNS,
            defaultValue = "5",
            paramLabel = "N",
            description = "How often each of these measurements is repeated (default: ${DEFAULT-VALUE}).")
    int runs = 5;

    @Option(
            names = SECONDS,
            defaultValue = "30",
            paramLabel = "S",
            description = "The most seconds to measure a model for; limits that are not decided by then stay open"
                    + " (default: ${DEFAULT-VALUE}).")
    double seconds;

    /** Refuses numbers that mean nothing. */
    void check() {
        if (runs < 1) {
            throw new IllegalArgumentException(RUNS + " is " + runs + ". It is a number of at least 1.");
        }
        if (!(seconds > 0 && seconds <= Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(SECONDS + " is " + seconds + ". It is a number of seconds above 0.");
        }
    }

    /** {@return what is to be read of models in service; empty if nothing is, so that nothing need be measured} */
    Optional<Set<ServingDemand>> demands(Optional<Gates> gates) {
        Set<ServingDemand> read = gates.map(Gates::serving).orElse(Set.of());
        return latency || !read.isEmpty() ? Optional.of(read) : Optional.empty();
    }

    /**
     * Measures a model.
     *
     * @param demands what will be read besides the latency of single rows
     * @param watch watches memory since before the model was opened
     */
    ServingProfile profile(
            ModelFile model, Features<FeatureRow> features, Set<ServingDemand> demands, MemoryWatch watch) {
        LatencyProbe.Builder<FeatureRow> probe = LatencyProbe.of(model.predictor(), features)
                .runs(runs)
                .atMost(Duration.ofNanos((long) (seconds * NANOS)))
                .modelBytes(model.bytes())
                .memory(watch);
        if (latency) {
            probe.batchRows(BATCH_ROWS);
        }
        demands.stream().filter(ServingDemand::isLatency).forEach(demand -> latency(probe, demand));
        if (latency || demands.stream().anyMatch(demand -> demand.quantity().equals("throughput"))) {
            probe.throughput(BatchInference.DEFAULT_BATCH_ROWS);
        }
        return probe.build().measure();
    }

    private static void latency(LatencyProbe.Builder<FeatureRow> probe, ServingDemand demand) {
        OptionalInt rows = demand.batchRows();
        if (demand.arrivalsPerSecond().isPresent()) {
            probe.arrivals(demand.arrivalsPerSecond().getAsDouble(), rows.orElse(1));
        } else {
            rows.ifPresent(probe::batchRows);
        }
    }
}
