package io.github.tiercel.metrics;

/**
 * Receives influence values that all rows of one score and label share.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface InfluenceSink {

    /**
     * Takes in the influence values of some groups; blocks come in any order, each group once.
     *
     * @param block groups with their weights and influence values; filled anew afterwards
     */
    void accept(GroupBlock block);
}
