package io.github.tiercel.metrics.resample;

/**
 * How replicates get their weights.
 *
 * <table>
 * <caption>Schemes</caption>
 * <tr><th>scheme</th><th>pairs two models</th><th>cost of a replicate</th></tr>
 * <tr><td>row-hashed</td><td>yes</td><td>O(rows), a hash a row</td></tr>
 * <tr><td>within-strata</td><td>yes</td><td>O(rows)</td></tr>
 * <tr><td>compressed</td><td>no</td><td>O(segments of equal meaning), at most the rows</td></tr>
 * <tr><td>rank-blocks</td><td>no</td><td>O(blocks), a fixed number</td></tr>
 * </table>
 *
 * <p>All of them depend on the seed and never on threads. A scheme that does not hold for a metric or its rows is
 * refused ({@link Bootstrap#refusal}) and never replaced silently.
 *
 * <pre>{@code
 * Bootstrap.of(rowKeys, 42, 1000);    // row-hashed
 * Bootstrap.compressed(42, 1000);     // one model, one weight, no keys
 * }</pre>
 *
 * <p>Source: N. Chamandy et al., Estimating Uncertainty for Massive Data Streams, Google (2012), for Poisson weights
 * that are hashes of keys.
 *
 * @since 0.1
 */
public enum Scheme {
    /**
     * Each row, cluster or query has a Poisson(1) weight that is a pure function of seed, key and replicate. Holds for
     * everything: weights, clusters, several models on the same rows; and replicates are the same however rows are
     * parted over machines.
     */
    ROW_HASHED("row-hashed"),

    /** Within each stratum a replicate draws its units with return; for sizes of strata that were fixed by design. */
    WITHIN_STRATA("within-strata"),

    /**
     * The rows of each segment of equal meaning get one Poisson draw together, as many as there are rows on average:
     * the same distribution as {@link #ROW_HASHED} for metrics that read ranks, thresholds or score groups, and for
     * means but for a normal part within segments. Holds for one model on independent rows that count alike.
     */
    COMPRESSED("compressed"),

    /**
     * Like {@link #COMPRESSED}, with rows of nearby ranks in one block: an approximation whose cost does not depend on
     * the number of rows. Each result says what the blocks change in the value itself.
     */
    RANK_BLOCKS("rank-blocks");

    private final String title;

    Scheme(String title) {
        this.title = title;
    }

    /** {@return whether a row counts the same for all models, so that replicates of two models can be compared} */
    public boolean pairs() {
        return this == ROW_HASHED || this == WITHIN_STRATA;
    }

    /** {@return the name in results} */
    public String title() {
        return title;
    }
}
