package io.github.tiercel.benchmarks.peers;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether programs computed the same thing: every value that one shares with Tiercel must be the same to 1e-9. */
final class Agreement {

    private static final double TOLERANCE = 1e-9;

    private Agreement() {}

    /** A sentence about each value that differs. */
    static List<String> differences(List<Measurement> measurements) {
        return measurements.stream()
                .flatMap(other -> other.values().entrySet().stream()
                        .map(value -> difference(baseline(other.job(), measurements), other, value))
                        .flatMap(Optional::stream))
                .toList();
    }

    /** Tiercel's measurement of the same job. */
    static Measurement baseline(Job job, List<Measurement> measurements) {
        return measurements.stream()
                .filter(measurement -> measurement.job() == job)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<String> difference(
            Measurement tiercel, Measurement other, Map.Entry<String, Double> value) {
        Double expected = tiercel.values().get(value.getKey());
        return expected == null || Math.abs(value.getValue() - expected) <= TOLERANCE
                ? Optional.empty()
                : Optional.of("%s of %s is %s, but Tiercel has %s: they differ by more than %s"
                        .formatted(value.getKey(), other.program(), value.getValue(), expected, TOLERANCE));
    }
}
