package io.github.tiercel.serving;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.result.MemoryUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryWatchTest {

    @Test
    void theModelIsWhatCameSinceTheStart() {
        AtomicLong resident = new AtomicLong(1000);
        try (MemoryWatch watch = MemoryWatch.start(() -> OptionalLong.of(resident.get()))) {
            resident.set(1800);
            MemoryUse use = watch.use();
            assertEquals(OptionalLong.of(1800), use.residentBytes());
            assertEquals(OptionalLong.of(800), use.modelBytes());
            resident.set(1100);
            assertEquals(use.residentBytes(), watch.use().residentBytes(), "the most counts");
        }
    }

    @Test
    void aProcessThatShrinksHasAModelOfNothing() {
        AtomicLong resident = new AtomicLong(1000);
        try (MemoryWatch watch = MemoryWatch.start(() -> OptionalLong.of(resident.get()))) {
            resident.set(400);
            assertEquals(OptionalLong.of(0), watch.use().modelBytes());
        }
    }

    /** A peak between two questions is seen by the thread that watches. */
    @Test
    void peaksAreSeenMeanwhile() throws InterruptedException {
        CountDownLatch looks = new CountDownLatch(3);
        try (MemoryWatch watch = MemoryWatch.start(() -> {
            looks.countDown();
            return OptionalLong.of(looks.getCount() == 1 ? 5000 : 1000);
        })) {
            assertTrue(looks.await(1, TimeUnit.MINUTES));
            assertEquals(OptionalLong.of(5000), watch.use().residentBytes());
        }
    }

    @Test
    void whatTheSystemDoesNotSayIsEmpty() {
        try (MemoryWatch watch = MemoryWatch.start(OptionalLong::empty)) {
            assertEquals(OptionalLong.empty(), watch.use().residentBytes());
            assertEquals(OptionalLong.empty(), watch.use().modelBytes());
            assertTrue(watch.use().heapBytes() > 0);
        }
    }

    @Test
    void residentBytesAreReadFromTheStatusOfTheProcess(@TempDir Path folder) throws IOException {
        Path status = folder.resolve("status");
        Files.writeString(status, "Name:\tjava\nVmHWM:\t  999999 kB\nVmRSS:\t  123456 kB\nThreads:\t12\n");
        assertEquals(OptionalLong.of(123456L * 1024), ProcessMemory.residentBytes(status));
        Files.writeString(status, "Name:\tjava\n");
        assertEquals(OptionalLong.empty(), ProcessMemory.residentBytes(status));
        assertEquals(OptionalLong.empty(), ProcessMemory.residentBytes(folder.resolve("none")));
    }
}
