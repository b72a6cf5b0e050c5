package io.github.tiercel.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Segments that are made but not written. While the disk is busy with one, a fast model makes several; they are then
 * written as one, because forcing a file to disk costs as much for a small file as for a large one. Safe for use by
 * several threads.
 */
final class PendingSegments {

    private final Map<StoreKey, Queue<Segment>> pending = new ConcurrentHashMap<>();

    void add(StoreKey key, Segment segment) {
        pending.compute(key, (known, queue) -> {
            Queue<Segment> longer = queue == null ? new ArrayDeque<>() : queue;
            longer.add(segment);
            return longer;
        });
    }

    /**
     * Takes the first segment of a key and what follows it without a gap, as one; empty if it was taken with others.
     */
    Optional<Segment> take(StoreKey key) {
        List<Segment> taken = new ArrayList<>();
        int most = SegmentMerge.mergedRows(key);
        pending.computeIfPresent(key, (known, queue) -> {
            while (!queue.isEmpty() && follows(taken, queue.element(), most)) {
                taken.add(queue.remove());
            }
            return queue.isEmpty() ? null : queue;
        });
        return taken.isEmpty() ? Optional.empty() : Optional.of(Segment.join(taken));
    }

    private static boolean follows(List<Segment> taken, Segment next, int mostRows) {
        if (taken.isEmpty()) {
            return true;
        }
        Segment last = taken.get(taken.size() - 1);
        return last.to() == next.from()
                && last.batchRows() == next.batchRows()
                && next.to() - taken.get(0).from() <= mostRows;
    }
}
