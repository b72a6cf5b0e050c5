package io.github.tiercel.duckdb;

import io.github.tiercel.data.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * Fingerprints of sources whose files have not changed, going by their lengths and times of change. One file a source;
 * what cannot be read or written is hashed again.
 */
final class KnownFingerprints {

    /** Whoever writes within the same tick of the clock does not move a file's time. */
    private static final Duration RACY = Duration.ofSeconds(2);

    private final Path folder;

    KnownFingerprints(Path folder) {
        this.folder = folder;
    }

    String of(Path source) {
        DataFiles data = DataFiles.find(source);
        Path file = folder.resolve(
                Fingerprint.of(source.toAbsolutePath().normalize().toString()));
        try {
            String state = data.state();
            if (Files.exists(file)) {
                List<String> known = Files.readAllLines(file);
                if (known.size() == 2 && known.get(0).equals(state)) {
                    return known.get(1);
                }
            }
            String fingerprint = DuckDbReader.open(source).fingerprint();
            if (state.equals(data.state()) && isSettled(data)) {
                keep(file, state + "\n" + fingerprint + "\n");
            }
            return fingerprint;
        } catch (IOException | UncheckedIOException e) {
            return DuckDbReader.open(source).fingerprint();
        }
    }

    private static boolean isSettled(DataFiles data) throws IOException {
        FileTime latest = FileTime.fromMillis(System.currentTimeMillis() - RACY.toMillis());
        for (Path file : data.files()) {
            if (Files.getLastModifiedTime(file).compareTo(latest) > 0) {
                return false;
            }
        }
        return true;
    }

    private void keep(Path file, String text) throws IOException {
        Files.createDirectories(folder);
        Path temporary = folder.resolve("." + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
