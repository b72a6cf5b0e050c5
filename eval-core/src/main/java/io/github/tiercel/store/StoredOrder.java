package io.github.tiercel.store;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.sampling.RowOrder;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The rows that models score, with what models read of them, in the order in which scores are kept.
 *
 * <p>Immutable, and safe for use by several threads.
 *
 * @param <X> what models read of one row
 * @since 0.1
 */
public final class StoredOrder<X> {

    private final EvaluationSet set;
    private final Features<X> features;
    private final boolean isLabelled;
    private @Nullable Known known;
    private @Nullable String labels;

    private StoredOrder(EvaluationSet set, Features<X> features, boolean isLabelled) {
        this.set = set;
        this.features = features;
        this.isLabelled = isLabelled;
    }

    /**
     * {@return the rows of a set in its order}
     *
     * @param set the rows
     * @param features what models read of them, in the set's own order
     * @param <X> what models read of one row
     */
    public static <X> StoredOrder<X> of(EvaluationSet set, Features<X> features) {
        return new StoredOrder<>(set, features, true);
    }

    /**
     * {@return rows without labels, which are only to be scored, in an order by hash}
     *
     * @param keys distinct keys, one for each row
     * @param features what models read of them
     * @param <X> what models read of one row
     * @throws io.github.tiercel.data.DataException if a key repeats, or there is not one for each row
     */
    public static <X> StoredOrder<X> unlabelled(long[] keys, Features<X> features) {
        EvaluationSet rows =
                EvaluationSet.regression(new double[features.rows()]).ids(keys).build();
        return new StoredOrder<>(rows, features, false);
    }

    /** {@return the number of rows} */
    public int rows() {
        return set.rows();
    }

    /**
     * {@return the same rows in the order in which scores of them are kept in a store}
     *
     * @param store the store
     */
    public StoredOrder<X> frozenIn(PredictionStore store) {
        return isLabelled ? of(store.frozen(set, features), features) : this;
    }

    EvaluationSet set() {
        return set;
    }

    boolean isLabelled() {
        return isLabelled;
    }

    /** {@return what models read of the rows, in the set's own order} */
    public Features<X> features() {
        return features;
    }

    /** {@return which row stands at which position} */
    public RowOrder order() {
        return set.order();
    }

    /**
     * {@return the SHA-256 of what tells these rows in this order from all others, their keys and content; empty if
     * nothing is known of their content. Computed on first use}
     */
    public Optional<String> fingerprint() {
        // Racing threads may hash twice; both arrive at the same text, so no lock is needed.
        Known hashed = known;
        if (hashed == null) {
            hashed = new Known(features.fingerprint(set.keys(), set.order().rows(set.rows())));
            known = hashed;
        }
        return hashed.fingerprint();
    }

    /** {@return the SHA-256 of the labels in this order. Computed on first use} */
    public String labels() {
        String hashed = labels;
        if (hashed == null) {
            hashed = RowLabelsFile.fingerprint(RowLabels.of(set, order()));
            labels = hashed;
        }
        return hashed;
    }

    /** A hash that was computed, whether there is one or not. */
    private record Known(Optional<String> fingerprint) {}
}
