package io.github.tiercel.result;

import java.util.Collection;
import java.util.Optional;

/**
 * What gates say of a model.
 *
 * @since 0.1
 */
public enum Verdict {
    /** Every value inside the interval satisfies the rule. */
    PASS,
    /** Some values inside the interval satisfy the rule and some do not, or there is no interval. */
    INCONCLUSIVE,
    /** No value inside the interval satisfies the rule. */
    FAIL;

    /**
     * {@return the worst of several verdicts: any FAIL beats INCONCLUSIVE, which beats PASS; empty for none}
     *
     * @param verdicts verdicts that must all be PASS
     */
    public static Optional<Verdict> worst(Collection<Verdict> verdicts) {
        return verdicts.stream().max(Verdict::compareTo);
    }
}
