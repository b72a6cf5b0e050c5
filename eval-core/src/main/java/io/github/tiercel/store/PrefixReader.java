package io.github.tiercel.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Puts a contiguous prefix together, from a start on, from segments that may overlap, be damaged, or vanish.
 *
 * <p>Of the segments that hold the next position the one that reaches furthest is taken, and what overlaps is cut off
 * its start. For use by one thread.
 */
final class PrefixReader {

    /** Of equal reach the shorter overlap. */
    private static final Comparator<SegmentName> REACH =
            Comparator.comparingInt(SegmentName::to).thenComparingInt(SegmentName::from);

    private final Path folder;
    private final StoreKey key;
    private final Quarantine quarantine;
    private final int start;
    private final int wanted;
    private final List<Segment> segments = new ArrayList<>();
    private final List<SegmentName> damaged = new ArrayList<>();

    PrefixReader(Path folder, StoreKey key, Quarantine quarantine, int start, int wanted) {
        this.folder = folder;
        this.key = key;
        this.quarantine = quarantine;
        this.start = start;
        this.wanted = wanted;
    }

    /**
     * Reads on, from where the last listing ended.
     *
     * @return whether a segment that was listed was gone: another process may have put it into a larger one
     */
    boolean readOn(List<SegmentName> listed) throws IOException {
        List<SegmentName> left = new ArrayList<>(listed);
        boolean gone = false;
        while (position() < wanted) {
            Optional<SegmentName> next = next(left);
            if (next.isEmpty()) {
                break;
            }
            left.remove(next.get());
            gone |= !read(next.get());
        }
        return gone;
    }

    StoredPrefix result() {
        return new StoredPrefix(segments, damaged.size());
    }

    private int position() {
        return segments.isEmpty() ? start : segments.get(segments.size() - 1).to();
    }

    private Optional<SegmentName> next(List<SegmentName> names) {
        int position = position();
        return names.stream()
                .filter(name -> name.from() <= position && position < name.to())
                .max(REACH);
    }

    /** Returns whether the file was there. */
    private boolean read(SegmentName name) throws IOException {
        try {
            Segment segment = quarantine.read(
                    folder.resolve(name.fileName()), file -> SegmentFile.read(file, key, name, wanted - name.from()));
            segments.add(segment.startingAt(position()));
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (CorruptFileException e) {
            damaged.add(name);
            return true;
        }
    }
}
