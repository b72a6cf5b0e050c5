package io.github.tiercel.store;

import static io.github.tiercel.faults.FileAction.LIST;
import static io.github.tiercel.faults.FileAction.OPEN_READ;
import static io.github.tiercel.faults.FileAction.READ;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.faults.Fault;
import io.github.tiercel.faults.FileEffect;
import io.github.tiercel.faults.FileRule;
import io.github.tiercel.faults.Refusal;
import io.github.tiercel.result.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A disk that does not give what it has: that costs inference, and takes nothing from the disk. */
class ReadingFaultTest {

    private static final String SEGMENTS = "[0-9]*-*[0-9].arrow";
    private static final String KEY_TEXT = "key.txt";
    private static final int ROWS = FailingDisk.ROWS;

    @TempDir
    private Path folder;

    private FailingDisk disk;

    @BeforeEach
    void fill() {
        disk = new FailingDisk(folder);
        try (FailingDisk.Opened store = disk.openReal()) {
            store.publish(0, ROWS);
        }
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        "Input/output error", Fault.of(Refusal.IO_ERROR, READ).named(SEGMENTS)),
                Arguments.of(
                        "Input/output error",
                        Fault.of(Refusal.IO_ERROR, LIST)
                                .named("*[0-9a-f]")
                                .after(1)
                                .once()),
                Arguments.of(
                        "Input/output error",
                        Fault.of(Refusal.IO_ERROR, READ).named(KEY_TEXT).once()),
                Arguments.of(
                        "Too many open files",
                        Fault.of(Refusal.TOO_MANY_OPEN_FILES, OPEN_READ).named(SEGMENTS)),
                Arguments.of(
                        "permission denied",
                        Fault.of(Refusal.ACCESS_DENIED, OPEN_READ).named(SEGMENTS)),
                Arguments.of(
                        "permission denied",
                        Fault.of(Refusal.ACCESS_DENIED, OPEN_READ)
                                .named(KEY_TEXT)
                                .once()));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faults")
    void whatCannotBeReadIsInferredAndStays(String reason, FileRule rule) throws IOException {
        List<String> before = Stored.files(folder);
        try (Warnings warnings = new Warnings();
                FailingDisk.Opened store = disk.open()) {
            disk.files().follow(rule);
            StoredScores found = store.infer(ROWS);
            assertEquals(ROWS, found.cost().rowsInferred());
            assertEquals(List.of(notRead(reason)), found.notices());
            assertEquals(List.of(), warnings.texts());
        }
        assertTrue(Stored.files(folder).containsAll(before), () -> String.valueOf(Stored.files(folder)));
        try (FailingDisk.Opened next = disk.openReal()) {
            assertEquals(0, next.infer(ROWS).cost().rowsInferred());
        }
    }

    private Notice notRead(String reason) throws IOException {
        return new Notice(
                "NOT_READ",
                "Stored predictions in " + folder.toRealPath() + " could not be read (" + reason
                        + "), so the model was asked again.");
    }

    /** It looks several times while it waits. */
    @Test
    void whoeverWaitsForALockSaysOnceThatNothingCanBeRead() throws Exception {
        CountDownLatch looks = new CountDownLatch(3);
        try (FailingDisk.Opened store = disk.open()) {
            KeyLock others = StoreLocks.of(StoreLayout.open(folder))
                    .tryAcquire(store.key())
                    .orElseThrow();
            disk.files().follow(Fault.of(Refusal.IO_ERROR, READ).named(SEGMENTS).and((action, file) -> {
                if (action == LIST) {
                    looks.countDown();
                }
            }));
            CompletableFuture<StoredScores> waiting = CompletableFuture.supplyAsync(() -> store.infer(ROWS));
            looks.await();
            others.close();
            assertEquals(List.of(notRead("Input/output error")), waiting.get().notices());
        }
    }

    @Test
    void aBitThatIsReadWrongOnceCostsNothing() throws IOException {
        try (FailingDisk.Opened store = disk.open()) {
            disk.files()
                    .follow(Fault.of(FileEffect.ALTERED, READ)
                            .named("1000-2000.arrow")
                            .once());
            StoredScores found = store.infer(ROWS);
            assertEquals(ROWS, found.cost().rowsReused());
            assertEquals(List.of(), found.notices());
        }
        assertEquals(List.of("0-1000.arrow", "1000-2000.arrow", "2000-3000.arrow"), disk.segments());
    }

    @Test
    void aBitThatIsReadWrongEveryTimeCostsAFileAndNoScore() throws IOException {
        try (FailingDisk.Opened store = disk.open()) {
            disk.files().follow(Fault.of(FileEffect.ALTERED, READ).named("1000-2000.arrow"));
            StoredScores found = store.infer(ROWS);
            assertEquals(FailingDisk.BATCH, found.cost().rowsReused());
            assertEquals("QUARANTINED", found.notices().get(0).code());
            assertEquals(1, found.notices().size());
        }
        assertEquals(List.of("0-1000.arrow", "1000-3000.arrow", "2000-3000.arrow"), disk.segments());
        try (FailingDisk.Opened next = disk.openReal()) {
            assertEquals(0, next.infer(ROWS).cost().rowsInferred());
        }
    }

    static List<Throwable> ends() {
        return List.of(new OutOfMemoryError("of the test"), new IllegalStateException("of the test"));
    }

    /** Nothing is wrong with the file then. */
    @ParameterizedTest
    @MethodSource("ends")
    void whatEndsReadingTakesNoFileAwayAndKeepsNobodyOut(Throwable end) {
        List<String> before = Stored.files(folder);
        try (FailingDisk.Opened store = disk.open();
                FailingDisk.Opened other = disk.openReal()) {
            disk.files().follow((action, file) -> {
                if (action == READ && file.endsWith("1000-2000.arrow")) {
                    throwIt(end);
                }
            });
            assertEquals(end, assertThrows(end.getClass(), () -> store.infer(ROWS)));
            disk.files().recover();
            store.flush();
            assertEquals(before, Stored.files(folder));
            assertEquals(0, other.infer(ROWS).cost().rowsInferred());
            assertEquals(0, store.infer(ROWS).cost().rowsInferred());
        }
    }

    private static void throwIt(Throwable end) {
        if (end instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) end;
    }

    @Test
    void anOrderThatCannotBeReadIsMadeAnewForThisProcess() throws IOException {
        try (Stream<Path> orders = Files.list(folder.resolve("orders"))) {
            disk.files()
                    .follow(Fault.of(Refusal.IO_ERROR, READ)
                            .named(String.valueOf(
                                    orders.findFirst().orElseThrow().getFileName())));
        }
        try (FailingDisk.Opened store = disk.open()) {
            StoredScores found = store.infer(ROWS);
            assertEquals(ROWS, found.cost().rowsReused());
            assertEquals(
                    List.of("NOT_STORED"),
                    found.notices().stream().map(Notice::code).toList());
        }
        assertEquals(List.of(), disk.temporaries());
    }
}
