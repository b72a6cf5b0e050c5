package io.github.tiercel.store;

import static io.github.tiercel.store.CountedRows.shown;
import static io.github.tiercel.store.CountedRows.use;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.evaluation.CountingModel;
import io.github.tiercel.faults.Fault;
import io.github.tiercel.faults.FaultyFileSystem;
import io.github.tiercel.faults.FileAction;
import io.github.tiercel.faults.Refusal;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.HoldoutUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store in a folder counts, beyond the contract of every store. */
class HoldoutCountTest {

    @TempDir
    private Path folder;

    @Test
    void transformAndSettingsMakeAnotherModel() {
        try (PredictionStore store = PredictionStore.inMemory()) {
            ModelFingerprint plain = ModelFingerprint.of("m");
            for (ModelFingerprint model : List.of(plain, plain.withTransform("2"), plain.withSetting("int8", "yes"))) {
                store.used(CountedRows.ROWS, Predictor.<double[]>of(row -> 0).withFingerprint(model), "full");
            }
            assertEquals("3/4 full 3/4", shown(use(store, "m", "full")));
        }
    }

    @Test
    void tiersOfAnyNameComeBack() {
        String odd = "fast \\ 1\nuse: x 1 y";
        try (PredictionStore store = PredictionStore.open(folder)) {
            use(store, "a", odd);
        }
        try (PredictionStore store = PredictionStore.open(folder)) {
            assertEquals(
                    new HoldoutUse.TierUse(2, 2), use(store, "b", odd).tiers().get(odd));
        }
    }

    @Test
    void twoOpenStoresSeeEachOtherOnceWritten() {
        try (PredictionStore one = PredictionStore.open(folder);
                PredictionStore other = PredictionStore.open(folder)) {
            use(one, "a", "fast");
            use(other, "b", "fast");
            one.flush();
            other.flush();
            use(one, "a", "fast");
            one.flush();
            assertEquals("2/4 fast 2/4", shown(use(one, "a", "fast")));
        }
    }

    @Test
    void aThousandEpochsLeaveFewFiles() throws IOException {
        try (PredictionStore store = PredictionStore.open(folder)) {
            for (int epoch = 0; epoch < 300; epoch++) {
                use(store, "epoch " + epoch, "fast");
                // So that each has a file of its own.
                store.flush();
            }
            assertEquals("300/301 fast 300/301", shown(use(store, "epoch 7", "fast")));
        }
        assertTrue(CountedRows.files(folder).size() <= UseFolder.MOST_FILES + 1);
        try (PredictionStore store = PredictionStore.open(folder)) {
            assertEquals("300/302 fast 300/302", shown(use(store, "epoch 7", "fast")));
        }
    }

    @Test
    void aReadOnlyStoreGoesOnFromWhatIsThereInMemory() throws IOException {
        try (PredictionStore store = PredictionStore.open(folder)) {
            use(store, "a", "full");
        }
        List<Path> before = CountedRows.files(folder);
        try (PredictionStore store = PredictionStore.at(folder).readOnly().open()) {
            use(store, "b", "full");
            store.flush();
            assertEquals("2/3 full 2/3", shown(use(store, "b", "full")));
        }
        assertEquals(before, CountedRows.files(folder));
        try (PredictionStore store = PredictionStore.at(folder).withoutLocks().open()) {
            assertEquals("2/2 full 2/2", shown(use(store, "c", "full")));
        }
    }

    @Test
    void aDiskThatRefusesEverythingFailsNoCount() throws IOException {
        PredictionStore.open(folder).close();
        for (Refusal refusal : List.of(Refusal.ACCESS_DENIED, Refusal.READ_ONLY, Refusal.NOT_PERMITTED)) {
            FaultyFileSystem files = new FaultyFileSystem();
            files.follow(Fault.of(refusal, FileAction.CREATE, FileAction.WRITE, FileAction.MAKE_FOLDER));
            try (PredictionStore store = PredictionStore.open(files.path(folder));
                    Warnings warnings = new Warnings()) {
                use(store, "a", "full");
                store.flush();
                use(store, "b", "full");
                store.flush();
                assertEquals("2/3 full 2/3", shown(use(store, "a", "full")));
                assertEquals(1, warnings.texts().size());
            }
        }
        assertEquals(List.of(), CountedRows.files(folder));
    }

