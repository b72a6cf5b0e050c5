package io.github.tiercel.packed;

import io.github.tiercel.files.DiskFailure;
import io.github.tiercel.files.Forced;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The folder of a packed set: what is in it, and how it gets its name whole or not at all. */
final class SetFolder {

    static final String VERSION = "VERSION";
    static final String SET = "set.txt";

    private static final String LAYOUT = SetText.FORMAT + "\n";
    private static final String KIND = "tiercel-packed/";

    /** Another process may put its set under the name at the same time, but hardly as often. */
    private static final int MOST_ATTEMPTS = 10;

    private SetFolder() {}

    static boolean isSet(Path folder) {
        try {
            return Files.isRegularFile(folder.resolve(VERSION))
                    && Files.readString(folder.resolve(VERSION)).startsWith(KIND);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    static SetIndex read(Path folder) {
        if (!isSet(folder)) {
            throw SetFaults.none(
                    folder,
                    Files.exists(folder)
                            ? "it has no VERSION of one. Name the folder that tiercel pack made"
                            : "there is nothing of that name. Make it with tiercel pack");
        }
        try {
            if (!Files.readString(folder.resolve(VERSION)).equals(LAYOUT)) {
                throw SetFaults.none(
                        folder,
                        "another version of Tiercel packed it. Pack it again with this one, or read it with that");
            }
            String text = Files.readString(folder.resolve(SET));
            SetIndex index = SetText.parse(text)
                    .orElseThrow(() -> SetFaults.damaged(folder.resolve(SET), "has other bytes than were written"));
            requireFiles(folder, index);
            return index;
        } catch (NoSuchFileException e) {
            throw SetFaults.none(folder, SET + " is missing, so its packing was never finished. Pack it again");
        } catch (IOException e) {
            throw SetFaults.damaged(folder, "cannot be read (" + DiskFailure.reason(e) + ")", e);
        }
    }

    private static void requireFiles(Path folder, SetIndex index) throws IOException {
        long rows = 0;
        for (RangeFile file : index.files()) {
            Path path = folder.resolve(file.name());
            if (!Files.exists(path)) {
                throw SetFaults.damaged(path, "is missing");
            }
            if (Files.size(path) != file.bytes()) {
                throw SetFaults.damaged(
                        path, "has " + Files.size(path) + " bytes where " + file.bytes() + " were written");
            }
            rows += file.rows();
        }
        if (rows != index.description().rows()) {
            throw SetFaults.damaged(folder, "does not have as many rows as it says");
        }
    }

    /** Writes a small file and forces it to disk. */
    static void write(Path file, String text) throws IOException {
        Forced.write(file, Forced.Content.of(StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text))));
    }

    static void writeVersion(Path folder) throws IOException {
        write(folder.resolve(VERSION), LAYOUT);
    }

    /** Gives a finished folder its name, in place of another packed set if there is one, which stays if that fails. */
    static void publish(Path finished, Path target) throws IOException {
        for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
            FormerSet former = FormerSet.setAside(target);
            boolean isPlaced = isPlaced(finished, target, former);
            former.delete();
            if (isPlaced) {
                return;
            }
        }
        throw new FileAlreadyExistsException(target.toString(), null, "others write to it all the time");
    }

    private static boolean isPlaced(Path finished, Path target, FormerSet former) throws IOException {
        try {
            return place(finished, target);
        } catch (IOException e) {
            try {
                former.putBack();
            } catch (IOException stays) {
                // The next packing puts it back.
                e.addSuppressed(stays);
            }
            throw e;
        }
    }

    /** Gives a finished folder its name; returns whether the name was free. */
    static boolean place(Path finished, Path target) throws IOException {
        if (Files.exists(target)) {
            return false;
        }
        try {
            Files.move(finished, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            // Somebody else's set may have got the name meanwhile.
            if (Files.exists(target)) {
                return false;
            }
            throw e;
        }
        forceName(finished, target);
        return true;
    }

    /** A name that is not forced to disk may be lost with the power, and then nobody shall have been told of it. */
    private static void forceName(Path finished, Path target) throws IOException {
        try {
            Forced.name(target);
        } catch (IOException e) {
            Files.move(target, finished, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
    }

    /** Takes a packed set's name away; returns what the folder is called now, or nothing if there was none. */
    static Optional<Path> setAside(Path target) throws IOException {
        if (!Files.exists(target)) {
            return Optional.empty();
        }
        requireReplaceable(target);
        Path aside = temporary(target);
        try {
            Files.move(target, aside, StandardCopyOption.ATOMIC_MOVE);
            return Optional.of(aside);
        } catch (NoSuchFileException e) {
            // Somebody else has set it aside.
            return Optional.empty();
        }
    }

    /** Only packed sets and empty folders give way. */
    static void requireReplaceable(Path target) throws IOException {
        if (!Files.exists(target) || isOrWasSet(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new FileAlreadyExistsException(target.toString(), null, "a file of that name is there");
        }
        try (Stream<Path> files = Files.list(target)) {
            if (files.findAny().isPresent()) {
                throw new FileAlreadyExistsException(
                        target.toString(), null, "the folder holds other files, which are not overwritten");
            }
        }
    }

    /** Whether there is a packed set, or one that has lost its version or its text. */
    static boolean isOrWasSet(Path folder) {
        return isSet(folder) || wasSet(folder);
    }

    /** Whether a packed set has lost its version. */
    private static boolean wasSet(Path folder) {
        try {
            return Files.readString(folder.resolve(SET)).startsWith("format: " + KIND);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    /** A name beside the target that nobody else has. */
    static Path temporary(Path target) {
        return parent(target).resolve("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    }

    static Path parent(Path target) {
        Path parent = target.toAbsolutePath().getParent();
        return parent == null ? target.toAbsolutePath() : parent;
    }

    /** The size of all files of a folder; those that vanish meanwhile have none. */
    static long bytes(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).mapToLong(SetFolder::size).sum();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }

    static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // What stays behind has a name that no reader looks for.
            return;
        }
    }
}
