package io.github.tiercel.cli;

import io.github.tiercel.evaluation.ServingDemand;
import io.github.tiercel.gate.Gates;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** How models are measured in service, where that is asked for or gates read it. */
final class ServingOptions {

    static final String LATENCY = "--latency";
    static final String RUNS = "--latency-runs";
    static final String SECONDS = "--latency-seconds";

    private static final int BATCH_ROWS = 64;
    private static final double MOST_SECONDS = 86_400;

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
        check(RUNS, runs, SECONDS, seconds);
    }

    static void check(String runsOption, int runs, String secondsOption, double seconds) {
        if (runs < 1) {
            throw Usage.mistake(runsOption + " is " + runs + ". It is a number of at least 1.");
        }
        if (!(seconds > 0 && seconds <= MOST_SECONDS)) {
            throw Usage.mistake(
                    secondsOption + " is " + seconds + ". It is a number of seconds above 0, at most 86400.");
        }
    }

    /** {@return how to measure models, if that is asked for or gates read it} */
    Optional<ServingMeasurement> measurement(Optional<Gates> gates, double level, long seed) {
        Set<ServingDemand> read = gates.map(Gates::serving).orElse(Set.of());
        return latency || !read.isEmpty()
                ? Optional.of(new ServingMeasurement(
                        latency ? List.of(BATCH_ROWS) : List.of(),
                        List.of(),
                        read,
                        latency,
                        runs,
                        seconds,
                        level,
                        seed))
                : Optional.empty();
    }
}
