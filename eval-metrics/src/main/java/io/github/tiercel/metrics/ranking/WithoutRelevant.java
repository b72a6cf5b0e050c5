package io.github.tiercel.metrics.ranking;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
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

    /**
     * {@return the rule of a name, or empty}
     *
     * @param name {@code "skip"}, {@code "zero"} or {@code "one"}, in exactly this spelling
     */
    public static Optional<WithoutRelevant> named(String name) {
        return Arrays.stream(values())
                .filter(rule -> rule.spelling().equals(name))
                .findFirst();
    }

    /** {@return the name as commands and results spell it: {@code skip}} */
    public String spelling() {
        return name().toLowerCase(Locale.ROOT);
    }

    OptionalDouble value() {
        return switch (this) {
            case SKIP -> OptionalDouble.empty();
            case ZERO -> OptionalDouble.of(0);
            case ONE -> OptionalDouble.of(1);
        };
    }
}
