package io.github.tiercel.cli;

import io.github.tiercel.files.DiskFailure;
import io.github.tiercel.files.ReplacedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file that the command writes.
 *
 * @param what what it will hold, for messages
 * @param option the option that names it
 */
record OutputFile(Path path, String what, String option) {

    /** Finds out before the work whether the file will have a place. */
    void check() {
        if (path.toString().isBlank()) {
            throw Usage.mistake(option + " is empty. Name a file.");
        }
        if (path.toString().equals("-")) {
            throw Usage.mistake(option + " is \"-\", which stands neither for stdout here nor for a file. Name"
                    + " another file, or write ./- for one of that name.");
        }
        if (Files.isDirectory(path)) {
            throw refused("it is a folder", null);
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw refused("its folder does not exist", null);
        }
        // A device or pipe is written itself; a file is replaced, which is up to its folder.
        Path written = folder == null || (Files.exists(path) && !Files.isRegularFile(path)) ? path : folder;
        if (!Files.isWritable(written)) {
            throw refused("permission denied", null);
        }
    }

    /** Refuses to replace what is read: data or a result that nobody could bring back. */
    void requireOther(Path source) {
        try {
            if (Files.isRegularFile(path) && Files.exists(source) && Files.isSameFile(path, source)) {
                throw Usage.mistake(
                        option + " names " + path + ", which is read. Name another file for the " + what + ".");
            }
        } catch (IOException e) {
            throw refused(reason(e), e);
        }
    }

    /** Makes the folder of the file, for a place that the user has not named. */
    void makeFolder() {
        Path folder = path.toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw refused("its folder cannot be made", e);
        }
    }

    /** Writes it whole or not at all: nobody ever reads half of it. */
    void write(String text) {
        try {
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                Files.writeString(path, text);
            } else {
                ReplacedFile.write(path, text);
            }
        } catch (IOException e) {
            throw refused(reason(e), e);
        }
    }

    /** Has somebody write it who leaves a whole file or none. */
    void writeBy(Consumer<Path> writer) {
        try {
            writer.accept(path);
        } catch (UncheckedIOException e) {
            IOException cause = Objects.requireNonNull(e.getCause());
            throw refused(reason(cause), cause);
        }
    }

    private OutputException refused(String why, @Nullable IOException cause) {
        return new OutputException(
                "The " + what + " cannot be written to " + path + ": " + why + ". Name another file with " + option
                        + ".",
                cause);
    }

    private boolean isFolderThere() {
        Path folder = path.toAbsolutePath().getParent();
        return folder == null || Files.isDirectory(folder);
    }

    private String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return isFolderThere() ? "no file can be made there" : "its folder does not exist";
        }
        if (Files.isDirectory(path)) {
            return "it is a folder";
        }
        return DiskFailure.reason(failure);
    }
}
