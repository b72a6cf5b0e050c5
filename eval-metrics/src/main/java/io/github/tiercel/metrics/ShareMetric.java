package io.github.tiercel.metrics;

/**
 * A mean of yes and no: the value of each row (or query) is 1 or 0, and something between only where a tie leaves it
 * open. Shares of rows that count alike are binomial, so they get Wilson and Clopper-Pearson intervals.
 *
 * @param <P> the kind of predictions it reads
 * @since 0.1
 */
public interface ShareMetric<P extends Predictions> extends MeanMetric<P> {

    /**
     * {@return whether labels alone say which rows it is a share of}
     *
     * <p>They do for accuracy and recall. Precision is a share of rows that scores choose, so its number of rows is
     * random too.
     */
    default boolean isOfFixedRows() {
        return true;
    }
}
