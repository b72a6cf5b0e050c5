package io.github.tiercel.metrics.ranking;

import java.util.OptionalDouble;

/**
 * What a query without a relevant row counts. No ranking of it is better than another, so no value is right.
 *
 * @since 0.1
 */
public enum WithoutRelevant {
    /** It is left out of the mean, as in trec_eval. */
    SKIP,
    /** It counts 0, as in scikit-learn. */
    ZERO,
    /** It counts 1: nothing was missed. */
    ONE;

    OptionalDouble value() {
        return switch (this) {
            case SKIP -> OptionalDouble.empty();
            case ZERO -> OptionalDouble.of(0);
            case ONE -> OptionalDouble.of(1);
        };
    }
}
