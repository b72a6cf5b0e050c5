package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.CountingModel;
import io.github.tiercel.faults.Fault;
import io.github.tiercel.faults.FaultyFileSystem;
import io.github.tiercel.faults.FileAction;
import io.github.tiercel.faults.Refusal;
import io.github.tiercel.result.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stores that write nothing, and stores that lock nothing. */
class StoreModesTest {

    private static final int ROWS = 5000;
    private static final int BATCH = 1000;
    private static final Features<double[]> FEATURES = Features.of(
            IntStream.range(0, ROWS).mapToObj(row -> new double[] {row}).toArray(double[][]::new));

    private static final FileAction[] CHANGES = {
        FileAction.OPEN_WRITE,
        FileAction.CREATE,
        FileAction.WRITE,
        FileAction.FORCE,
        FileAction.FORCE_FOLDER,
        FileAction.LOCK,
        FileAction.LINK,
        FileAction.MOVE,
        FileAction.COPY,
        FileAction.DELETE,
        FileAction.SET_ATTRIBUTES,
        FileAction.MAKE_FOLDER
    };

    @TempDir
    private Path folder;

    @Test
    void aReadOnlyStoreChangesNothing() throws IOException {
        fill();
        Map<String, String> before = state();
        try (PredictionStore store = readOnly(folder)) {
            CountingModel model = CountingModel.named("m");
            assertEquals(3000, infer(store, model, ROWS).cost().rowsReused());
            assertEquals(0, infer(store, model, ROWS).cost().rowsInferred());
            assertEquals(
                    ROWS,
                    infer(store, CountingModel.named("other"), ROWS).cost().rowsInferred());
            relabelled(store);
            store.flush();
        }
        assertEquals(before, state());
    }

    @Test
    void aReadOnlyStoreLeavesDamagedFilesWhereTheyAre() throws IOException {
        fill();
        Path segment = segment();
        SegmentFolderTest.damage(segment);
        Files.setLastModifiedTime(segment, FileTime.from(Instant.EPOCH));
        Map<String, String> before = state();
        for (int i = 0; i < 2; i++) {
            try (PredictionStore store = readOnly(folder)) {
                StoredScores found = infer(store, CountingModel.named("m"), ROWS);
                assertEquals(ROWS, found.cost().rowsInferred());
                assertEquals(
                        "1 file of stored predictions did not pass the check and stayed where they are, in a store opened"
                                + " for reading only; the model was asked again for these rows.",
                        found.notices().get(0).text());
            }
        }
        assertEquals(before, state());
    }

    @Test
    void aReadOnlyStoreAsksForNoChange() throws IOException {
        fill();
        SegmentFolderTest.damage(segment());
        FaultyFileSystem files = new FaultyFileSystem();
        Fault changes = Fault.of(Refusal.READ_ONLY, CHANGES);
        files.follow(changes);
        try (PredictionStore store = readOnly(files.path(folder))) {
            infer(store, CountingModel.named("m"), ROWS);
            relabelled(store);
        }
        assertEquals(0, changes.count());
    }

    @Test
    void newRowsOfAReadOnlyStoreKeepTheirFirstOrderInMemory() {
        PredictionStore.open(folder).close();
        try (PredictionStore store = readOnly(folder)) {
            CountingModel model = CountingModel.named("m");
            infer(store, model, ROWS);
            EvaluationSet relabelled = EvaluationSet.binary(labels(7)).build();
            StoredOrder<double[]> order = StoredOrder.of(store.frozen(relabelled, FEATURES), FEATURES);
            assertEquals(0, store.scores(order, model, BATCH, ROWS).cost().rowsInferred());
        }
    }

    @Test
    void aReadOnlyStoreIsNotMadeWhereThereIsNone() {
        Path nowhere = folder.resolve("nowhere");
        StoreException refused = assertThrows(StoreException.class, () -> readOnly(nowhere));
        assertEquals(
                "There is no prediction store at " + nowhere
                        + ": name the folder of one, or make one by evaluating a model with it.",
                refused.getMessage());
        assertThrows(StoreException.class, () -> readOnly(folder));
        assertFalse(Files.exists(nowhere));
        assertEquals(List.of(), Stored.files(folder));
    }

