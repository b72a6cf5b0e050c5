package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.faults.Fault;
import io.github.tiercel.faults.FaultyFileSystem;
import io.github.tiercel.faults.FileAction;
import io.github.tiercel.faults.FileEffect;
import io.github.tiercel.faults.FileRule;
import io.github.tiercel.faults.Refusal;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.Notice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Locks that are not there, or are granted to two: work is done twice, and nothing else comes of it. */
class UntrueLocksTest {

    private static final int ROWS = FailingDisk.ROWS;

    @TempDir
    private Path folder;

    static Stream<FileRule> locks() {
        return Stream.of(Fault.of(Refusal.NO_LOCKS, FileAction.LOCK), Fault.of(FileEffect.DROPPED, FileAction.LOCK));
    }

    /** Two file systems are two machines, to the store's locks too. */
    @ParameterizedTest
    @MethodSource("locks")
    void twoThatInferTheSameRowsAtOnceBothAreRightAndOneIsKept(FileRule rule) throws Exception {
        FailingDisk mine = new FailingDisk(folder);
        FailingDisk others = new FailingDisk(folder);
        mine.files().follow(rule);
        others.files().follow(rule);
        RootModel together = new RootModel(meeting(new CyclicBarrier(2)));
        try (Warnings warnings = new Warnings();
                FailingDisk.Opened one = mine.open();
                FailingDisk.Opened other = others.open()) {
            CompletableFuture<StoredScores> first = CompletableFuture.supplyAsync(() -> one.infer(together, ROWS));
            StoredScores second = other.infer(together, ROWS);
            for (StoredScores scores : List.of(first.get(), second)) {
                assertEquals(ROWS, scores.cost().rowsInferred());
                assertEquals(List.of(), scores.notices());
            }
            one.flush();
            other.flush();
            assertEquals(List.of(), one.infer(ROWS).notices());
            assertEquals(List.of(), other.infer(ROWS).notices());
            assertEquals(List.of(), warnings.texts());
        }
        assertEquals(List.of("0-3000.arrow"), mine.segments());
        try (FailingDisk.Opened next = mine.openReal()) {
            assertEquals(0, next.infer(ROWS).cost().rowsInferred());
        }
    }

    /** As on a GPU, where sums come in any order: too little to be another model, and yet not the same. */
    @Test
    void aModelThatGivesOtherBitsToTheSecondIsTold() throws Exception {
        FailingDisk mine = new FailingDisk(folder);
        FailingDisk others = new FailingDisk(folder);
        mine.files().follow(Fault.of(Refusal.NO_LOCKS, FileAction.LOCK));
        others.files().follow(Fault.of(Refusal.NO_LOCKS, FileAction.LOCK));
        RootModel together = new RootModel(meeting(new CyclicBarrier(2)));
        Predictor<double[]> shifted = together.shiftedBy(1e-9);
        try (FailingDisk.Opened one = mine.open();
                FailingDisk.Opened other = others.open()) {
            CompletableFuture<StoredScores> first = CompletableFuture.supplyAsync(() -> one.ask(together, ROWS));
            other.ask(shifted, ROWS);
            first.get();
            one.flush();
            other.flush();
            List<String> told = Stream.of(one.ask(new RootModel(), ROWS), other.ask(new RootModel(), ROWS))
                    .flatMap(scores -> scores.notices().stream())
                    .map(Notice::code)
                    .toList();
            assertEquals(List.of("NONDETERMINISTIC"), told);
        }
        assertEquals(List.of("0-3000.arrow"), mine.segments());
        try (FailingDisk.Opened next = mine.openReal()) {
            assertEquals(0, next.ask(new RootModel(), ROWS).cost().rowsInferred());
        }
    }

    private static Runnable meeting(CyclicBarrier barrier) {
        return () -> {
            try {
                barrier.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("the other does not infer at the same time", e);
            }
        };
    }

