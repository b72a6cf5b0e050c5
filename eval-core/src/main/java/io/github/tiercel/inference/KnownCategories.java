package io.github.tiercel.inference;

import io.github.tiercel.data.Batch;
import java.util.List;

/**
 * The categories of one column that a model knows. A row with any other looks to it like one with none, and gets a
 * plausible score all the same. Safe for use by several threads.
 *
 * @param <X> what the model reads of one row
 * @since 0.1
 */
public interface KnownCategories<X> {

    /** {@return the column's name} */
    String column();

    /** {@return the categories as text, at least one, in the order of the model} */
    List<String> known();

    /**
     * {@return how many rows hold another category, and which}
     *
     * @param batch some rows; not to be kept after the call
     */
    UnknownCategories unknown(Batch<X> batch);
}
