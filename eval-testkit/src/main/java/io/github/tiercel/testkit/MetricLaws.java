package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;

/**
 * The laws that every metric keeps, as jqwik properties that a test inherits: those of its {@linkplain ValueLaws
 * value}, of its {@linkplain InfluenceLaws influence values}, and of the {@linkplain IntervalLaws intervals} that
 * Tiercel makes of them.
 *
 * <p>In the laws, M is the metric, w_i the weight of row i, W the sum of weights, and "equal" means: both values are
 * undefined for the same reason, or both are numbers that differ by at most {@link #tolerance()} (absolute below 1,
 * relative above). Laws about influence values hold for {@link SmoothMetric} and say nothing of other metrics. A
 * failure names the metric and the law, and shows the smallest predictions that were found to break it.
 *
 * <pre>{@code
 * class PriceErrorProperties implements MetricLaws<RegressionPredictions> {
 *   public Metric<RegressionPredictions> metric() {
 *     return new PriceError();
 *   }
 * }
 * }</pre>
 *
 * <p>Every run tries the same predictions, because seeds are fixed: a build cannot fail by chance. How many each law
 * tries is jqwik's {@code jqwik.tries.default}, 1000 unless {@code junit-platform.properties} or a system property of
 * that name says otherwise. What only some metrics keep is in {@link RankMetricLaws}, {@link MirrorMetricLaws} and
 * {@link MeanMetricLaws}.
 *
 * @param <P> the kind of predictions the metric reads; predictions of this kind are drawn by type
 * @since 0.1
 */
public interface MetricLaws<P extends Predictions> extends ValueLaws<P>, InfluenceLaws<P>, IntervalLaws<P> {}
