package io.github.tiercel.evaluation;

import java.util.Optional;

/**
 * Which slices a result lists, and whether those that are worse than the rest are searched for. Immutable.
 *
 * <p>A search looks at every value of the columns to slice by, and at every pair of values of two of them, without
 * listing these pairs; see {@link io.github.tiercel.result.SliceSearch}. It is exploratory: confirm what it finds on
 * other rows, for example with {@link io.github.tiercel.data.HoldoutSplit}.
 *
 * <pre>{@code
 * Evaluator evaluator = Evaluator.of(set).slicing(Slicing.all().minRows(100).searching("roc_auc")).build();
 * }</pre>
 *
 * @param minRows the fewest rows of positive weight that a slice is listed with, and searched; at least 1
 * @param searches whether worse slices are searched for
 * @param metric what they are worse by; empty for the first gated metric that has a standard error and a better end,
 *     else the first such metric of all
 * @since 0.1
 */
public record Slicing(int minRows, boolean searches, Optional<String> metric) {

    /**
     * Checks the number.
     *
     * @throws IllegalArgumentException if {@code minRows} is below 1
     */
    public Slicing {
        if (minRows < 1) {
            throw new IllegalArgumentException(
                    "minRows must be at least 1, got " + minRows + ". Slices without a row are never listed.");
        }
    }

    /** {@return every slice listed, and no search} */
    public static Slicing all() {
        return new Slicing(1, false, Optional.empty());
    }

    /**
     * {@return the same without slices of fewer rows. How many are left out is a warning; a slice that a gate reads is
     * listed all the same, and folds of a cross-validation are}
     *
     * @param rows at least 1
     * @throws IllegalArgumentException if the number is below 1
     */
    public Slicing minRows(int rows) {
        return new Slicing(rows, searches, metric);
    }

    /** {@return the same with a search by the first gated metric, else by the first of all} */
    public Slicing searching() {
        return new Slicing(minRows, true, Optional.empty());
    }

    /**
     * {@return the same with a search}
     *
     * @param name the name of a metric with a standard error, computed if nobody else asked for it
     */
    public Slicing searching(String name) {
        return new Slicing(minRows, true, Optional.of(name));
    }
}
