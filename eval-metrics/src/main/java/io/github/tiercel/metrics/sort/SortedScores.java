package io.github.tiercel.metrics.sort;

import java.util.Arrays;

/**
 * Scores with their labels in descending order, a number of 64 bits each: the bits of the score without its sign, and
 * the label below them. Scores from 0 up come first, inverted so that they rise as scores fall; scores below 0 rise in
 * magnitude as they fall.
 */
final class SortedScores {

    private final long[] keys;
    private final int firstBelowZero;

    private SortedScores(long[] keys, int firstBelowZero) {
        this.keys = keys;
        this.firstBelowZero = firstBelowZero;
    }

    static SortedScores of(boolean[] labels, double[] scores) {
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
        return new SortedScores(sorted(keys, front, ones & zeros), front);
    }

    private static long[] sorted(long[] keys, int firstBelowZero, long differingFromZero) {
        long[] spare = new long[keys.length];
        long[] fromZero = RadixSort.sort(keys, spare, 0, firstBelowZero, 1, differingFromZero);
        long[] belowZero = RadixSort.sort(keys, spare, firstBelowZero, keys.length, 1);
        if (belowZero != fromZero) {
            System.arraycopy(belowZero, firstBelowZero, fromZero, firstBelowZero, keys.length - firstBelowZero);
        }
        return fromZero;
    }

    int distinct() {
        int distinct = keys.length == 0 ? 0 : 1;
        for (int i = 1; i < keys.length; i++) {
            distinct += isNew(i) ? 1 : 0;
        }
        return distinct;
    }

    /**
     * Counts the rows at and above each distinct score and gives the bits of these scores, in the memory of the rows:
     * these are gone afterwards.
     */
    long[] collapse(int[] truePositives, int[] falsePositives) {
        int score = 0;
        int positives = 0;
        for (int i = 0; i < keys.length; i++) {
            positives += label(i);
            // Asked before this key can be overwritten; written at each row, because that spares a branch.
            boolean last = i + 1 == keys.length || isNew(i + 1);
            keys[score] = bits(i);
            truePositives[score] = positives;
            falsePositives[score] = i + 1 - positives;
            score += last ? 1 : 0;
        }
        return score == keys.length ? keys : Arrays.copyOf(keys, score);
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
