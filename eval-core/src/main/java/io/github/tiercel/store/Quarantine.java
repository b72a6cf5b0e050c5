package io.github.tiercel.store;

import io.github.tiercel.files.NewFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Where files go that failed a check, so that people can look at them and nobody reads them again. */
final class Quarantine {

    private final Path folder;
    private final boolean readOnly;

    /** In a store that is only read, files stay where they are and are found damaged anew each time. */
    Quarantine(Path folder, boolean readOnly) {
        this.folder = folder;
        this.readOnly = readOnly;
    }

    /** Reads a file whose bytes have checksums. */
    @FunctionalInterface
    interface Reading<T> {
        T of(Path file) throws IOException;
    }

    /**
     * Reads a file, which is taken away if it is damaged: twice in a row, because it may be the reading, or somebody
     * has just replaced the file.
     *
     * @throws CorruptFileException if it is
     */
    <T> T read(Path file, Reading<T> reading) throws IOException {
        try {
            return readAgain(file, reading);
        } catch (CorruptFileException e) {
            take(file);
            throw e;
        }
    }

    private static <T> T readAgain(Path file, Reading<T> reading) throws IOException {
        try {
            return reading.of(file);
        } catch (CorruptFileException e) {
            return reading.of(file);
        }
    }

    /** Takes a file away; if it cannot be moved it is copied, and if that fails it is deleted. Never throws. */
    void take(Path file) {
        if (readOnly) {
            return;
        }
        try {
            Files.createDirectories(folder);
            move(file, folder.resolve(UUID.randomUUID() + "-" + file.getFileName()));
        } catch (IOException e) {
            NewFile.deleteQuietly(file);
        }
    }

    private static void move(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Another file system, as below a mount or in a layered one.
            Files.copy(file, target);
            deleteCopied(file, target);
        }
    }

    /** A file that stays is found again by everybody who reads, and each would leave one more copy. */
    private static void deleteCopied(Path file, Path copy) throws IOException {
        try {
            Files.delete(file);
        } catch (IOException e) {
            NewFile.deleteQuietly(copy);
            throw e;
        }
    }
}
