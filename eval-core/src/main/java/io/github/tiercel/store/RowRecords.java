package io.github.tiercel.store;

import io.github.tiercel.files.Names;
import io.github.tiercel.files.NewFile;
import io.github.tiercel.sampling.RowOrder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which row stands at which position of an order, and the rows' labels as they were last, so that scores can be given
 * back by row. No evaluation reads them: labels come with the evaluation set, always. Immutable, safe for use by
 * several threads and processes.
 */
final class RowRecords {

    /** Of corrected labels the latest are of use, and of tasks on the same rows there are hardly more. */
    private static final int MOST_LABELS = 8;

    private final StoreLayout layout;
    private final String order;
    private final Path folder;

    /** Those of one order. */
    RowRecords(StoreLayout layout, String order) {
        this.layout = layout;
        this.order = order;
        this.folder = layout.rows(order);
    }

    /** Writes what is not there yet, or was damaged, and makes these labels the latest. */
    void keep(StoredOrder<?> rows) throws IOException {
        layout.make(folder);
        try {
            keepKeys(rows);
            if (rows.isLabelled()) {
                keepLabels(RowLabels.of(rows.set(), rows.order()));
            }
        } catch (NoSuchFileException e) {
            // Evicted by a process that saw no scores of these rows yet; the next to evaluate them writes it again.
        }
    }

    private void keepKeys(StoredOrder<?> rows) throws IOException {
        if (!isWhole(folder.resolve(RowKeysFile.NAME), file -> RowKeysFile.verify(file, order))) {
            RowOrder positions = rows.order();
            long[] keys = rows.set().keys();
            NewFile.create(
                    folder,
                    RowKeysFile.NAME,
                    channel -> RowKeysFile.write(channel, order, positions, keys),
                    file -> RowKeysFile.verify(file, order));
        }
    }

    private void keepLabels(RowLabels labels) throws IOException {
        Path file = folder.resolve(RowLabelsFile.name(labels));
        if (isWhole(file, known -> RowLabelsFile.verify(known, order))) {
            LastUse.set(file, Instant.now());
            return;
        }
        NewFile.create(
                folder,
                String.valueOf(file.getFileName()),
                channel -> RowLabelsFile.write(channel, order, labels),
                written -> RowLabelsFile.verify(written, order));
        List<Path> latest = labelFiles();
        latest.subList(Math.min(MOST_LABELS, latest.size()), latest.size()).forEach(NewFile::deleteQuietly);
    }

    /** Whether a file is there and not damaged; one that is, is taken away. */
    private boolean isWhole(Path file, NewFile.Check check) throws IOException {
        return read(file, known -> {
                    check.accept(known);
                    return true;
                })
                .isPresent();
    }

    /** Returns the number of rows, if the keys are there and say so. */
    Optional<Integer> rows() throws IOException {
        return read(folder.resolve(RowKeysFile.NAME), file -> RowKeysFile.rows(file, order));
    }

    /** Returns the row keys by position, if they are there. */
    Optional<long[]> keys() throws IOException {
        return read(folder.resolve(RowKeysFile.NAME), file -> RowKeysFile.read(file, order));
    }

    /** Returns the latest labels by position, if there are any. */
    Optional<RowLabels> labels() throws IOException {
        for (Path file : labelFiles()) {
            Optional<RowLabels> labels = read(file, known -> RowLabelsFile.read(known, order));
            if (labels.isPresent()) {
                return labels;
            }
        }
        return Optional.empty();
    }

    /** Returns the labels with this fingerprint, if they are still there. */
    Optional<RowLabels> labels(String fingerprint) throws IOException {
        Path file = folder.resolve(RowLabelsFile.name(fingerprint));
        return read(file, known -> RowLabelsFile.read(known, order))
                .filter(labels -> RowLabelsFile.fingerprint(labels).equals(fingerprint));
    }

    /** The latest first. */
    private List<Path> labelFiles() throws IOException {
        List<Dated> files = new ArrayList<>();
        for (Path file : Names.in(folder, RowLabelsFile.NAME)) {
            files.add(new Dated(file, Files.getLastModifiedTime(file)));
        }
        return files.stream()
                .sorted(Comparator.comparing(Dated::changed).reversed())
                .map(Dated::file)
                .toList();
    }

    private record Dated(Path file, FileTime changed) {}

    /** A damaged file is taken away and counts as none. */
    private <T> Optional<T> read(Path file, Quarantine.Reading<T> reading) throws IOException {
        try {
            return Optional.of(layout.quarantine().read(file, reading));
        } catch (NoSuchFileException | CorruptFileException e) {
            return Optional.empty();
        }
    }
}
