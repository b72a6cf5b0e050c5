package io.github.tiercel.metrics;

/**
 * A metric that is a weighted mean: {@code sum w_i v_i / sum w_i} over rows, or over queries.
 *
 * <p>Declaring a mean as one says how it is resampled and what its interval is: a replicate is a mean of the same
 * values under other weights, and a mean is normal by itself, however its range is bounded.
 *
 * @param <P> the kind of predictions it reads
 * @since 0.1
 */
public interface MeanMetric<P extends Predictions> extends SmoothMetric<P> {

    /**
     * {@return what the metric is the mean of}
     *
     * @param predictions labels, scores and weights, on which {@link #value} is defined
     * @throws IllegalStateException if the metric is undefined on these predictions
     */
    MeanTerms terms(P predictions);
}
