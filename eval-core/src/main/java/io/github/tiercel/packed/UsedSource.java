package io.github.tiercel.packed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Of what a set was last used, in a file within its folder whose time of change is that of the use.
 *
 * @param path where the source was
 * @param state what its files were like
 */
record UsedSource(Path path, String state) {

    static final String FILE = "source.txt";

    /** Keeps it, as far as that can be done: without it, only the set's age is known. */
    void writeInto(Path set) {
        Path temporary = set.resolve(UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(temporary, state + "\n" + path);
            Files.move(temporary, set.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // A set of somebody else's, or one that is gone.
            SetFolder.delete(temporary);
        }
    }

    static Optional<UsedSource> of(Path set) {
        try {
            String[] lines = Files.readString(set.resolve(FILE)).split("\n", 2);
            return lines.length == 2 ? Optional.of(new UsedSource(Path.of(lines[1]), lines[0])) : Optional.empty();
        } catch (IOException | UncheckedIOException | InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** When a set was last used, or else made. */
    static Instant lastUse(Path set) {
        try {
            Path file = set.resolve(FILE);
            return Files.getLastModifiedTime(Files.exists(file) ? file : set).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }
}
