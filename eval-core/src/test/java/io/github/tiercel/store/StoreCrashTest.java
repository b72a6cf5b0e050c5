package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCrashTest {

    private static final StoreKey KEY = StoreChild.KEY;

    @TempDir
    private Path root;

    /** Every child is killed in the middle of a write or close to one, at a moment that no two runs share. */
    @Test
    void killedWritersLeaveWhatTheySaidAndNothingWrong() throws Exception {
        SplittableRandom random = new SplittableRandom(5);
        int said = 0;
        for (int run = 0; run < 25; run++) {
            try (StoreChild child = StoreChild.start("publish", root)) {
                for (int segment = random.nextInt(4); segment >= 0; segment--) {
                    assertEquals("NEW", child.line());
                    said++;
                }
                spin(random.nextInt(3_000_000));
                child.kill();
            }
            said = requireAtLeast(said);
        }
    }

    /** A wait too short for a sleep, so that kills fall on all steps of a write. */
    private static void spin(int nanos) {
        long end = System.nanoTime() + nanos;
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
    }

    /** Returns the number of segments, of which more than the child said may have been published. */
    private int requireAtLeast(int said) throws IOException {
        SegmentFolder folder = SegmentFolder.open(StoreLayout.open(root), KEY);
        StoredPrefix prefix = folder.read(Integer.MAX_VALUE);
        assertEquals(0, prefix.quarantined());
        assertTrue(prefix.segments().size() >= said);
        assertEquals(folder.list().size(), prefix.segments().size());
        Stored.assertRight(KEY, prefix);
        assertEquals(KEY.text(), Files.readString(folder.path().resolve(SegmentFolder.KEY_FILE)));
        return prefix.segments().size();
    }

    @Test
    void readersSeeWholeSegmentsOnly() throws Exception {
        StoreLayout layout = StoreLayout.open(root);
        SegmentFolder folder = SegmentFolder.open(layout, KEY);
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Integer> reader = CompletableFuture.supplyAsync(() -> readUntil(done, layout));
        for (int round = 0; round < 60; round++) {
            folder.publish(Stored.segment(KEY, 0, 500));
            folder.publish(Stored.segment(KEY, 500, 900));
            folder.publish(Stored.segment(KEY, 0, 900));
            Stored.delete(folder.path());
        }
        done.set(true);
        assertTrue(reader.get() > 0);
    }

    /** Returns how often something was there. */
    private static int readUntil(AtomicBoolean done, StoreLayout layout) {
        int found = 0;
        try {
            while (!done.get()) {
                StoredPrefix prefix = SegmentFolder.open(layout, KEY).read(900);
                assertEquals(0, prefix.quarantined());
                assertTrue(List.of(0, 500, 900).contains(prefix.rows()));
                Stored.assertRight(KEY, prefix);
                found += prefix.segments().size();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return found;
    }

    @Test
    void manyWritersOfTheSameScoresAgree() throws Exception {
        StoreLayout layout = StoreLayout.open(root);
        List<CompletableFuture<Published>> writers = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> publish(layout)))
                .limit(16)
                .toList();
        int added = 0;
        for (CompletableFuture<Published> writer : writers) {
            Published published = writer.get();
            assertTrue(published != Published.DIFFERENT);
            added += published == Published.NEW ? 1 : 0;
        }
        assertEquals(1, added);
        assertEquals(3, Stored.files(root).size());
    }

    private static Published publish(StoreLayout layout) {
        try {
            return SegmentFolder.open(layout, KEY).publish(Stored.segment(KEY, 0, 2000));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
