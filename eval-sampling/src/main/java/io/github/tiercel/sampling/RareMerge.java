package io.github.tiercel.sampling;

import java.util.Arrays;

/** Keeps the most frequent of many items and merges the rest into one, where there are more than a limit. */
final class RareMerge {

    private RareMerge() {}

    /** Returns how often each of {@code items} codes occurs. */
    static int[] counts(int[] codes, int items) {
        int[] counts = new int[items];
        for (int code : codes) {
            counts[code]++;
        }
        return counts;
    }

    /**
     * Returns where each item goes: to itself, or to the extra item {@code counts.length}. If at most {@code limit}
     * items occur all stay; else the {@code limit - 1} most frequent stay, the lower index first among equals.
     */
    static int[] targets(int[] counts, int limit) {
        long[] ranked = descending(counts);
        int[] targets = new int[counts.length];
        Arrays.setAll(targets, item -> item);
        if (ranked.length > limit) {
            for (int rank = limit - 1; rank < ranked.length; rank++) {
                targets[(int) ranked[rank]] = counts.length;
            }
        }
        return targets;
    }

    /** Returns the counts after merging, one more than before: the last is that of the extra item. */
    static int[] merged(int[] counts, int[] targets) {
        int[] merged = new int[counts.length + 1];
        for (int item = 0; item < counts.length; item++) {
            merged[targets[item]] += counts[item];
        }
        return merged;
    }

    /** Returns the number of items that occur. */
    static int occurring(int[] counts) {
        return (int) Arrays.stream(counts).filter(count -> count > 0).count();
    }

    /** Items that occur, most frequent first; the low 32 bits hold the item, the high ones its negated count. */
    private static long[] descending(int[] counts) {
        long[] ranked = new long[occurring(counts)];
        int next = 0;
        for (int item = 0; item < counts.length; item++) {
            if (counts[item] > 0) {
                ranked[next++] = ((long) -counts[item] << 32) | item;
            }
        }
        Arrays.sort(ranked);
        return ranked;
    }
}
