package io.github.tiercel.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * When scores were last asked for: the time of last change of the key's text, which nobody else moves. The time of last
 * access would be moved by backups, and by some file systems not at all.
 */
final class LastUse {

    /** One touch a minute says enough, and costs a shared disk little. */
    private static final Duration STALE = Duration.ofMinutes(1);

    private final Path file;
    private final boolean readOnly;

    private LastUse(Path file, boolean readOnly) {
        this.file = file;
        this.readOnly = readOnly;
    }

    static LastUse of(StoreLayout layout, StoreKey key) {
        return new LastUse(layout.folder(key.hex()).resolve(SegmentFolder.KEY_FILE), layout.isReadOnly());
    }

    /** Says that the scores are in use now, if there are any. */
    void touch() {
        if (readOnly) {
            return;
        }
        try {
            Instant now = Instant.now();
            Duration age = Duration.between(Files.getLastModifiedTime(file).toInstant(), now);
            // A clock that went back leaves times in the future, which would look like use for as long as that.
            if (age.compareTo(STALE) > 0 || age.isNegative()) {
                set(file, now);
            }
        } catch (IOException e) {
            // No scores: then there is nothing to be kept.
        }
    }

    /** Says when a file was last used; without permission its age counts from when it was made. */
    static void set(Path file, Instant time) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(time));
        } catch (IOException | UnsupportedOperationException e) {
            // A file of somebody else's, or a file system without such times.
        }
    }
}
