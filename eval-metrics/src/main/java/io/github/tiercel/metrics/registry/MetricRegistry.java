package io.github.tiercel.metrics.registry;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Task;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The metrics of one task by name: those of Tiercel, and those that jars on the class path bring along as
 * {@link io.github.tiercel.metrics.MetricProvider}.
 *
 * <p>Providers are looked for once, when the registry is made. Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * var registry = MetricRegistry.of(MetricFamily.BINARY, Thread.currentThread().getContextClassLoader());
 * Metric<BinaryPredictions> revenue = registry.named("revenue").orElseThrow();
 * }</pre>
 *
 * @param <P> the predictions that the metrics read
 * @since 0.1
 */
public final class MetricRegistry<P extends Predictions> {

    private final MetricFamily<P> family;
    private final List<Metric<P>> provided;

    private MetricRegistry(MetricFamily<P> family, List<Metric<P>> provided) {
        this.family = family;
        this.provided = provided;
    }

    /**
     * {@return the metrics of a task}
     *
     * @param task any task
     * @param loader where providers are looked for
     * @throws IllegalArgumentException as {@link #of(MetricFamily, ClassLoader)}
     */
    public static MetricRegistry<?> of(Task task, ClassLoader loader) {
        return of(MetricFamily.of(task), loader);
    }

    /**
     * {@return the metrics of a family and those of its task that providers bring along}
     *
     * @param <P> the predictions that the metrics read
     * @param family metrics of Tiercel
     * @param loader where providers are looked for
     * @throws IllegalArgumentException if a provider cannot be loaded or fails, or if a metric of the task has a name
     *     that is not legal, is one of Tiercel's own, or is given twice; the message names the provider
     */
    public static <P extends Predictions> MetricRegistry<P> of(MetricFamily<P> family, ClassLoader loader) {
        return new MetricRegistry<>(family, ProvidedMetrics.of(family, loader));
    }

    /** {@return the task they measure} */
    public Task task() {
        return family.task();
    }

    /**
     * {@return every metric of the family, then those of providers, in the order in which they were found; immutable}
     */
    public List<Metric<P>> all() {
        return Stream.concat(family.all().stream(), provided.stream()).toList();
    }

    /** {@return the names of {@link #all}; immutable} */
    public List<String> names() {
        return all().stream().map(Metric::name).toList();
    }

    /** {@return how names with a parameter are spelt, the parameter in capitals; immutable} */
    public List<String> patterns() {
        return family.patterns();
    }

    /**
     * {@return the metric of a name, or empty}
     *
     * @param name a name such as {@code "roc_auc"} or {@code "partial_auc_0.2"}, in exactly this spelling
     */
    public Optional<Metric<P>> named(String name) {
        return family.named(name).or(() -> provided.stream()
                .filter(metric -> metric.name().equals(name))
                .findFirst());
    }
}
