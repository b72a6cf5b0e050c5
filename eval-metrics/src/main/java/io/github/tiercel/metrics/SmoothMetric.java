package io.github.tiercel.metrics;

/**
 * A metric whose error is known row by row.
 *
 * <p>The influence value of row i is the derivative of the metric in the direction of more weight on that row, scaled
 * by the total weight W, so that {@code estimate - truth} behaves like the weighted mean of the influence values. From
 * this one vector come the standard error ({@code sqrt(sum w_i^2 IF_i^2) / W}), the paired test against another model
 * ({@code IF_a - IF_b}), the clustered and the stratified error. Influence values sum to zero when weighted by w.
 *
 * <p>Source: F. R. Hampel, "The Influence Curve and its Role in Robust Estimation", JASA 69 (1974),
 * doi:10.1080/01621459.1974.10482962.
 *
 * @param <P> the kind of predictions it reads
 * @since 0.1
 */
public interface SmoothMetric<P extends Predictions> extends Metric<P> {

    /**
     * The influence value of every row.
     *
     * @param predictions labels, scores and weights, on which {@link #value} is defined
     * @return a new array with one value a row in the caller's row order; 0 for a row of weight 0
     * @throws IllegalStateException if the metric is undefined on these predictions
     */
    double[] influence(P predictions);
}
