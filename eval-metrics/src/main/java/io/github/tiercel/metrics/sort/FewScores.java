package io.github.tiercel.metrics.sort;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Counts the rows of each distinct score in a hash table, where scores are few: quantised, rounded, or the leaves of a
 * tree. One pass, about 2 ns a row; it gives up when there are more than fit.
 */
final class FewScores {

    private static final int MOST = 4096;
    private static final int SLOT_BITS = 14;
    private static final int PROBE_SLOT_BITS = 12;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** No score has these bits, which are those of a NaN. */
    private static final long FREE = -1;

    private static final int PROBE = 1024;
    private static final int LEAST_REPEATS = PROBE / 16;

    private final int slotBits;
    private final long[] slots;
    private final int[] counts;
    private int distinct;

    private FewScores(int slotBits) {
        this.slotBits = slotBits;
        this.slots = new long[1 << slotBits];
        this.counts = new int[2 << slotBits];
        Arrays.fill(slots, FREE);
    }

    /**
     * Whether rows spread over all of them repeat scores: of a thousand rows, one in sixteen repeats another where
     * there are 8,000 distinct scores, and hardly any where scores are continuous.
     */
    static boolean looksLike(double[] scores) {
        if (scores.length < PROBE) {
            return false;
        }
        FewScores probe = new FewScores(PROBE_SLOT_BITS);
        for (int i = 0; i < PROBE; i++) {
            probe.slot(ScoreBits.of(scores[(int) ((long) i * scores.length / PROBE)]));
        }
        return PROBE - probe.distinct >= LEAST_REPEATS;
    }

    /** The counts; empty where there are more distinct scores than can be counted this way. */
    static Optional<ScoreCounts> count(boolean[] labels, double[] scores) {
        FewScores few = new FewScores(SLOT_BITS);
        for (int row = 0; row < scores.length; row++) {
            int slot = few.slot(ScoreBits.of(scores[row]));
            few.counts[2 * slot + (labels[row] ? 1 : 0)]++;
            if (few.distinct > MOST) {
                return Optional.empty();
            }
        }
        return Optional.of(few.descending());
    }

    private int slot(long bits) {
        int slot = home(bits);
        while (slots[slot] != bits) {
            if (slots[slot] == FREE) {
                slots[slot] = bits;
                distinct++;
                break;
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private int home(long bits) {
        return (int) ((bits * GOLDEN) >>> (Long.SIZE - slotBits));
    }

    private ScoreCounts descending() {
        double[] rising = LongStream.of(slots)
                .filter(bits -> bits != FREE)
                .mapToDouble(Double::longBitsToDouble)
                .sorted()
                .toArray();
        long[] scoreBits = new long[rising.length];
        long[] through = new long[rising.length];
        int positives = 0;
        int negatives = 0;
        for (int i = 0; i < rising.length; i++) {
            scoreBits[i] = ScoreBits.of(rising[rising.length - 1 - i]);
            int slot = slot(scoreBits[i]);
            positives += counts[2 * slot + 1];
            negatives += counts[2 * slot];
            through[i] = ScoreCounts.counts(positives, negatives);
        }
        return new ScoreCounts(scoreBits, through);
    }
}
