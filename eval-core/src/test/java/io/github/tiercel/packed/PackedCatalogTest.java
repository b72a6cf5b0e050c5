package io.github.tiercel.packed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.DataException;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedCatalogTest {

    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);
    private static final String C = "c".repeat(64);
    private static final String D = "d".repeat(64);
    private static final Path SOURCE = Path.of("/data/holdout\n.csv");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private final Map<Path, String> states = new HashMap<>(Map.of(SOURCE, "as it was"));

    private PackedCatalog catalog() {
        return PackedCatalog.of(folder, source -> Optional.ofNullable(states.get(source)));
    }

    /** Packs a set that was last used some hours ago. */
    private Path pack(String name, Path source, int hours) throws IOException {
        Path set = SmallSet.write(folder.resolve(name)).folder();
        catalog().used(name, source, "as it was");
        age(set, Duration.ofHours(hours));
        return set;
    }

    private static void age(Path set, Duration age) throws IOException {
        Files.setLastModifiedTime(
                set.resolve("source.txt"), FileTime.from(Instant.now().minus(age)));
    }

    private static List<String> names(List<KeptSet> sets) {
        return sets.stream().map(KeptSet::name).toList();
    }

    @Test
    void listsWhatIsThereTheLastUsedFirst() throws IOException {
        Path old = pack(A, SOURCE, 3);
        pack(B, SOURCE, 1);
        assertEquals(List.of(B, A), names(catalog().list()));
        KeptSet set = catalog().list().get(1);
        assertEquals(SOURCE.toString(), set.path());
        assertEquals(KeptSet.Source.UNCHANGED, set.source());
        assertEquals(SmallSet.ROWS, set.rows());
        assertFalse(set.isDamaged());
        assertEquals(Files.getLastModifiedTime(old.resolve("source.txt")).toInstant(), set.lastUsed());
        try (Stream<Path> files = Files.list(old)) {
            assertEquals(files.mapToLong(file -> file.toFile().length()).sum(), set.bytes());
        }
    }

    @Test
    void saysWhatHasBecomeOfSources() throws IOException {
        pack(A, SOURCE, 1);
        states.put(SOURCE, "changed since");
        assertEquals(KeptSet.Source.CHANGED, catalog().list().get(0).source());
        states.clear();
        assertEquals(KeptSet.Source.GONE, catalog().list().get(0).source());
        Files.delete(folder.resolve(A).resolve("source.txt"));
        assertEquals(KeptSet.Source.UNKNOWN, catalog().list().get(0).source());
        assertEquals("small.csv", catalog().list().get(0).path());
    }

    @Test
    void foldersOfOthersAreNotTouched() throws IOException {
        SmallSet.write(folder.resolve("mine.packed"));
        Files.createDirectory(folder.resolve(A));
        Files.writeString(folder.resolve(A).resolve("notes.txt"), "mine");
        Files.writeString(folder.resolve(B), "a file");
        assertEquals(List.of(), catalog().list());
        assertEquals(0, catalog().prune(0).bytesDeleted());
        assertTrue(Files.exists(folder.resolve(A).resolve("notes.txt")));
        assertTrue(PackedSet.isSet(folder.resolve("mine.packed")));
    }

    @Test
    void whereNothingIsPackedNothingIsMade() {
        Path none = folder.resolve("none");
        PackedCatalog catalog = PackedCatalog.of(none, source -> Optional.empty());
        assertEquals(List.of(), catalog.list());
        assertEquals(new PrunedSets(List.of(), List.of(), 0, 0), catalog.prune(0));
        assertFalse(Files.exists(none));
    }

    @Test
    void pruneDeletesWhatNobodyFindsAgainAndThenTheLeastRecentlyUsed() throws IOException {
        Path gone = Path.of("/data/gone.csv");
        pack(A, SOURCE, 9);
        pack(B, SOURCE, 7);
        pack(C, gone, 1);
        Path damaged = pack(D, SOURCE, 2);
        Files.delete(damaged.resolve("0-10.arrow"));
        long bytes = catalog().list().stream().mapToLong(KeptSet::bytes).sum();
        assertEquals(List.of(), catalog().prune(bytes).deleted());
        PrunedSets rehearsed = catalog().rehearsePrune(0);
        assertEquals(List.of(D, C, A, B), names(rehearsed.deleted()));
        assertEquals(bytes, rehearsed.bytesDeleted());
        assertEquals(4, catalog().list().size());
        PrunedSets pruned = catalog().prune(bytes - 1);
        assertEquals(List.of(D), names(pruned.deleted()));
        assertEquals(List.of(C), names(catalog().prune(pruned.bytesLeft() - 1).deleted()));
        PrunedSets rest = catalog().prune(0);
        assertEquals(List.of(A, B), names(rest.deleted()));
        assertEquals(0, rest.bytesLeft());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("locks.bin")), left.toList());
        }
    }

    @Test
    void whatWasUsedAMomentAgoStays() throws IOException {
        Path set = pack(A, SOURCE, 1);
        age(set, Duration.ofSeconds(100));
        PrunedSets pruned = catalog().prune(0);
        assertEquals(List.of(A), names(pruned.inUse()));
        assertEquals(List.of(), pruned.deleted());
        assertEquals(pruned.bytesLeft(), catalog().list().get(0).bytes());
        // A clock that went wrong protects nothing.
        age(set, Duration.ofDays(-1));
        assertEquals(List.of(A), names(catalog().prune(0).deleted()));
    }

    @Test
    void whatThisProcessUsesStays() throws IOException {
        pack(A, SOURCE, 1);
        pack(B, SOURCE, 1);
        catalog().hold(A);
        catalog().hold(A);
        PrunedSets pruned = catalog().prune(0);
        assertEquals(List.of(A), names(pruned.inUse()));
        assertEquals(List.of(B), names(pruned.deleted()));
        assertEquals(SmallSet.ROWS, PackedSet.open(folder.resolve(A)).rows());
    }

    @Test
    void locksOfAFolderThatWasDeletedAreMadeAnew() throws IOException {
        catalog().hold(A);
        Files.delete(folder.resolve("locks.bin"));
        pack(A, SOURCE, 1);
        catalog().hold(A);
        assertEquals(List.of(A), names(catalog().prune(0).inUse()));
    }

    @Test
    void onlyOneDeletesAtATime() throws IOException {
        pack(A, SOURCE, 1);
        try (SetLocks.Claim other = SetLocks.in(folder).claimFolder().orElseThrow()) {
            assertTrue(other.isCertain());
            DataException busy =
                    assertThrows(DataException.class, () -> catalog().prune(0));
            assertEquals(
                    "Another process is deleting packed sets from " + folder
                            + ": wait until it is done, then look again.",
                    busy.getMessage());
        }
        assertEquals(List.of(A), names(catalog().prune(0).deleted()));
    }

    @Test
    void aSetThatIsBeingDeletedIsWaitedFor() throws Exception {
        pack(A, SOURCE, 1);
        SetLocks locks = SetLocks.in(folder);
        SetLocks.Claim claim = locks.claim(A).orElseThrow();
        Thread user = new Thread(() -> catalog().hold(A));
        user.start();
        user.join(100);
        assertTrue(user.isAlive());
        claim.close();
        user.join();
        assertTrue(locks.claim(A).isEmpty());
    }

    @Test
    void whatKilledPackingsLeftGoesAfterADay() throws IOException {
        Path left = folder.resolve("." + A + ".0123abcd-0123-0123-0123-0123456789ab.tmp");
        Path mine = folder.resolve("." + A + ".tmp");
        for (Path path : List.of(left, mine)) {
            Files.createDirectories(path.resolve("set"));
            Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofHours(23))));
        }
        catalog().prune(Long.MAX_VALUE);
        assertTrue(Files.exists(left));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(mine, FileTime.from(Instant.now().minus(Duration.ofHours(25))));
        catalog().rehearsePrune(Long.MAX_VALUE);
        assertTrue(Files.exists(left));
        catalog().prune(Long.MAX_VALUE);
        assertFalse(Files.exists(left));
        assertTrue(Files.exists(mine));
    }

    @Test
    void whereFilesCannotBeLockedADaySpares() throws IOException {
        Files.createDirectory(folder.resolve("locks.bin"));
        pack(A, SOURCE, 23);
        pack(B, SOURCE, 25);
        catalog().hold(B);
        PrunedSets pruned = catalog().prune(0);
        assertEquals(List.of(B), names(pruned.deleted()));
        assertEquals(List.of(A), names(pruned.inUse()));
    }

    @Test
    void negativeBytesAreRefused() {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> catalog().prune(-1));
        assertEquals("bytes must be at least 0, got -1", refused.getMessage());
    }
}
