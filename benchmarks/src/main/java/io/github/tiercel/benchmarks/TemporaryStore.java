package io.github.tiercel.benchmarks;

import io.github.tiercel.store.PredictionStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The folder of a store that is gone after a benchmark. */
final class TemporaryStore implements AutoCloseable {

    private final Path folder;

    private TemporaryStore(Path folder) {
        this.folder = folder;
    }

    static TemporaryStore make() {
        try {
            return new TemporaryStore(Files.createTempDirectory("tiercel-benchmark"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path path() {
        return folder;
    }

    /** A store that has nothing in memory yet. */
    PredictionStore open() {
        return PredictionStore.open(folder);
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
