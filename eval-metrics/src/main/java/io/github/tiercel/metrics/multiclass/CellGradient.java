package io.github.tiercel.metrics.multiclass;

/**
 * The derivative of a metric with respect to the share of all weight in each cell of a confusion table, the other
 * shares staying as they are. {@link io.github.tiercel.metrics.binary.CellGradient} is by weight: this one divided by
 * the total.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface CellGradient {

    /**
     * {@return the derivative in one cell}
     *
     * @param label the index of the class that rows of the cell are of
     * @param decision the index of the class predicted for them
     */
    double at(int label, int decision);
}
