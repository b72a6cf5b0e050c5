package io.github.tiercel.metrics.ranking;

/**
 * How a ranking metric counts what its formula leaves open.
 *
 * @param withoutRelevant what a query without a relevant row counts
 * @param ties what rows of equal score count
 * @since 0.1
 */
public record Counting(WithoutRelevant withoutRelevant, Ties ties) {

    /** Queries without a relevant row are skipped, ties are averaged. */
    public static final Counting DEFAULT = new Counting(WithoutRelevant.SKIP, Ties.AVERAGED);
}