    @Test
    void damagedCountsGoToQuarantineAndAreSaidToBeMissing() throws IOException {
        try (PredictionStore store = PredictionStore.open(folder)) {
            use(store, "a", "full");
            store.flush();
            use(store, "b", "full");
        }
        Path damaged = CountedRows.files(folder).get(0);
        SegmentFolderTest.damage(damaged);
        try (Warnings warnings = new Warnings();
                PredictionStore store = PredictionStore.open(folder)) {
            HoldoutUse use = use(store, "c", "full");
            assertEquals("2/2 full 2/2", shown(use));
            assertFalse(use.isWhole());
            assertTrue(warnings.texts().get(0).startsWith("Files of how often rows were used did not pass the check"));
        }
        assertFalse(Files.exists(damaged));
        assertEquals(1, Stored.files(folder.resolve("quarantine")).size());
        try (PredictionStore store = PredictionStore.open(folder)) {
            assertTrue(use(store, "c", "full").isWhole());
        }
    }

    @Test
    void countsThatCannotBeReadAreSaidToBeMissing() {
        try (PredictionStore store = PredictionStore.open(folder)) {
            use(store, "a", "full");
        }
        FaultyFileSystem files = new FaultyFileSystem();
        files.follow(Fault.of(Refusal.ACCESS_DENIED, FileAction.OPEN_READ).named("**.uses"));
        try (PredictionStore store =
                PredictionStore.at(files.path(folder)).readOnly().open()) {
            HoldoutUse use = use(store, "b", "full");
            assertEquals("1/1 full 1/1", shown(use));
            assertFalse(use.isWhole());
        }
    }

    @Test
    void verifyingFindsDamagedCounts() throws IOException {
        try (PredictionStore store = PredictionStore.open(folder)) {
            use(store, "a", "full");
        }
        assertTrue(StoreCatalog.open(folder).verify().isWhole());
        assertEquals(1, StoreCatalog.open(folder).verify().files());
        Path file = CountedRows.files(folder).get(0);
        SegmentFolderTest.damage(file);
        assertEquals(
                List.of(new StoreCheck.Problem(
                        folder.toRealPath().relativize(file.toRealPath()).toString(),
                        "its checksum is not that of its lines",
                        true)),
                StoreCatalog.open(folder).verify().problems());
    }

    @Test
    void theCatalogListsTheRowsOfMostModelsFirst() throws IOException {
        StoredOrder<double[]> others = CountedRows.of(7);
        try (PredictionStore store = PredictionStore.open(folder)) {
            use(store, "a", "full");
            use(store, "a", "full");
            store.used(others, CountingModel.named("a"), "fast");
            store.used(others, CountingModel.named("b"), "fast");
        }
        List<StoredUse> uses = StoreCatalog.open(folder).uses();
        assertEquals(
                List.of(others.fingerprint().orElseThrow(), CountedRows.ORDER),
                uses.stream().map(StoredUse::order).toList());
        assertEquals("1/2 full 1/2", shown(uses.get(1).use()));
        assertEquals(Files.size(CountedRows.files(folder).get(0)), uses.get(1).bytes());
    }

    /** Scores that are gone were used all the same. */
    @Test
    void countsOutliveEvictedScoresAndGoLast() throws IOException {
        try (PredictionStore store = PredictionStore.open(folder)) {
            store.scores(CountedRows.ROWS, CountingModel.named("a"), 10, 100);
            use(store, "a", "full");
        }
        StoreLayout layout = StoreLayout.open(folder);
        EvictionTest.age(layout.folder(layout.keys().get(0)), Duration.ofDays(1));
        EvictionTest.age(layout.rows(CountedRows.ORDER), Duration.ofDays(1));
        EvictionTest.age(layout.uses(CountedRows.ORDER), Duration.ofDays(1));
        StoreCatalog catalog = StoreCatalog.open(folder);
        long counts = Files.size(CountedRows.files(folder).get(0));
        PruneResult rehearsed = catalog.rehearsePrune(counts);
        PruneResult pruned = catalog.prune(counts);
        assertEquals(rehearsed, pruned);
        assertEquals(1, pruned.keys().size());
        assertEquals(counts, pruned.bytesLeft());
        assertEquals(1, CountedRows.files(folder).size());
        assertEquals(0, catalog.prune(0).bytesLeft());
        assertEquals(List.of(), CountedRows.files(folder));
    }

    @Test
    void recentCountsAreNotDeleted() throws IOException {
        try (PredictionStore store = PredictionStore.open(folder)) {
            use(store, "a", "full");
        }
        StoreCatalog.open(folder).prune(0);
        assertEquals(1, CountedRows.files(folder).size());
    }

    /** As {@code rm -rf} does to a store that is in use. */
    @Test
    void aDeletedFolderHarmsNoCount() throws IOException {
        try (PredictionStore store = PredictionStore.open(folder.resolve("store"))) {
            use(store, "a", "full");
            store.flush();
            Stored.delete(folder.resolve("store"));
            use(store, "b", "full");
            store.flush();
            assertEquals("2/3 full 2/3", shown(use(store, "a", "full")));
        }
        assertFalse(Files.exists(folder.resolve("store")));
    }
}
