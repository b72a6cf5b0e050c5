package io.github.tiercel.evaluation;

import io.github.tiercel.data.NearestName;
import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds metrics by name, among the registered ones and the caller's own. */
final class MetricChoice {

    private final Map<String, Metric<BinaryPredictions>> known = new LinkedHashMap<>();

    MetricChoice(List<Metric<BinaryPredictions>> own, double threshold) {
        Stream.concat(BinaryMetrics.all().stream(), own.stream())
                .forEach(metric -> known.put(metric.name(), BinaryMetrics.at(metric, threshold)));
    }

    /** The metrics in the order of the names, each once. */
    List<Metric<BinaryPredictions>> of(Set<String> names) {
        List<Metric<BinaryPredictions>> metrics = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            Metric<BinaryPredictions> metric = known.get(name);
            if (metric == null) {
                throw new IllegalArgumentException(
                        "There is no metric \"" + name + "\"." + NearestName.suggestion(name, known.keySet())
                                + " Metrics of binary predictions: " + String.join(", ", known.keySet()) + ".");
            }
            metrics.add(metric);
        }
        return metrics;
    }
}