    @Test
    void twoThatMergeTheSameSegmentsAtOnceLoseNone() throws Exception {
        StoreKey key = Stored.key();
        int segments = SegmentMerge.MOST_SEGMENTS + 1;
        SegmentFolder real = SegmentFolder.open(StoreLayout.open(folder), key);
        for (int i = 0; i < segments; i++) {
            real.publish(Stored.segment(key, 10 * i, 10 * i + 10));
        }
        // Each waits for the other before it reads its first segment, and before it deletes its first.
        CyclicBarrier reading = new CyclicBarrier(2);
        CyclicBarrier deleting = new CyclicBarrier(2);
        CompletableFuture<Integer> one = CompletableFuture.supplyAsync(() -> merged(key, reading, deleting));
        merged(key, reading, deleting);
        one.get();
        StoredPrefix found = real.read(10 * segments);
        assertEquals(10 * segments, found.rows());
        assertEquals(0, found.quarantined());
        Stored.assertRight(key, found);
        assertEquals(List.of(new SegmentName(0, 10 * segments)), real.list());
    }

    private int merged(StoreKey key, CyclicBarrier reading, CyclicBarrier deleting) {
        FaultyFileSystem files = new FaultyFileSystem();
        files.follow(meeting(FileAction.OPEN_READ, "0-10.arrow", reading)
                .and(meeting(FileAction.DELETE, "*.arrow", deleting)));
        try {
            return SegmentFolder.open(StoreLayout.open(files.path(folder)), key).merge();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FileRule meeting(FileAction when, String glob, CyclicBarrier barrier) {
        AtomicInteger first = new AtomicInteger();
        return (action, file) -> {
            boolean is = action == when
                    && file.getFileSystem().getPathMatcher("glob:" + glob).matches(file.getFileName());
            if (is && first.getAndIncrement() == 0) {
                meeting(barrier).run();
            }
        };
    }

    /** Closing a second channel on the file, as garbage collection does, would drop the locks of the first. */
    @Test
    void aLockFileThatCannotBeLookedAtIsNotOpenedTwice() {
        FaultyFileSystem files = new FaultyFileSystem();
        AtomicInteger opened = new AtomicInteger();
        FileRule counting = (action, file) -> opened.addAndGet(isOfLocks(action, FileAction.CREATE, file) ? 1 : 0);
        StoreLayout layout = StoreLayout.open(files.path(folder));
        files.follow(counting);
        KeyLock mine = StoreLocks.of(layout).tryAcquire(Stored.key()).orElseThrow();
        files.follow(counting.and(Fault.of(Refusal.IO_ERROR, FileAction.STAT).named("locks.bin")));
        assertEquals(Optional.empty(), StoreLocks.of(layout).tryAcquire(Stored.key()));
        assertEquals(1, opened.get());
        mine.close();
    }

    @Test
    void aLockFileThatNeverCouldBeLookedAtIsNotLeftOpen() {
        FaultyFileSystem files = new FaultyFileSystem();
        AtomicInteger open = new AtomicInteger();
        StoreLocks locks = StoreLocks.of(StoreLayout.open(files.path(folder)));
        files.follow(
                Fault.of(Refusal.IO_ERROR, FileAction.STAT).named("locks.bin").and((action, file) -> {
                    open.addAndGet(isOfLocks(action, FileAction.CREATE, file) ? 1 : 0);
                    open.addAndGet(isOfLocks(action, FileAction.CLOSE, file) ? -1 : 0);
                }));
        assertFalse(locks.tryAcquire(Stored.key()).orElseThrow().isExclusive());
        assertEquals(0, open.get());
        files.recover();
        KeyLock mine = locks.tryAcquire(Stored.key()).orElseThrow();
        assertTrue(mine.isExclusive());
        mine.close();
    }

    private static boolean isOfLocks(FileAction action, FileAction wanted, Path file) {
        return action == wanted && file.endsWith("locks.bin");
    }
}
