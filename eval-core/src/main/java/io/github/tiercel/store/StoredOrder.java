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
    private @Nullable Known known;
    private @Nullable String labels;

    private StoredOrder(EvaluationSet set, Features<X> features) {
        this.set = set;
        this.features = features;
    }

    /**
     * {@return the rows of a set in its order}
     *
     * @param set the rows
     * @param features what models read of them, in the set's own order
     * @param <X> what models read of one row
     */
    public static <X> StoredOrder<X> of(EvaluationSet set, Features<X> features) {
        return new StoredOrder<>(set, features);
    }

    /** {@return the number of rows} */
    public int rows() {
        return set.rows();
    }

    EvaluationSet set() {
        return set;
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
