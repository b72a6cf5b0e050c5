package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.CountingModel;
import io.github.tiercel.inference.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class StoreCatalogTest {

    private static final int ROWS = 500;
    private static final int BATCH = 100;

    @TempDir
    private Path folder;

    @Test
    void keysAreListedTheLastUsedFirst() throws IOException {
        infer("one", ROWS, ROWS);
        infer("two", ROWS, 150);
        age("one", Duration.ofHours(1));
        List<StoredKey> keys = catalog().list();
        assertEquals(
                List.of("two", "one"),
                keys.stream().map(key -> key.model().model()).toList());
        StoredKey two = keys.get(0);
        assertEquals(200, two.rows());
        assertEquals(OptionalInt.of(ROWS), two.rowsOfOrder());
        assertEquals(1, two.segments());
        assertEquals(OptionalInt.empty(), two.batchRows());
        assertEquals(List.of("score"), two.outputs().names());
        assertEquals(two.key().hex(), two.hex());
        assertEquals(keys.get(1).order(), two.order());
        assertEquals(ROWS, keys.get(1).rows());
    }

    @Test
    void rowsOfADeletedRecordAreUnknown() throws IOException {
        infer("one", ROWS, ROWS);
        Files.delete(only("keys.arrow"));
        assertEquals(OptionalInt.empty(), catalog().list().get(0).rowsOfOrder());
    }

    @Test
    void anEmptyStoreHasNoKeys() {
        PredictionStore.open(folder).close();
        assertEquals(List.of(), catalog().list());
        assertTrue(catalog().verify().isWhole());
    }

    @Test
    void aFolderThatIsNoStoreIsNotMadeOne() {
        Path nothing = folder.resolve("nothing");
        StoreException refused = assertThrows(StoreException.class, () -> StoreCatalog.open(nothing));
        assertEquals(
                "There is no prediction store at " + nothing
                        + ": name the folder of one, or make one by evaluating a model with it.",
                refused.getMessage());
        assertThrows(StoreException.class, () -> StoreCatalog.open(folder));
        assertEquals(List.of(), Stored.files(folder));
    }

    @Test
    void aKeyIsFoundByItsFirstDigits() throws IOException {
        infer("one", ROWS, ROWS);
        String hex = catalog().list().get(0).hex();
        assertEquals(hex, catalog().find(hex.substring(0, 4)).hex());
        assertEquals(hex, catalog().find(hex).hex());
        String root = folder.toRealPath().toString();
        assertRefused(
                "\"abc\" is too short to name a key: give at least 4 of its digits, as `tiercel store ls` shows them.",
                () -> catalog().find("abc"));
        String other = (hex.startsWith("0") ? "1" : "0") + hex.substring(1);
        assertRefused(
                "No key of the store " + root + " begins with \"" + other + "\": `tiercel store ls` shows them.",
                () -> catalog().find(other));
    }

    /** Four digits are shared by two of enough keys. */
    @Test
    void digitsOfSeveralKeysNameNone() throws IOException {
        StoreLayout layout = StoreLayout.open(folder);
        Map<String, StoreKey> byStart = new HashMap<>();
        StoreKey one = Stored.key("run/0", 1, Precision.DOUBLE);
        Optional<StoreKey> other = Optional.empty();
        for (int i = 1; other.isEmpty(); i++) {
            other = Optional.ofNullable(byStart.put(start(one), one));
            one = other.isEmpty() ? Stored.key("run/" + i, 1, Precision.DOUBLE) : one;
        }
        for (StoreKey key : List.of(one, other.get())) {
            Files.createDirectories(layout.folder(key.hex()));
            Files.writeString(layout.folder(key.hex()).resolve(SegmentFolder.KEY_FILE), key.text());
        }
        String shared = start(one);
        assertRefused(
                "2 keys of the store " + layout.root() + " begin with \"" + shared + "\": give more digits.",
                () -> catalog().find(shared));
    }

    private static String start(StoreKey key) {
        return key.hex().substring(0, 4);
    }

    @Test
    void aDamagedFileIsNamedAndGoesToQuarantine() throws IOException {
        infer("one", ROWS, ROWS);
        StoreCheck whole = catalog().verify();
        assertTrue(whole.isWhole());
        // The text of the key, its scores, the strata, row keys and labels.
        assertEquals(5, whole.files());
        Path segment = only("0-500.arrow");
        String path = folder.toRealPath().relativize(segment.toRealPath()).toString();
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.delete(segment);
        Files.write(segment, bytes);
        StoreCheck damaged = catalog().verify();
        assertEquals(4, damaged.files());
        StoreCheck.Problem problem = damaged.problems().get(0);
        assertEquals(1, damaged.problems().size());
        assertEquals(path, problem.file());
        assertTrue(problem.what().contains("checksum"), problem.what());
        assertTrue(problem.isGone());
        assertFalse(Files.exists(segment));
        assertTrue(Stored.files(folder.resolve("quarantine")).get(0).endsWith("0-500.arrow"));
        assertTrue(catalog().verify().isWhole());
        assertEquals(0, catalog().list().get(0).rows());
    }

    @Test
    void aTextOfAnotherKeyIsNamed() throws IOException {
        infer("one", ROWS, ROWS);
        Path text = only("key.txt");
        Files.delete(text);
        Files.writeString(text, "model: two\n");
        StoreCheck.Problem problem = catalog().verify().problems().get(0);
        assertTrue(problem.file().endsWith("key.txt"));
        assertEquals("it is not the text of this key", problem.what());
    }

    @Test
    void anExplanationSaysWhatOtherKeysDifferIn() {
        infer("one", ROWS, ROWS);
        infer("one", ROWS + 12, ROWS);
        infer("two", ROWS, ROWS);
        StoredKey key = catalog().list().stream()
                .filter(known -> known.model().model().equals("one")
                        && known.rowsOfOrder().orElse(0) == ROWS)
                .findFirst()
                .orElseThrow();
        KeyExplanation explained = catalog().explain(key.hex());
        assertEquals(key.hex(), explained.key().hex());
        assertEquals(2, explained.others().size());
        for (KeyExplanation.Comparison other : explained.others()) {
            boolean isSameModel = other.key().model().model().equals("one");
            assertEquals(List.of(isSameModel ? "rows: 512 -> 500" : "model: two -> one"), other.different());
            assertEquals(
                    List.of(isSameModel ? "model" : "transform", isSameModel ? "transform" : "outputs"),
                    other.same().subList(0, 2));
        }
    }

    @Test
    void aTableHasScoresWithTheLatestLabelsByRowKey() {
        EvaluationSet set = infer("one", ROWS, ROWS);
        StoredTable first = table();
        assertEquals(ROWS, first.rows());
        assertTrue(first.hasLabels());
        assertEquals(List.of(), first.classes());
        boolean[] relabelled = new boolean[ROWS];
        relabelled[7] = true;
        infer("one", set.withLabels(relabelled), ROWS);
        StoredTable second = table();
        double[] scores = second.scores(0);
        assertArrayEquals(first.scores(0), scores);
        for (int row = 0; row < ROWS; row++) {
            // Ids count down, so the smallest is the last row's.
            int of = ROWS - 1 - row;
            assertEquals(1000 + row, second.rowKey(row));
            assertEquals(of % 3 == 0 ? 1 : 0, first.label(row));
            assertEquals(of == 7 ? 1 : 0, second.label(row));
            assertEquals(of / 7.0, scores[row]);
        }
    }

    @Test
    void aTableOfSomeRowsHasThese() {
        infer("one", ROWS, 150);
        assertEquals(200, table().rows());
        assertEquals(200, table().scores(0).length);
    }

    @Test
    void aTableNeedsTheRowKeys() throws IOException {
        infer("one", ROWS, ROWS);
        Files.delete(only("keys.arrow"));
        String hex = catalog().list().get(0).hex();
        StoreException refused =
                assertThrows(StoreException.class, () -> catalog().table(hex));
        assertEquals(
                "The store " + folder.toRealPath() + " does not know which rows the scores of " + hex
                        + " belong to: evaluate the model on the same rows once more, then export again.",
                refused.getMessage());
    }

    @Test
    void pruningDeletesTheLeastRecentlyUsedAndARehearsalDeletesNothing() throws IOException {
        infer("one", ROWS, ROWS);
        infer("two", ROWS + 12, ROWS);
        infer("now", ROWS, ROWS);
        age("one", Duration.ofHours(2));
        age("two", Duration.ofHours(1));
        List<String> files = Stored.files(folder);
        PruneResult rehearsed = catalog().rehearsePrune(0);
        files = Stream.concat(files.stream(), Stream.of("locks.bin"))
                .distinct()
                .sorted()
                .toList();
        assertEquals(files, Stored.files(folder));
        assertEquals(List.of(hex("one"), hex("two")), rehearsed.keys());
        assertEquals(List.of(hex("now")), rehearsed.inUse());
        String now = hex("now");
        long before = rehearsed.bytesDeleted() + rehearsed.bytesLeft();
        PruneResult pruned = catalog().prune(0);
        assertEquals(rehearsed, pruned);
        assertEquals(List.of(now), catalog().list().stream().map(StoredKey::hex).toList());
        PruneResult again = catalog().prune(before);
        assertEquals(List.of(), again.keys());
        assertEquals(pruned.bytesLeft(), again.bytesLeft());
    }

    @Test
    void withinTheBudgetNothingIsDeleted() throws IOException {
        infer("one", ROWS, ROWS);
        age("one", Duration.ofHours(2));
        PruneResult result = catalog().prune(10L << 30);
        assertEquals(List.of(), result.keys());
        assertEquals(List.of(), result.inUse());
        assertEquals(0, result.bytesDeleted());
        assertTrue(result.bytesLeft() > 0);
        assertRefused("bytes must be at least 0, got -1", () -> catalog().prune(-1));
    }

    @Test
    void whileAnotherDeletesNobodyElseDoes() throws IOException {
        infer("one", ROWS, ROWS);
        Optional<KeyLock> held = StoreLocks.of(StoreLayout.open(folder)).tryAcquireStore();
        try (KeyLock lock = held.orElseThrow()) {
            assertTrue(lock.isExclusive());
            StoreException busy =
                    assertThrows(StoreException.class, () -> catalog().prune(0));
            assertEquals(
                    "Another process is deleting from the prediction store " + folder.toRealPath()
                            + ": wait until it is done, then look again.",
                    busy.getMessage());
        }
    }

    private StoreCatalog catalog() {
        return StoreCatalog.open(folder);
    }

    private StoredTable table() {
        return catalog().table(hex("one"));
    }

    private String hex(String model) {
        return catalog().list().stream()
                .filter(key -> key.model().model().equals(model))
                .findFirst()
                .orElseThrow()
                .hex();
    }

    private EvaluationSet infer(String model, int rowsOfSet, int rows) {
        boolean[] labels = new boolean[rowsOfSet];
        for (int row = 0; row < labels.length; row += 3) {
            labels[row] = true;
        }
        EvaluationSet set = EvaluationSet.binary(labels)
                .ids(LongStream.range(0, rowsOfSet)
                        .map(row -> 1000 + rowsOfSet - 1 - row)
                        .toArray())
                .build();
        infer(model, set, rows);
        return set;
    }

    private void infer(String model, EvaluationSet set, int rows) {
        Features<double[]> features = Features.of(IntStream.range(0, set.rows())
                .mapToObj(row -> new double[] {row / 7.0})
                .toArray(double[][]::new));
        try (PredictionStore store = PredictionStore.open(folder)) {
            StoredOrder<double[]> order = StoredOrder.of(store.frozen(set, features), features);
            store.scores(order, CountingModel.named(model), BATCH, rows);
        }
    }

    private void age(String model, Duration age) throws IOException {
        Path key = StoreLayout.open(folder).folder(hex(model));
        String order = catalog().find(hex(model)).order();
        for (Path folder : List.of(key, StoreLayout.open(this.folder).rows(order))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
                }
            }
        }
    }

    private Path only(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
