package io.github.tiercel.metrics.sort;

/**
 * The distinct scores of rows that count alike, in descending order, each with the number of positive and of negative
 * rows at or above it. Which row stands where is not kept, which makes the sort several times faster than one of rows.
 *
 * <p>Few distinct scores are counted in a hash table. Otherwise the bits of a score and its label make one number of 64
 * bits: all scores of one sign share the sign bit, so nothing is lost, and scores below zero are sorted apart from the
 * others. {@code -0.0} and {@code 0.0} are one score; infinite scores are scores like others.
 *
 * <p>At a million rows about 2 ns a row for a thousand distinct scores, 12 to 13 for continuous ones. Memory while it
 * runs: 16 bytes a row; kept: 16 bytes a distinct score. Immutable, and safe for use by several threads.
 *
 * <pre>{@code
 * ScoreCounts counts = ScoreCounts.of(new boolean[] {true, false}, new double[] {0.5, 0.5});
 * counts.size();           // 1
 * counts.falsePositives(0) // 1
 * }</pre>
 *
 * @since 0.1
 */
public final class ScoreCounts {

    private final long[] scoreBits;

    /** True positives in the upper half, false positives in the lower one. */
    private final long[] counts;

    /** Takes distinct scores in descending order, each with the counts at and above it. */
    ScoreCounts(long[] scoreBits, long[] counts) {
        this.scoreBits = scoreBits;
        this.counts = counts;
    }

    /**
     * {@return the counts at each distinct score}
     *
     * @param labels true for positive
     * @param scores one a row, not NaN
     */
    public static ScoreCounts of(boolean[] labels, double[] scores) {
        return FewScores.looksLike(scores)
                ? FewScores.count(labels, scores).orElseGet(() -> SortedScores.count(labels, scores))
                : SortedScores.count(labels, scores);
    }

    /** {@return the number of distinct scores} */
    public int size() {
        return scoreBits.length;
    }

    /**
     * {@return a distinct score, 0.0 for either zero}
     *
     * @param index 0 for the highest
     */
    public double score(int index) {
        return Double.longBitsToDouble(scoreBits[index]);
    }

    /**
     * {@return how many positive rows have this or a higher score}
     *
     * @param index 0 for the highest score
     */
    public int truePositives(int index) {
        return (int) (counts[index] >>> Integer.SIZE);
    }

    /**
     * {@return how many negative rows have this or a higher score}
     *
     * @param index 0 for the highest score
     */
    public int falsePositives(int index) {
        return (int) counts[index];
    }

    /**
     * {@return how many distinct scores are at least a threshold}
     *
     * @param threshold any number but NaN; O(log size)
     */
    public int scoresAtLeast(double threshold) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (score(middle) >= threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static long counts(int truePositives, int falsePositives) {
        return (long) truePositives << Integer.SIZE | falsePositives;
    }
}
