package io.github.tiercel.testkit;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Random clusters for rows: users, sessions or other units whose rows are not independent of each other.
 *
 * <pre>{@code
 * Design design = Design.independent(30).withClusters(ClusterArbitraries.ofRows(30).sample());
 * }</pre>
 *
 * @since 0.1
 */
public final class ClusterArbitraries {

    private ClusterArbitraries() {}

    /**
     * {@return for each row the number of its cluster, from 0 without gaps}
     *
     * <p>Clusters have three rows on average, one row each, or there is but one; rows of a cluster lie interleaved with
     * others.
     *
     * @param rows the number of rows
     */
    public static Arbitrary<int[]> ofRows(int rows) {
        return Arbitraries.of(List.of(rows / 3, 0, 100 * rows)).flatMap(most -> Arbitraries.integers()
                .between(0, most)
                .array(int[].class)
                .ofSize(rows)
                .map(Units::dense));
    }
}
