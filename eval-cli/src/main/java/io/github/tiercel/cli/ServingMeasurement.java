package io.github.tiercel.cli;

import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.ServingDemand;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.serving.LatencyProbe;
import io.github.tiercel.serving.MemoryWatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Measures models in service: single rows always, and what else is wanted.
 *
 * @param batches rows in further calls to measure
 * @param rates further rates of the open loop, in calls of single rows a second
 * @param demands what will be read
 * @param isThroughputWanted whether throughput in batches is measured even if nothing reads it
 * @param runs how often each measurement is repeated
 * @param seconds the most seconds for a model
 * @param level the level of intervals
 * @param seed chooses the rows
 */
record ServingMeasurement(
        List<Integer> batches,
        List<Double> rates,
        Set<ServingDemand> demands,
        boolean isThroughputWanted,
        int runs,
        double seconds,
        double level,
        long seed) {

    private static final double NANOS = 1e9;

    ServingMeasurement {
        batches = List.copyOf(batches);
        rates = List.copyOf(rates);
        demands = Set.copyOf(demands);
    }

    /**
     * Measures a model, which is opened anew so that its memory is told from what was there before.
     *
     * @param path the model's file
     * @param columns the columns that it reads, if its file does not name them
     * @param rows rows such as it will get, which are there before
     */
    ServingProfile of(Path path, List<String> columns, Features<FeatureRow> rows) {
        try (MemoryWatch watch = MemoryWatch.start();
                ModelFile model = ModelFile.open(path, columns)) {
            return of(model, rows, watch);
        }
    }

    private ServingProfile of(ModelFile model, Features<FeatureRow> features, MemoryWatch watch) {
        return Usage.of(() -> probe(model, features, watch)).measure();
    }

    private LatencyProbe<FeatureRow> probe(ModelFile model, Features<FeatureRow> features, MemoryWatch watch) {
        LatencyProbe.Builder<FeatureRow> probe = LatencyProbe.of(model.predictor(), features)
                .runs(runs)
                .atMost(Duration.ofNanos((long) (seconds * NANOS)))
                .level(level)
                .seed(seed)
                .modelBytes(model.bytes())
                .memory(watch);
        batches.forEach(probe::batchRows);
        rates.forEach(rate -> probe.arrivals(rate, 1));
        demands.stream()
                .filter(ServingDemand::isLatency)
                .sorted(ServingMeasurement::inOrder)
                .forEach(demand -> add(probe, demand));
        if (isThroughputWanted) {
            probe.throughput();
        }
        demands.stream()
                .filter(ServingDemand::isThroughput)
                .sorted(ServingMeasurement::inOrder)
                .forEach(demand -> addThroughput(probe, demand));
        return probe.build();
    }

    private static int inOrder(ServingDemand one, ServingDemand other) {
        return one.toString().compareTo(other.toString());
    }

    private static void add(LatencyProbe.Builder<FeatureRow> probe, ServingDemand demand) {
        OptionalInt rows = demand.batchRows();
        if (demand.arrivalsPerSecond().isPresent()) {
            probe.arrivals(demand.arrivalsPerSecond().getAsDouble(), rows.orElse(1));
        } else {
            rows.ifPresent(probe::batchRows);
        }
    }

    private static void addThroughput(LatencyProbe.Builder<FeatureRow> probe, ServingDemand demand) {
        demand.keptP99()
                .ifPresentOrElse(
                        most -> probe.throughput(demand.throughputRows(), most),
                        () -> probe.throughput(demand.throughputRows()));
    }
}
