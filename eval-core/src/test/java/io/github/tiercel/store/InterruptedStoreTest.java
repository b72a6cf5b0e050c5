package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.faults.FileAction;
import io.github.tiercel.faults.FileRule;
import io.github.tiercel.faults.Stall;
import io.github.tiercel.inference.ModelException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is told to stop, stops; what the store shares with others, its files and locks, stays in order. */
class InterruptedStoreTest {

    private static final int BATCH = FailingDisk.BATCH;
    private static final int ROWS = FailingDisk.ROWS;
    private static final int SEGMENTS = ROWS / BATCH;

    @TempDir
    private Path folder;

    private FailingDisk disk;
    private Warnings warnings;

    @BeforeEach
    void listen() {
        disk = new FailingDisk(folder);
        warnings = new Warnings();
    }

    @AfterEach
    void nothingWasWrongWithTheDisk() {
        warnings.close();
        assertEquals(List.of(), warnings.texts());
        assertFalse(Thread.interrupted());
    }

    @Test
    void inferenceThatIsInterruptedKeepsItsBatchesAndWritingGoesOn() {
        try (FailingDisk.Opened store = disk.open()) {
            AtomicInteger batches = new AtomicInteger();
            RootModel interrupted = new RootModel(() -> {
                if (batches.incrementAndGet() == 2) {
                    Thread.currentThread().interrupt();
                }
            });
            assertInterrupted(() -> store.infer(interrupted, ROWS));
            assertGoesOn(store, 2 * BATCH);
        }
        assertWritten();
    }

    @Test
    void aThreadThatReadsMayBeInterruptedAtAnyRead() {
        try (FailingDisk.Opened store = disk.openReal()) {
            store.publish(0, ROWS);
        }
        int reads = 0;
        AtomicInteger left = new AtomicInteger();
        do {
            reads++;
            left.set(reads);
            try (FailingDisk.Opened store = disk.open()) {
                disk.files().follow(interruptingAt(FileAction.READ, left));
                readOrBeInterrupted(store);
                disk.files().recover();
                assertGoesOn(store, ROWS);
            }
        } while (left.get() <= 0);
        assertTrue(reads > 3 * SEGMENTS, () -> "only so many reads");
        assertEquals(List.of("0-1000.arrow", "1000-2000.arrow", "2000-3000.arrow"), disk.segments());
        assertWritten();
    }

    /** What is left counts down to the read at which the thread is interrupted. */
    private static FileRule interruptingAt(FileAction when, AtomicInteger left) {
        Thread reader = Thread.currentThread();
        return (action, file) -> {
            if (action == when && Thread.currentThread() == reader && left.decrementAndGet() == 0) {
                reader.interrupt();
            }
        };
    }

    /** An interrupt at the last moment comes too late to be noticed. */
    private static void readOrBeInterrupted(FailingDisk.Opened store) {
        try {
            assertEquals(0, store.infer(ROWS).cost().rowsInferred());
        } catch (ModelException e) {
            assertTrue(e.isInterrupted());
        }
        Thread.interrupted();
    }

    @Test
    void waitingForTheLockOfAnotherStoreIsInterrupted() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (FailingDisk.Opened one = disk.openReal();
                FailingDisk.Opened other = disk.openReal()) {
            FutureTask<StoredScores> working = new FutureTask<>(() -> one.infer(waiting(started, goOn), ROWS));
            new Thread(working).start();
            started.await();
            FutureTask<ModelException> stopped =
                    new FutureTask<>(() -> assertThrows(ModelException.class, () -> other.infer(ROWS)));
            Thread waiting = new Thread(stopped);
            waiting.start();
            ThreadState.awaitWaiting(waiting);
            waiting.interrupt();
            assertTrue(stopped.get().isInterrupted());
            assertEquals(
                    "The evaluation was interrupted while another process inferred.",
                    stopped.get().getMessage());
            goOn.countDown();
            assertEquals(ROWS, working.get().cost().rowsInferred());
            one.flush();
            assertEquals(0, other.infer(ROWS).cost().rowsInferred());
        }
        assertWritten();
    }

    /** The first of several threads does the work for all; when it is told to stop, another goes on. */
    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void whenTheOneAtWorkIsInterruptedTheOthersGoOn(int others) throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (FailingDisk.Opened store = disk.open()) {
            FutureTask<ModelException> leader = new FutureTask<>(
                    () -> assertThrows(ModelException.class, () -> store.infer(waiting(started, goOn), ROWS)));
            Thread leading = new Thread(leader);
            leading.start();
            started.await();
            List<FutureTask<StoredScores>> waiting = new ArrayList<>();
            for (int i = 0; i < others; i++) {
                waiting.add(new FutureTask<>(() -> store.infer(ROWS)));
                Thread thread = new Thread(waiting.get(i));
                thread.start();
                ThreadState.awaitWaiting(thread);
            }
            leading.interrupt();
            assertTrue(leader.get().isInterrupted());
            long inferred = 0;
            for (FutureTask<StoredScores> scores : waiting) {
                inferred += scores.get().cost().rowsInferred();
            }
            // The batch that was being scored is kept.
            assertEquals(ROWS - BATCH, inferred);
        }
        assertWritten();
    }

    @Test
    void anInterruptWhileTheDiskIsWaitedForIsKeptForAfterwards() throws Exception {
        Stall stall = Stall.at(FileAction.FORCE, "*.tmp");
        try (FailingDisk.Opened store = disk.open()) {
            disk.files().follow(stall);
            store.infer(ROWS);
            stall.awaitReached();
            FutureTask<Boolean> flushed = new FutureTask<>(() -> {
                store.flush();
                return Thread.interrupted();
            });
            Thread flushing = new Thread(flushed);
            flushing.start();
            ThreadState.awaitWaiting(flushing);
            flushing.interrupt();
            assertFalse(flushed.isDone());
            stall.release();
            assertTrue(flushed.get());
            assertEquals(List.of(), store.infer(ROWS).notices());
        }
        assertWritten();
    }

    /** Then the caller's own thread writes. */
    @Test
    void writingToAClosedStoreMayBeInterrupted() {
        FailingDisk.Opened store = disk.open();
        store.close();
        disk.files().follow((action, file) -> {
            if (action == FileAction.WRITE) {
                Thread.currentThread().interrupt();
            }
        });
        store.infer(BATCH);
        assertTrue(Thread.interrupted());
        disk.files().recover();
        assertEquals(List.of(), store.infer(ROWS).notices());
        assertEquals(List.of(), disk.temporaries());
    }

    private static RootModel waiting(CountDownLatch started, CountDownLatch goOn) {
        return new RootModel(() -> {
            started.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void assertInterrupted(Runnable work) {
        assertTrue(assertThrows(ModelException.class, work::run).isInterrupted());
        assertTrue(Thread.interrupted());
    }

    private static void assertGoesOn(FailingDisk.Opened store, int reused) {
        StoredScores more = store.infer(ROWS);
        assertEquals(reused, more.cost().rowsReused());
        assertEquals(List.of(), more.notices());
    }

    private void assertWritten() {
        try (FailingDisk.Opened next = disk.openReal()) {
            assertEquals(0, next.infer(ROWS).cost().rowsInferred());
        }
        assertEquals(List.of(), disk.temporaries());
    }
}
