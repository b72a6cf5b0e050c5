package io.github.tiercel.metrics.sort;

import java.util.Arrays;

/**
 * Scores with their labels in descending order, a number of 64 bits each: the bits of the score without its sign, and
 * the label below them. Scores from 0 up come first, inverted so that they rise as scores fall; scores below 0 rise in
 * magnitude as they fall.
 */
final class SortedScores {

    private final long[] keys;

    /** As long as the keys, of which it takes turns to hold them; free when they are sorted. */
    private final long[] spare;

    private final int firstBelowZero;

    private SortedScores(long[] keys, long[] spare, int firstBelowZero) {
        this.keys = keys;
        this.spare = spare;
        this.firstBelowZero = firstBelowZero;
    }

    static ScoreCounts count(boolean[] labels, double[] scores) {
        return of(labels, scores).collapse();
    }

    private static SortedScores of(boolean[] labels, double[] scores) {
        long[] keys = new long[scores.length];
        int front = 0;
        int back = keys.length;
        long ones = 0;
        long zeros = 0;
        for (int row = 0; row < scores.length; row++) {
            long bits = ScoreBits.of(scores[row]);
            long key = (bits << 1) | (labels[row] ? 1 : 0);
            if (bits >= 0) {
                keys[front++] = ~key;
                ones |= key;
                zeros |= ~key;
            } else {
                keys[--back] = key;
            }
        }
        return sorted(keys, front, ones & zeros);
    }

    private static SortedScores sorted(long[] keys, int firstBelowZero, long differingFromZero) {
        long[] spare = new long[keys.length];
        long[] fromZero = RadixSort.sort(keys, spare, 0, firstBelowZero, 1, differingFromZero);
        long[] belowZero = RadixSort.sort(keys, spare, firstBelowZero, keys.length, 1);
        if (belowZero != fromZero) {
            System.arraycopy(belowZero, firstBelowZero, fromZero, firstBelowZero, keys.length - firstBelowZero);
        }
        return new SortedScores(fromZero, fromZero == keys ? spare : keys, firstBelowZero);
    }

    /** Rows of equal score become one, in the memory of the rows: these are gone afterwards. */
    private ScoreCounts collapse() {
        int score = 0;
        int positives = 0;
        for (int i = 0; i < keys.length; i++) {
            positives += label(i);
            // Asked before this key can be overwritten; written at each row, because that spares a branch.
            boolean last = i + 1 == keys.length || isNew(i + 1);
            keys[score] = bits(i);
            spare[score] = ScoreCounts.counts(positives, i + 1 - positives);
            score += last ? 1 : 0;
        }
        return score == keys.length
                ? new ScoreCounts(keys, spare)
                : new ScoreCounts(Arrays.copyOf(keys, score), Arrays.copyOf(spare, score));
    }

    private boolean isNew(int i) {
        return i == firstBelowZero || (keys[i] ^ keys[i - 1]) >>> 1 != 0;
    }

    private int label(int i) {
        return (int) (i < firstBelowZero ? ~keys[i] : keys[i]) & 1;
    }

    private long bits(int i) {
        return i < firstBelowZero ? ~keys[i] >>> 1 : (keys[i] >>> 1) | Long.MIN_VALUE;
    }
}
