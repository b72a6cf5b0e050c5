package io.github.tiercel.sampling;

import java.util.stream.IntStream;

/**
 * Walks through the slots of an {@link Interleaving} one by one: a binary heap of the strata that have slots left, the
 * one whose next slot comes first on top. O(log strata) time a slot.
 */
final class SlotQueue {

    private final Interleaving interleaving;
    private final int[] heap;
    private final int[] taken;
    private final double[] keys;
    private int live;

    SlotQueue(Interleaving interleaving) {
        this.interleaving = interleaving;
        this.taken = new int[interleaving.strata()];
        this.keys = new double[interleaving.strata()];
        // All first slots have key 0 and j = 0, so ascending strata already are a heap.
        this.heap = IntStream.range(0, interleaving.strata())
                .filter(h -> interleaving.size(h) > 0)
                .toArray();
        this.live = heap.length;
    }

    /** Returns the stratum of the next slot; there must be one left. */
    int next() {
        int stratum = heap[0];
        int j = ++taken[stratum];
        if (j == interleaving.size(stratum)) {
            heap[0] = heap[--live];
        } else {
            keys[stratum] = interleaving.slot(stratum, j);
        }
        sink();
        return stratum;
    }

    private void sink() {
        int stratum = heap[0];
        int at = 0;
        for (int child = 1; child < live; child = 2 * at + 1) {
            if (child + 1 < live && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], stratum)) {
                break;
            }
            heap[at] = heap[child];
            at = child;
        }
        heap[at] = stratum;
    }

    private boolean before(int a, int b) {
        if (keys[a] != keys[b]) {
            return keys[a] < keys[b];
        }
        return taken[a] != taken[b] ? taken[a] < taken[b] : a < b;
    }
}
