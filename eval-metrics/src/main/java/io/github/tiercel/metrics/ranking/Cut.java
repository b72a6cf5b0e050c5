package io.github.tiercel.metrics.ranking;

/** The number of ranks that a metric looks at. */
final class Cut {

    private Cut() {}

    static void check(int k) {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + k);
        }
    }

    static String name(String metric, int k) {
        return k == Ndcg.ALL_RANKS ? metric : metric + "@" + k;
    }
}
