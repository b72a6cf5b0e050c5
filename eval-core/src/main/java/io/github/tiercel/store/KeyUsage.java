package io.github.tiercel.store;

import io.github.tiercel.files.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a folder of files takes up and when it was last used. Files of names that are not the store's are not counted,
 * and never deleted.
 *
 * @param folder the folder
 * @param files the store's own files in it, in the order in which they can be deleted: what is left at any time is a
 *     prefix of the scores, and the key's text goes last
 * @param bytes their size
 * @param lastUsed when one of them was last changed or touched; 1970 if there is none
 */
record KeyUsage(Path folder, List<Path> files, long bytes, Instant lastUsed) {

    private static final Pattern OWN = Pattern.compile(String.join(
            "|",
            SegmentName.PATTERN.pattern(),
            RowLabelsFile.NAME.pattern(),
            UseFile.NAME.pattern(),
            Pattern.quote(RowKeysFile.NAME),
            Pattern.quote(SegmentFolder.KEY_FILE)));

    /** Returns what is in a folder now; files that vanish meanwhile are not there. */
    static KeyUsage of(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        long bytes = 0;
        Instant lastUsed = Instant.EPOCH;
        for (Path file : Names.in(folder, OWN)) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
                files.add(file);
                bytes += attributes.size();
                Instant changed = attributes.lastModifiedTime().toInstant();
                lastUsed = changed.isAfter(lastUsed) ? changed : lastUsed;
            } catch (NoSuchFileException e) {
                // Merged or deleted by somebody else.
            }
        }
        files.sort(Comparator.comparing(KeyUsage::start).reversed().thenComparing(Comparator.naturalOrder()));
        return new KeyUsage(folder, List.copyOf(files), bytes, lastUsed);
    }

    /** Returns the folder's name: the digits of a key, or of an order. */
    String name() {
        return String.valueOf(folder.getFileName());
    }

    private static int start(Path file) {
        return SegmentName.parse(String.valueOf(file.getFileName()))
                .map(SegmentName::from)
                .orElse(-1);
    }
}