    /** Opened for writing, as where a disk is mounted for reading only, or belongs to somebody else. */
    @Test
    void aFolderThatCannotBeWrittenIsReadAllTheSame() throws IOException {
        fill();
        Map<String, String> before = state();
        for (Refusal refusal : List.of(Refusal.ACCESS_DENIED, Refusal.READ_ONLY, Refusal.NOT_PERMITTED)) {
            FaultyFileSystem files = new FaultyFileSystem();
            files.follow(Fault.of(refusal, CHANGES));
            try (PredictionStore store = PredictionStore.open(files.path(folder))) {
                assertEquals(
                        3000,
                        infer(store, CountingModel.named("m"), 3000).cost().rowsReused());
                StoredScores more = infer(store, CountingModel.named("m"), ROWS);
                assertEquals(3000, more.cost().rowsReused());
                assertArrayEquals(scores(), more.scores(0, ROWS));
                store.flush();
                assertEquals(
                        List.of("NOT_STORED"),
                        infer(store, CountingModel.named("m"), ROWS).notices().stream()
                                .map(Notice::code)
                                .toList());
            }
        }
        assertEquals(before, state());
    }

    @Test
    void withoutLocksNoFileIsMadeForThem() {
        for (int session = 0; session < 2; session++) {
            try (PredictionStore one = PredictionStore.at(folder).withoutLocks().open();
                    PredictionStore other =
                            PredictionStore.at(folder).withoutLocks().open()) {
                infer(one, CountingModel.named("m"), ROWS);
                assertArrayEquals(
                        scores(), infer(other, CountingModel.named("m"), ROWS).scores(0, ROWS));
            }
        }
        assertFalse(Stored.files(folder).contains("locks.bin"));
        assertEquals(
                1,
                Stored.files(folder).stream()
                        .filter(name -> name.endsWith("0-5000.arrow"))
                        .count());
    }

    @Test
    void withoutLocksNoneIsAskedFor() {
        FaultyFileSystem files = new FaultyFileSystem();
        Fault locks = Fault.of(Refusal.NO_LOCKS, FileAction.LOCK);
        files.follow(locks);
        try (PredictionStore store =
                PredictionStore.at(files.path(folder)).withoutLocks().open()) {
            assertEquals(List.of(), infer(store, CountingModel.named("m"), ROWS).notices());
        }
        assertEquals(0, locks.count());
        try (PredictionStore store = PredictionStore.open(files.path(folder))) {
            infer(store, CountingModel.named("n"), ROWS);
        }
        assertTrue(locks.count() > 0);
    }

    @Test
    void budgetsBelowOneByteAreRefused() {
        for (long bytes : new long[] {0, -1}) {
            assertEquals(
                    "budget must be at least 1 byte, got " + bytes,
                    assertThrows(IllegalArgumentException.class, () -> PredictionStore.at(folder)
                                    .budget(bytes))
                            .getMessage());
        }
    }

    private void fill() {
        try (PredictionStore store = PredictionStore.open(folder)) {
            infer(store, CountingModel.named("m"), 3000);
        }
    }

    private Path segment() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith("0-3000.arrow"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Names, sizes and times of all that is in the folder, and of the folder itself. */
    private Map<String, String> state() throws IOException {
        Map<String, String> state = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                state.put(
                        folder.relativize(file).toString(),
                        Files.size(file) + " bytes, changed " + Files.getLastModifiedTime(file) + ", "
                                + Files.getPosixFilePermissions(file));
            }
        }
        return state;
    }

    private static PredictionStore readOnly(Path folder) {
        return PredictionStore.at(folder).readOnly().open();
    }

    private static void relabelled(PredictionStore store) {
        double[][] others =
                IntStream.range(0, 100).mapToObj(row -> new double[] {-row}).toArray(double[][]::new);
        store.frozen(EvaluationSet.binary(new boolean[100]).build(), Features.of(others));
    }

    private static double[] scores() {
        return infer(PredictionStore.inMemory(), CountingModel.named("m"), ROWS).scores(0, ROWS);
    }

    private static boolean[] labels(int every) {
        boolean[] labels = new boolean[ROWS];
        for (int row = 0; row < ROWS; row += every) {
            labels[row] = true;
        }
        return labels;
    }

    private static StoredScores infer(PredictionStore store, CountingModel model, int rows) {
        EvaluationSet set = EvaluationSet.binary(labels(10)).build();
        return store.scores(StoredOrder.of(store.frozen(set, FEATURES), FEATURES), model, BATCH, rows);
    }
}
