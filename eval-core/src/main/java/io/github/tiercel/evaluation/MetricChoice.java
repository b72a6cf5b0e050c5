package io.github.tiercel.evaluation;

import io.github.tiercel.data.NearestName;
import io.github.tiercel.data.UsageException;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds metrics of a task by name, among the registered ones and the caller's own. */
final class MetricChoice<P extends Predictions> {

    private final TaskKind<P> kind;
    private final Map<String, Metric<P>> own = new LinkedHashMap<>();
    private final double threshold;

    MetricChoice(TaskKind<P> kind, List<Metric<?>> own, double threshold) {
        this.kind = kind;
        this.threshold = threshold;
        own.forEach(metric -> this.own.put(metric.name(), ofKind(metric)));
    }

    @SuppressWarnings("unchecked") // What a metric reads is of the kind, so P is its type.
    private Metric<P> ofKind(Metric<?> metric) {
        if (metric.reads() != kind.reads()) {
            throw new UsageException(
                    "UNKNOWN_METRIC",
                    "Metric \"" + metric.name() + "\" is one of "
                            + Task.of(metric).spelling() + ", but the labels are of the task "
                            + kind.registry().task().spelling() + ".");
        }
        return (Metric<P>) metric;
    }

    /** The metrics in the order of the names, each once. */
    List<Metric<P>> of(Set<String> names) {
        List<Metric<P>> metrics = new ArrayList<>();
        for (String name : new LinkedHashSet<>(names)) {
            metrics.add(kind.at(named(name).orElseThrow(() -> unknown(name)), threshold));
        }
        return metrics;
    }

    private Optional<Metric<P>> named(String name) {
        return Optional.ofNullable(own.get(name)).or(() -> kind.named(name));
    }

    private IllegalArgumentException unknown(String name) {
        return new UsageException(
                "UNKNOWN_METRIC",
                "There is no metric \"" + name + "\""
                        + elsewhere(name)
                                .or(() -> ParameterRule.of(name, kind.registry().patterns())
                                        .map(rule -> ": " + rule))
                                .orElseGet(() -> "." + NearestName.suggestion(name, known()) + list()));
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(kind.registry().names());
        known.addAll(own.keySet());
        return known;
    }

    private String list() {
        return " Metrics of " + kind.registry().task().spelling() + " predictions: " + String.join(", ", known())
                + patterns() + ".";
    }

    /** A metric of another task was meant, or the task is not the one that was meant. */
    private Optional<String> elsewhere(String name) {
        return Arrays.stream(Task.values())
                .filter(task -> MetricFamily.of(task).named(name).isPresent())
                .findFirst()
                .map(task -> " here: it is one of " + task.spelling() + " predictions." + list());
    }

    private String patterns() {
        List<String> patterns = kind.registry().patterns();
        return patterns.isEmpty() ? "" : "; and of any parameter: " + String.join(", ", patterns);
    }
}
