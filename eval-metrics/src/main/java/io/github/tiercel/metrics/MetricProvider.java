package io.github.tiercel.metrics;

import java.util.List;

/**
 * Metrics that a jar on the class path brings along, so that commands and gates know them by name.
 *
 * <p>It is found by {@link java.util.ServiceLoader}: name the implementing class, which needs a public constructor
 * without parameters, in {@code META-INF/services/io.github.tiercel.metrics.MetricProvider}. A metric of a name that
 * Tiercel has itself is refused, so that no jar can change what a known name means; {@code registry.MetricRegistry}
 * does the looking up.
 *
 * <pre>{@code
 * public final class RevenueMetrics implements MetricProvider {
 *   public List<Metric<?>> metrics() {
 *     return List.of(RowMeanMetric.of(
 *         "revenue", Direction.HIGHER_IS_BETTER, new Range(0, 10), (label, score) -> label && score >= 0.5 ? 10 : 0));
 *   }
 * }
 * }</pre>
 *
 * @since 0.1
 */
public interface MetricProvider {

    /** {@return the metrics, of one task or of several, with legal names that differ within a task} */
    List<Metric<?>> metrics();
}
