package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.CountingModel;
import io.github.tiercel.faults.Fault;
import io.github.tiercel.faults.FaultyFileSystem;
import io.github.tiercel.faults.FileAction;
import io.github.tiercel.faults.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store keeps within its budget while it is in use. */
class HousekeepingTest {

    private static final int ROWS = 5000;
    private static final int BATCH = 1000;
    private static final long BUDGET = 300_000;
    private static final Features<double[]> FEATURES = Features.of(
            IntStream.range(0, ROWS).mapToObj(row -> new double[] {row}).toArray(double[][]::new));

    @TempDir
    private Path folder;

    private final List<StoreEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final Logger logger = Logger.getLogger(PredictionStore.class.getName());
    private final Handler handler = new Handler() {
        @Override
        public void publish(LogRecord said) {
            logged.add(said.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        logger.addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        logger.removeHandler(handler);
    }

    @Test
    void keysThatWereNotUsedForLongestAreEvictedAndTold() throws IOException {
        List<String> keys = new ArrayList<>();
        for (int epoch = 0; epoch < 12; epoch++) {
            try (PredictionStore store =
                    PredictionStore.at(folder).budget(BUDGET).open()) {
                infer(store, "epoch " + epoch, ROWS);
            }
            ageAll(Duration.ofHours(1));
            assertTrue(bytes() <= BUDGET, () -> "the folder has more than its budget");
            StoreCatalog.open(folder).list().stream()
                    .map(StoredKey::hex)
                    .filter(key -> !keys.contains(key))
                    .forEach(keys::add);
        }
        assertEquals(12, keys.size());
        List<String> evicted = events.stream()
                .filter(StoreEvent.Evicted.class::isInstance)
                .map(event -> event.key().orElseThrow())
                .toList();
        assertEquals(keys.subList(0, evicted.size()), evicted);
        assertTrue(evicted.size() >= 5, evicted::toString);
        assertTrue(events.stream()
                .allMatch(event -> !(event instanceof StoreEvent.Evicted gone) || gone.bytes() > 8 * ROWS));
        assertEquals(
                keys.subList(evicted.size(), keys.size()).stream().sorted().toList(),
                StoreCatalog.open(folder).list().stream()
                        .map(StoredKey::hex)
                        .sorted()
                        .toList());
        assertEquals(List.of(), logged);
    }

    @Test
    void aKeyThatWasFoundIsInUse() throws IOException {
        for (int epoch = 0; epoch < 4; epoch++) {
            try (PredictionStore store = PredictionStore.open(folder)) {
                infer(store, "epoch " + epoch, ROWS);
            }
            ageAll(Duration.ofHours(1));
        }
        String first;
        try (PredictionStore store =
                PredictionStore.at(folder).budget(BUDGET / 3).open()) {
            assertEquals(0, infer(store, "epoch 0", ROWS).cost().rowsInferred());
            first = events.get(events.size() - 1).key().orElseThrow();
            infer(store, "epoch 4", ROWS);
        }
        List<String> left =
                StoreCatalog.open(folder).list().stream().map(StoredKey::hex).toList();
        assertEquals(2, left.size());
        assertTrue(left.contains(first), left::toString);
    }

    @Test
    void aKeyLargerThanTheBudgetIsKeptAndThatIsSaidOnce() throws IOException {
        try (PredictionStore store = PredictionStore.at(folder).budget(10_000).open()) {
            for (int rows = BATCH; rows <= ROWS; rows += BATCH) {
                infer(store, "large", rows);
                store.flush();
            }
        }
        String root = folder.toRealPath().toString();
        assertEquals(1, logged.size(), logged::toString);
        assertTrue(
                logged.get(0).startsWith("The prediction store " + root + " has ")
                        && logged.get(0)
                                .endsWith(
                                        " bytes and a budget of 10000, but all of its scores are in use. They are kept:"
                                                + " set a larger budget."),
                logged.get(0));
        assertTrue(events.stream().noneMatch(StoreEvent.Evicted.class::isInstance), events::toString);
        try (PredictionStore store = PredictionStore.open(folder)) {
            assertEquals(0, infer(store, "large", ROWS).cost().rowsInferred());
        }
    }

    @Test
    void anUnlimitedBudgetEvictsNothing() {
        try (PredictionStore store =
                PredictionStore.at(folder).budget(Long.MAX_VALUE).open()) {
            infer(store, "m", ROWS);
            infer(store, "n", ROWS);
        }
        assertEquals(2, StoreCatalog.open(folder).list().size());
        assertEquals(List.of(), logged);
    }

    /** Tidying up is not what the store is there for. */
    @Test
    void aFolderThatCannotBeListedStopsNeitherTheRunNorWriting() throws IOException {
        FaultyFileSystem files = new FaultyFileSystem();
        Fault unreadable = Fault.of(Refusal.IO_ERROR, FileAction.LIST).named("rows");
        files.follow(unreadable);
        Path root = folder.resolve("store");
        try (PredictionStore store =
                PredictionStore.at(files.path(root)).budget(BUDGET / 10).open()) {
            assertEquals(List.of(), infer(store, "m", ROWS).notices());
            store.flush();
            assertEquals(List.of(), infer(store, "n", ROWS).notices());
        }
        assertTrue(unreadable.count() > 1);
        assertEquals(
                List.of("The prediction store " + root.toRealPath()
                        + " cannot be kept within its budget (Input/output error): look at its folder."),
                logged);
        try (PredictionStore store = PredictionStore.open(root)) {
            assertEquals(0, infer(store, "m", ROWS).cost().rowsInferred());
            assertEquals(0, infer(store, "n", ROWS).cost().rowsInferred());
        }
    }

    private StoredScores infer(PredictionStore store, String model, int rows) {
        EvaluationSet set = EvaluationSet.binary(new boolean[ROWS]).build();
        return store.scores(
                StoredOrder.of(store.frozen(set, FEATURES), FEATURES),
                CountingModel.named(model),
                BATCH,
                rows,
                events::add);
    }

    private long bytes() throws IOException {
        long bytes = 0;
        for (String file : Stored.files(folder)) {
            bytes += file.startsWith("orders") ? 0 : Files.size(folder.resolve(file));
        }
        return bytes;
    }

    /** Makes all that is there older, so that nothing was used a moment ago and the first is the oldest. */
    private void ageAll(Duration more) throws IOException {
        StoreLayout layout = StoreLayout.open(folder);
        for (String key : layout.keys()) {
            for (Path file : KeyUsage.of(layout.folder(key)).files()) {
                var time = Files.getLastModifiedTime(file).toInstant().minus(more);
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
    }
}
