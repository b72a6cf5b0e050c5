package io.github.tiercel.store;

import io.github.tiercel.files.Names;
import io.github.tiercel.files.NewFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The segments of one key.
 *
 * <p>Other threads and processes may read, add and delete at the same time; what is read is whole and checked, or not
 * there. An {@link IOException} says that the file system failed, not that a file is damaged or missing. Immutable,
 * safe for use by several threads.
 */
final class SegmentFolder {

    static final String KEY_FILE = "key.txt";

    /** Merging may take segments away between listing and reading, but hardly twice in a row. */
    private static final int LISTINGS = 3;

    /** Others may delete what stands in the way of a segment, and its whole folder too. */
    private static final int ATTEMPTS = 3;

    private final StoreLayout layout;
    private final StoreKey key;
    private final Path folder;

    private SegmentFolder(StoreLayout layout, StoreKey key, Path folder) {
        this.layout = layout;
        this.key = key;
        this.folder = folder;
    }

    /**
     * Opens the folder of a key, which need not be there yet; a text of the key that is not the key's is taken away.
     */
    static SegmentFolder open(StoreLayout layout, StoreKey key) throws IOException {
        SegmentFolder opened = of(layout, key);
        opened.checkKeyText();
        return opened;
    }

    /** Returns the folder of a key without a look at it. */
    static SegmentFolder of(StoreLayout layout, StoreKey key) {
        return new SegmentFolder(layout, key, layout.folder(key.hex()));
    }

    private void checkKeyText() throws IOException {
        Path file = folder.resolve(KEY_FILE);
        byte[] expected = keyText();
        try {
            // The size is compared first: a damaged file may be of any.
            if (Files.size(file) != expected.length || !Arrays.equals(Files.readAllBytes(file), expected)) {
                layout.quarantine().take(file);
            }
        } catch (NoSuchFileException e) {
            // It comes with the first segment.
        }
    }

    private byte[] keyText() {
        return key.text().getBytes(StandardCharsets.UTF_8);
    }

    Path path() {
        return folder;
    }

    /** Returns the names of the segments, ascending by their first position, the longest first where that is equal. */
    List<SegmentName> list() throws IOException {
        return Names.in(folder, SegmentName.PATTERN).stream()
                .map(file -> SegmentName.parse(String.valueOf(file.getFileName())))
                .flatMap(Optional::stream)
                .sorted(SegmentName.IN_ORDER)
                .toList();
    }

    /**
     * Puts small segments into larger ones where there are many. To be called by who holds the key's lock.
     *
     * @return how many files fewer there are
     */
    int merge() throws IOException {
        return new SegmentMerge(this, key).run();
    }

    /**
     * Reads the scores from position 0 on, as far as they are there without a gap.
     *
     * <p>Damaged files are taken away and are gaps. No more segments are read, and no more of the last one, than it
     * takes to reach the rows wanted; the last may reach somewhat further.
     *
     * @param rows how many are wanted
     */
    StoredPrefix read(int rows) throws IOException {
        return read(0, rows);
    }

    /** Reads the same from another position on. */
    StoredPrefix read(int from, int to) throws IOException {
        PrefixReader reader = new PrefixReader(folder, key, layout.quarantine(), from, to);
        int listings = 0;
        while (reader.readOn(list()) && ++listings < LISTINGS) {
            // Each look goes on where the last one ended.
        }
        return reader.result();
    }

    /**
     * Adds a segment: once this returns it stays through a crash.
     *
     * @throws IOException if it cannot be written or was not written right; nothing is left of it then
     */
    Published publish(Segment segment) throws IOException {
        requireOutputs(segment);
        SegmentName name = SegmentName.of(segment);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            layout.make(folder);
            Optional<Published> published = tryPublish(name, segment);
            if (published.isPresent()) {
                return published.get();
            }
        }
        throw new IOException(folder.resolve(name.fileName()) + " can neither be made nor read");
    }

    /** Returns empty if a file was in the way that now is gone, or somebody else deleted what was on its way. */
    private Optional<Published> tryPublish(SegmentName name, Segment segment) throws IOException {
        List<String> checksums = new ArrayList<>();
        try {
            writeKeyText();
            boolean created = NewFile.create(
                    folder,
                    name.fileName(),
                    channel -> SegmentFile.write(channel, key, segment),
                    file -> checksums.addAll(SegmentFile.verify(file, key, name)));
            return created ? Optional.of(Published.NEW) : compared(name, checksums);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Optional<Published> compared(SegmentName name, List<String> checksums) throws IOException {
        Path file = folder.resolve(name.fileName());
        try {
            List<String> found = layout.quarantine().read(file, known -> SegmentFile.verify(known, key, name));
            return Optional.of(found.equals(checksums) ? Published.SAME : Published.DIFFERENT);
        } catch (CorruptFileException e) {
            return Optional.empty();
        }
    }

    private void writeKeyText() throws IOException {
        if (!Files.exists(folder.resolve(KEY_FILE))) {
            NewFile.create(folder, KEY_FILE, keyText());
        }
    }

    private void requireOutputs(Segment segment) {
        int outputs = segment.scores().outputs();
        if (outputs != key.outputs().count()
                || segment.scores().precision() != key.outputs().precision()) {
            throw new IllegalArgumentException(
                    "scores must have " + key.outputs().count() + " outputs of precision "
                            + key.outputs().precision() + ", got " + outputs + " of precision "
                            + segment.scores().precision());
        }
    }
}
