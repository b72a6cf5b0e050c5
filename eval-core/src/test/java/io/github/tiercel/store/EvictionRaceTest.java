package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.Precision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A budget of nothing, and everybody at once: what is read is right or missing, and nobody fails. */
class EvictionRaceTest {

    private static final List<StoreKey> KEYS =
            List.of(Stored.key(), Stored.key("run/2", 3, Precision.FLOAT), Stored.key("run/3", 1, Precision.DOUBLE));
    private static final int ROUNDS = 30;
    private static final int SEGMENTS = 4;
    private static final int ROWS = 50;

    @TempDir
    private Path root;

    private final AtomicBoolean isOver = new AtomicBoolean();
    private final AtomicInteger hits = new AtomicInteger();
    private final AtomicInteger evicted = new AtomicInteger();

    @Test
    void readersFindRightScoresOrNoneWhileOthersWriteAndDelete() throws Exception {
        StoreLayout layout = StoreLayout.open(root);
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<?>> helpers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            helpers.add(threads.submit(() -> untilOver(() -> read(layout))));
            helpers.add(threads.submit(() -> untilOver(() -> evict(layout))));
        }
        try {
            do {
                write(layout);
            } while ((hits.get() == 0 || evicted.get() == 0) && helpers.stream().noneMatch(Future::isDone));
        } finally {
            isOver.set(true);
            threads.shutdown();
        }
        for (Future<?> helper : helpers) {
            helper.get();
        }
        assertTrue(Stored.files(root).stream().noneMatch(file -> file.startsWith("quarantine")));
        assertTrue(Stored.files(root).stream().noneMatch(file -> file.endsWith(".tmp")));
    }

    private Void untilOver(Work work) throws IOException {
        while (!isOver.get()) {
            work.run();
        }
        return null;
    }

    /** As who infers does, under the lock of the key. */
    private void write(StoreLayout layout) throws IOException, InterruptedException {
        StoreLocks locks = StoreLocks.of(layout);
        for (int round = 0; round < ROUNDS; round++) {
            StoreKey key = KEYS.get(round % KEYS.size());
            try (KeyLock lock = locks.acquire(key, Duration.ofMinutes(1)).orElseThrow()) {
                assertTrue(lock.isExclusive());
                SegmentFolder folder = SegmentFolder.open(layout, key);
                for (int i = 0; i < SEGMENTS; i++) {
                    folder.publish(Stored.segment(key, ROWS * i, ROWS * (i + 1)));
                }
                assertEquals(ROWS * SEGMENTS, folder.read(ROWS * SEGMENTS).rows());
            }
        }
    }

    private void read(StoreLayout layout) throws IOException {
        for (StoreKey key : KEYS) {
            LastUse.of(layout, key).touch();
            StoredPrefix found = SegmentFolder.open(layout, key).read(ROWS * SEGMENTS);
            assertEquals(0, found.quarantined());
            Stored.assertRight(key, found);
            hits.addAndGet(found.rows() > 0 ? 1 : 0);
        }
    }

    private void evict(StoreLayout layout) throws IOException {
        Eviction eviction = new Eviction(layout, StoreLocks.of(layout), Duration.ZERO);
        evicted.addAndGet(eviction.run(0, 0).evicted().size());
    }

    private interface Work {
        void run() throws IOException;
    }
}
