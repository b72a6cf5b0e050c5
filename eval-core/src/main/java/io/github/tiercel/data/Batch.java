package io.github.tiercel.data;

/**
 * Some rows, as a model gets them in one call.
 *
 * @param <X> what a model reads of one row
 * @since 0.1
 */
public interface Batch<X> {

    /** {@return the number of rows, at least 1} */
    int size();

    /**
     * {@return a row}
     *
     * @param i its place in the batch, in [0, {@link #size()})
     */
    X row(int i);

    /**
     * {@return some rows of this batch, as a view of it. A batch of a kind that a model knows makes one of its kind}
     *
     * @param places places in this batch, at least one, in any order and as often as one likes; not copied
     */
    default Batch<X> select(int[] places) {
        return new BatchView<>(this, places);
    }
}
