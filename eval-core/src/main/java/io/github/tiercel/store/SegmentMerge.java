package io.github.tiercel.store;

import io.github.tiercel.files.NewFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts the many small segments of a long inference into few larger ones, which are read faster.
 *
 * <p>A larger one is published, like any other, before those within it are deleted; so whoever reads meanwhile finds
 * the same scores. Segments whose batches were of different sizes stay apart. For use by one thread, which holds the
 * key's lock so that the work is done once.
 */
final class SegmentMerge {

    /** So many segments are left as they are. */
    static final int MOST_SEGMENTS = 64;

    /** About how large a merged segment becomes: it is held in memory meanwhile. */
    private static final long MERGED_BYTES = 1L << 26;

    private final SegmentFolder folder;
    private final int mergedRows;

    SegmentMerge(SegmentFolder folder, StoreKey key) {
        this(folder, mergedRows(key));
    }

    SegmentMerge(SegmentFolder folder, int mergedRows) {
        this.folder = folder;
        this.mergedRows = mergedRows;
    }

    /** Returns how many rows of a key a merged segment has at most. */
    static int mergedRows(StoreKey key) {
        long rowBytes = (long) key.outputs().count() * key.outputs().precision().bytes();
        return (int) Math.max(TableShape.BATCH_ROWS, MERGED_BYTES / rowBytes);
    }

    /** Merges if there are too many segments, and returns how many files fewer there are. */
    int run() throws IOException {
        List<SegmentName> names = folder.list();
        if (names.size() <= MOST_SEGMENTS) {
            return 0;
        }
        int position = 0;
        while (true) {
            List<Segment> group = group(position);
            if (group.isEmpty()) {
                return names.size() - folder.list().size();
            }
            position = group.get(group.size() - 1).to();
            if (group.size() > 1) {
                replace(group);
            }
        }
    }

    /** Returns what stands together from a position on and can be one segment. */
    private List<Segment> group(int position) throws IOException {
        int wanted = (int) Math.min(Integer.MAX_VALUE, (long) position + mergedRows);
        List<Segment> group = new ArrayList<>();
        for (Segment segment : folder.read(position, wanted).segments()) {
            if (!group.isEmpty() && segment.batchRows() != group.get(0).batchRows()) {
                return group;
            }
            group.add(segment);
        }
        return group;
    }

    private void replace(List<Segment> group) throws IOException {
        Segment merged = Segment.join(group);
        if (folder.publish(merged) == Published.DIFFERENT) {
            return;
        }
        for (SegmentName name : folder.list()) {
            boolean within = merged.from() <= name.from() && name.to() <= merged.to();
            if (within && !name.equals(SegmentName.of(merged))) {
                NewFile.deleteQuietly(folder.path().resolve(name.fileName()));
            }
        }
    }
}
