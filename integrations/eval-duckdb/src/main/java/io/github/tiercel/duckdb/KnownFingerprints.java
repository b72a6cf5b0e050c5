package io.github.tiercel.duckdb;

import io.github.tiercel.data.Fingerprint;
import io.github.tiercel.files.ReplacedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Fingerprints of sources whose files have not changed, going by their lengths and times of change. One file a source;
 * what cannot be read or written is hashed again.
 */
final class KnownFingerprints {

    /** Whoever writes within the same tick of the clock does not move a file's time. */
    private static final Duration RACY = Duration.ofSeconds(2);

    private final Path folder;
    private final Function<Path, String> hash;

    KnownFingerprints(Path folder) {
        this(folder, source -> DuckDbReader.open(source).fingerprint());
    }

    /** With a hash of one's own. */
    KnownFingerprints(Path folder, Function<Path, String> hash) {
        this.folder = folder;
        this.hash = hash;
    }

    String of(Path source) {
        DataFiles data = DataFiles.find(source);
        Path file = folder.resolve(
                Fingerprint.of(source.toAbsolutePath().normalize().toString()));
        Optional<String> state = state(data);
        return state.flatMap(now -> known(file, now)).orElseGet(() -> {
            String fingerprint = hash.apply(source);
            state.ifPresent(before -> keep(data, file, before, fingerprint));
            return fingerprint;
        });
    }

    /** Returns nothing if the files cannot be looked at: then reading them will say why. */
    private static Optional<String> state(DataFiles data) {
        try {
            return Optional.of(data.state());
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> known(Path file, String state) {
        try {
            List<String> known = Files.exists(file) ? Files.readAllLines(file) : List.of();
            return known.size() == 2 && known.get(0).equals(state) ? Optional.of(known.get(1)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private void keep(DataFiles data, Path file, String before, String fingerprint) {
        try {
            if (Optional.of(before).equals(state(data)) && isSettled(data)) {
                Files.createDirectories(folder);
                ReplacedFile.write(file, before + "\n" + fingerprint + "\n");
            }
        } catch (IOException e) {
            // Then it is hashed the next time too.
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
}
