package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.faults.Fault;
import io.github.tiercel.faults.FaultyFileSystem;
import io.github.tiercel.faults.FileAction;
import io.github.tiercel.faults.Refusal;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvictionTest {

    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    private Path root;

    private StoreLayout layout;

    @BeforeEach
    void open() {
        layout = StoreLayout.open(root);
    }

    @Test
    void theLeastRecentlyUsedGoFirstUntilThereIsLittleEnough() throws IOException {
        StoreKey middle = stored("middle", HOUR.multipliedBy(2));
        StoreKey oldest = stored("oldest", HOUR.multipliedBy(3));
        StoreKey newest = stored("newest", HOUR);
        long one = bytes(newest);
        assertEquals(List.of(), run(3 * one, one).evicted());
        Eviction.Outcome outcome = run(3 * one - 1, one + one / 2);
        assertEquals(
                List.of(new Eviction.Evicted(oldest.hex(), one), new Eviction.Evicted(middle.hex(), one)),
                outcome.evicted());
        assertEquals(one, outcome.bytes());
        assertEquals(List.of(newest.hex()), layout.keys());
        assertFalse(Files.exists(layout.folder(oldest.hex())));
    }

    /** They are no scores, and a folder in which they lie cannot be deleted. */
    @Test
    void whatKilledProcessesLeftADayAgoGoesToo() throws IOException {
        StoreKey key = stored("killed", Duration.ofDays(3));
        Path left = temporary(key, Duration.ofDays(2));
        run(0, 0);
        assertFalse(Files.exists(left));
        assertFalse(Files.exists(layout.folder(key.hex())));
        StoreKey atWork = stored("at work", Duration.ofDays(3));
        Path young = temporary(atWork, HOUR);
        run(0, 0);
        assertTrue(Files.exists(young));
    }

    private Path temporary(StoreKey key, Duration age) throws IOException {
        Path file = Files.createFile(layout.folder(key.hex()).resolve(UUID.randomUUID() + ".tmp"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
        return file;
    }

    @Test
    void noMoreGoThanHaveTo() throws IOException {
        stored("a", HOUR.multipliedBy(3));
        StoreKey b = stored("b", HOUR.multipliedBy(2));
        StoreKey c = stored("c", HOUR);
        Eviction.Outcome outcome = run(2 * bytes(c), 2 * bytes(c));
        assertEquals(1, outcome.evicted().size());
        assertEquals(List.of(b.hex(), c.hex()).stream().sorted().toList(), layout.keys());
    }

    @Test
    void whatWasUsedAMomentAgoStays() throws IOException {
        StoreKey used = stored("used", Duration.ZERO);
        StoreKey touched = stored("touched", HOUR);
        LastUse.of(layout, touched).touch();
        StoreKey unused = stored("unused", HOUR);
        Eviction.Outcome outcome = run(0, 0);
        assertEquals(
                List.of(unused.hex()),
                outcome.evicted().stream().map(Eviction.Evicted::key).toList());
        assertEquals(bytes(used) + bytes(touched), outcome.bytes());
    }

    @Test
    void whatAnotherStoreOfTheProcessInfersStays() throws IOException {
        StoreKey key = stored("m", HOUR);
        try (KeyLock held = StoreLocks.of(layout).tryAcquire(key).orElseThrow()) {
            assertTrue(held.isExclusive());
            assertEquals(List.of(), run(0, 0).evicted());
        }
        assertEquals(1, run(0, 0).evicted().size());
    }

    @Test
    void whatAnotherProcessInfersStays() throws IOException {
        publish(StoreChild.KEY, 0, 1000);
        age(layout.folder(StoreChild.KEY.hex()), HOUR);
        try (StoreChild child = StoreChild.start("hold", root)) {
            assertEquals("true", child.line());
            assertEquals(List.of(), run(0, 0).evicted());
        }
        assertEquals(List.of(StoreChild.KEY.hex()), layout.keys());
    }

    @Test
    void oneProcessDeletesAtATime() throws IOException {
        stored("m", HOUR);
        try (KeyLock all = StoreLocks.of(layout).tryAcquireStore().orElseThrow()) {
            assertTrue(all.isExclusive());
            assertEquals(List.of(), run(0, 0).evicted());
        }
        assertEquals(1, run(0, 0).evicted().size());
    }

    @Test
    void whatIsNotTheStoresStays() throws IOException {
        StoreKey key = stored("m", HOUR);
        Path notes = Files.writeString(layout.folder(key.hex()).resolve("notes.txt"), "mine");
        Path temporary = Files.writeString(
                layout.folder(key.hex()).resolve("01234567-89ab-cdef-0123-456789abcdef.tmp"), "in the making");
        Path beside = Files.writeString(root.resolve("notes.txt"), "mine");
        Path other = Files.createDirectories(root.resolve("ab/not-a-key"));
        Path inside = Files.writeString(other.resolve("0-1000.arrow"), "mine");
        Path order = Files.createDirectories(layout.orders());
        Path frozen = Files.writeString(order.resolve("a.arrow"), "an order");
        Path file = Files.writeString(root.resolve("ab/readme"), "mine");
        assertEquals(1, run(0, 0).evicted().size());
        for (Path stays : List.of(notes, temporary, beside, inside, frozen, file, root.resolve("VERSION"))) {
            assertTrue(Files.exists(stays), stays::toString);
        }
        assertEquals(List.of(), SegmentFolder.of(layout, key).list());
        // The folder is there for what is not the store's, and takes up nothing.
        assertEquals(List.of(), run(0, 0).evicted());
    }

    /** Whoever is killed meanwhile, or reads meanwhile, has the first scores without a gap. */
    @Test
    void whatIsLeftAtAnyTimeIsAPrefix() throws IOException {
        StoreKey key = Stored.key();
        for (int segment = 0; segment < 4; segment++) {
            publish(key, 1000 * segment, 1000 * (segment + 1));
        }
        List<Path> files = KeyUsage.of(layout.folder(key.hex())).files();
        assertEquals(5, files.size());
        for (int deleted = 0; deleted < 4; deleted++) {
            StoredPrefix prefix = SegmentFolder.open(layout, key).read(4000);
            assertEquals(1000 * (4 - deleted), prefix.rows());
            Stored.assertRight(key, prefix);
            Files.delete(files.get(deleted));
        }
        assertEquals("key.txt", files.get(4).getFileName().toString());
        assertEquals(0, SegmentFolder.open(layout, key).read(4000).rows());
        publish(key, 0, 1000);
        assertEquals(1000, SegmentFolder.open(layout, key).read(4000).rows());
    }

    @Test
    void rowsOfNoKeyGoAndThoseOfAKeyStay() throws IOException {
        StoredOrder<double[]> wanted = order(3);
        StoredOrder<double[]> unwanted = order(4);
        StoredOrder<double[]> fresh = order(5);
        for (StoredOrder<double[]> rows : List.of(wanted, unwanted, fresh)) {
            new RowRecords(layout, rows.fingerprint().orElseThrow()).keep(rows);
        }
        age(layout.rows(wanted.fingerprint().orElseThrow()), HOUR);
        age(layout.rows(unwanted.fingerprint().orElseThrow()), HOUR);
        StoreKey kept = key("kept", wanted.fingerprint().orElseThrow());
        publish(kept, 0, 3);
        stored("gone", HOUR);
        assertEquals(1, run(0, 0).evicted().size());
        assertTrue(Files.exists(layout.rows(wanted.fingerprint().orElseThrow())));
        assertFalse(Files.exists(layout.rows(unwanted.fingerprint().orElseThrow())));
        assertTrue(Files.exists(layout.rows(fresh.fingerprint().orElseThrow())));
    }

    @Test
    void timesOfAClockThatWentWrongProtectNothing() throws IOException {
        StoreKey future = stored("future", HOUR.negated());
        StoreKey past = stored("past", Duration.ofDays(20_000));
        assertEquals(
                List.of(past.hex(), future.hex()),
                run(0, 0).evicted().stream().map(Eviction.Evicted::key).toList());
    }

    @Test
    void withoutLocksADayIsAMoment() throws IOException {
        stored("hours", HOUR.multipliedBy(23));
        StoreKey days = stored("days", Duration.ofDays(2));
        Eviction.Outcome outcome = new Eviction(layout, StoreLocks.none(), Eviction.RECENT).run(0, 0);
        assertEquals(
                List.of(days.hex()),
                outcome.evicted().stream().map(Eviction.Evicted::key).toList());
    }

    @Test
    void nothingIsEvictedFromAnEmptyStore() throws IOException {
        assertEquals(Eviction.Outcome.ofNothing(0, false), run(0, 0));
    }

    /** As of another user, on a shared disk. */
    @Test
    void aFolderThatCannotBeReadIsLeftOut() throws IOException {
        StoreKey foreign = stored("foreign", HOUR.multipliedBy(2));
        StoreKey own = stored("own", HOUR);
        FaultyFileSystem files = new FaultyFileSystem();
        StoreLayout faulty = StoreLayout.open(files.path(root));
        files.follow(Fault.of(Refusal.ACCESS_DENIED, FileAction.LIST).named(foreign.hex()));
        Eviction.Outcome outcome = new Eviction(faulty, StoreLocks.of(faulty), Eviction.RECENT).run(0, 0);
        assertEquals(
                List.of(own.hex()),
                outcome.evicted().stream().map(Eviction.Evicted::key).toList());
        assertEquals(List.of(foreign.hex()), layout.keys());
    }

    @Test
    void aTextThatIsNoneCountsAsNoKeys() throws IOException {
        StoredOrder<double[]> rows = order(3);
        new RowRecords(layout, rows.fingerprint().orElseThrow()).keep(rows);
        age(layout.rows(rows.fingerprint().orElseThrow()), HOUR);
        StoreKey damaged = key("damaged", rows.fingerprint().orElseThrow());
        publish(damaged, 0, 3);
        Path text = layout.folder(damaged.hex()).resolve("key.txt");
        Files.delete(text);
        // No UTF-8.
        Files.write(text, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        stored("gone", HOUR);
        assertEquals(1, run(0, 0).evicted().size());
        assertEquals(List.of(damaged.hex()), layout.keys());
        assertFalse(Files.exists(layout.rows(rows.fingerprint().orElseThrow())));
    }

    /** To which rows another user's scores belong cannot be told, so none is taken away. */
    @Test
    void rowsStayWhereATextCannotBeRead() throws IOException {
        StoredOrder<double[]> rows = order(3);
        new RowRecords(layout, rows.fingerprint().orElseThrow()).keep(rows);
        age(layout.rows(rows.fingerprint().orElseThrow()), HOUR);
        StoreKey own = stored("own", HOUR);
        publish(key("foreign", rows.fingerprint().orElseThrow()), 0, 3);
        FaultyFileSystem files = new FaultyFileSystem();
        StoreLayout faulty = StoreLayout.open(files.path(root));
        files.follow(Fault.of(Refusal.ACCESS_DENIED, FileAction.OPEN_READ).named("key.txt"));
        Eviction.Outcome outcome = new Eviction(faulty, StoreLocks.of(faulty), Eviction.RECENT).run(0, 0);
        assertEquals(
                List.of(own.hex()),
                outcome.evicted().stream().map(Eviction.Evicted::key).toList());
        assertTrue(Files.exists(layout.rows(rows.fingerprint().orElseThrow())));
    }

    @Test
    void whatCannotBeDeletedIsNotCalledEvicted() throws IOException {
        StoreKey foreign = stored("foreign", HOUR.multipliedBy(2));
        StoreKey own = stored("own", HOUR);
        FaultyFileSystem files = new FaultyFileSystem();
        StoreLayout faulty = StoreLayout.open(files.path(root));
        Path folder = layout.folder(foreign.hex());
        files.follow((action, file) -> {
            if (action == FileAction.DELETE && file.startsWith(folder)) {
                throw new AccessDeniedException(file.toString());
            }
        });
        Eviction.Outcome outcome = new Eviction(faulty, StoreLocks.of(faulty), Eviction.RECENT).run(0, 0);
        assertEquals(
                List.of(own.hex()),
                outcome.evicted().stream().map(Eviction.Evicted::key).toList());
        assertEquals(bytes(foreign), outcome.bytes());
    }

    private Eviction.Outcome run(long most, long target) throws IOException {
        return new Eviction(layout, StoreLocks.of(layout), Eviction.RECENT).run(most, target);
    }

    private StoreKey stored(String model, Duration age) throws IOException {
        StoreKey key = key(model, "order");
        publish(key, 0, 1000);
        age(layout.folder(key.hex()), age);
        return key;
    }

    /** All take up as much. */
    private static StoreKey key(String model, String order) {
        return new StoreKey(
                ModelFingerprint.of(String.format("%-10s", model)),
                order,
                new Outputs(List.of("score"), Precision.DOUBLE),
                OptionalInt.empty());
    }

    private void publish(StoreKey key, int from, int to) throws IOException {
        SegmentFolder.open(layout, key).publish(Stored.segment(key, from, to));
    }

    private long bytes(StoreKey key) throws IOException {
        return KeyUsage.of(layout.folder(key.hex())).bytes();
    }

    /** Makes it as if nothing in a folder had been used for so long. */
    static void age(Path folder, Duration age) throws IOException {
        for (Path file : new ArrayList<>(KeyUsage.of(folder).files())) {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
        }
    }

    private static StoredOrder<double[]> order(int rows) {
        return StoredOrder.of(EvaluationSet.binary(new boolean[rows]).build(), Features.of(new double[rows][1]));
    }
}
