package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreLocksTest {

    private static final Duration LONG = Duration.ofMinutes(1);

    @TempDir
    private Path root;

    private StoreLayout layout;
    private StoreLocks locks;

    @BeforeEach
    void open() {
        layout = StoreLayout.open(root);
        locks = StoreLocks.of(layout);
    }

    @Test
    void twoProcessesKeepEachOtherOut() throws Exception {
        KeyLock mine = locks.tryAcquire(StoreChild.KEY).orElseThrow();
        assertTrue(mine.isExclusive());
        assertFalse(childAcquires());
        mine.close();
        try (StoreChild child = StoreChild.start("hold", root)) {
            assertEquals("true", child.line());
            assertEquals(Optional.empty(), locks.tryAcquire(StoreChild.KEY));
            assertTrue(locks.tryAcquire(Stored.key()).orElseThrow().isExclusive());
        }
    }

    private boolean childAcquires() throws IOException {
        try (StoreChild child = StoreChild.quiet("hold", root)) {
            return child.line().equals("true");
        }
    }

    @Test
    void killedOwnerReleases() throws Exception {
        try (StoreChild child = StoreChild.start("hold", root)) {
            assertEquals("true", child.line());
            CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(this::waitsFor);
            child.kill();
            assertTrue(waiting.get());
        }
    }

    private boolean waitsFor() {
        try {
            return locks.acquire(StoreChild.KEY, LONG).isPresent();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void patienceEnds() throws Exception {
        try (StoreChild child = StoreChild.start("hold", root)) {
            assertEquals("true", child.line());
            assertEquals(Optional.empty(), locks.acquire(StoreChild.KEY, Duration.ofMillis(20)));
            assertEquals(Optional.empty(), locks.acquire(StoreChild.KEY, Duration.ZERO));
        }
    }

    @Test
    void storeHoldsAKeyAsOftenAsItTookIt() throws Exception {
        KeyLock first = locks.tryAcquire(StoreChild.KEY).orElseThrow();
        KeyLock second = locks.acquire(StoreChild.KEY, Duration.ZERO).orElseThrow();
        first.close();
        first.close();
        assertFalse(childAcquires());
        // Another thread than took it.
        CompletableFuture.runAsync(second::close).get();
        assertTrue(childAcquires());
    }

    @Test
    void twoStoresOfOneProcessKeepEachOtherOut() {
        StoreLocks others = StoreLocks.of(StoreLayout.open(root));
        KeyLock mine = locks.tryAcquire(StoreChild.KEY).orElseThrow();
        assertEquals(Optional.empty(), others.tryAcquire(StoreChild.KEY));
        mine.close();
        KeyLock theirs = others.tryAcquire(StoreChild.KEY).orElseThrow();
        assertEquals(Optional.empty(), locks.tryAcquire(StoreChild.KEY));
        theirs.close();
    }

    /** Elsewhere, closing a second channel on a locked file drops the lock while the first still believes in it. */
    @Test
    void otherStoresOfTheProcessDoNotLoseTheLock() throws Exception {
        Path link = Files.createSymbolicLink(
                Files.createTempDirectory(root.toRealPath().getParent(), "links")
                        .resolve("link"),
                root);
        KeyLock first = locks.tryAcquire(StoreChild.KEY).orElseThrow();
        StoreLocks through = StoreLocks.of(StoreLayout.open(link));
        assertEquals(Optional.empty(), through.tryAcquire(StoreChild.KEY));
        through.tryAcquire(Stored.key()).orElseThrow().close();
        assertFalse(childAcquires());
        first.close();
        Files.delete(link);
        Files.delete(link.getParent());
    }

    @Test
    void anotherCopyOfTheClassesIsKeptOut() throws Exception {
        KeyLock first = locks.tryAcquire(StoreChild.KEY).orElseThrow();
        try (URLClassLoader copy = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            Object empty = copy.loadClass(CopiedClasses.class.getName())
                    .getMethod("tryAcquire", Path.class)
                    .invoke(null, root);
            assertEquals(false, empty);
            assertFalse(childAcquires());
        }
        first.close();
    }

    private static URL[] classPath() throws IOException {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .map(entry -> {
                    try {
                        return Path.of(entry).toUri().toURL();
                    } catch (IOException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toArray(URL[]::new);
    }

    @Test
    void interruptedThreadDoesNotHarmTheOthers() {
        KeyLock mine = locks.tryAcquire(StoreChild.KEY).orElseThrow();
        Thread.currentThread().interrupt();
        assertTrue(locks.tryAcquire(Stored.key()).orElseThrow().isExclusive());
        assertTrue(Thread.interrupted());
        assertTrue(locks.tryAcquire(StoreChild.KEY).orElseThrow().isExclusive());
        mine.close();
    }

    @Test
    void waitingCanBeInterrupted() throws Exception {
        try (StoreChild child = StoreChild.start("hold", root)) {
            assertEquals("true", child.line());
            Thread.currentThread().interrupt();
            assertThrows(InterruptedException.class, () -> locks.acquire(StoreChild.KEY, LONG));
        }
    }

    @Test
    void deletedLockFileIsMadeAnew() throws Exception {
        KeyLock old = locks.tryAcquire(StoreChild.KEY).orElseThrow();
        Files.delete(layout.locks());
        KeyLock renewed = locks.tryAcquire(StoreChild.KEY).orElseThrow();
        old.close();
        assertTrue(Files.exists(layout.locks()));
        assertFalse(childAcquires());
        renewed.close();
        assertTrue(childAcquires());
    }

    @Test
    void whereNothingCanBeLockedNobodyIsKeptOut() throws Exception {
        Files.createDirectory(layout.locks());
        assertFalse(locks.tryAcquire(StoreChild.KEY).orElseThrow().isExclusive());
        KeyLock lock = locks.acquire(StoreChild.KEY, LONG).orElseThrow();
        assertFalse(lock.isExclusive());
        lock.close();
    }

    @Test
    void lockFileStaysEmpty() throws Exception {
        locks.tryAcquire(StoreChild.KEY).orElseThrow().close();
        assertEquals(0, Files.size(layout.locks()));
    }

    @Test
    void offsetsAreWithinAFileAndNeverTheFirst() {
        assertEquals(1, StoreLocks.offset("0".repeat(64)));
        assertEquals(2, StoreLocks.offset("0000000000000001" + "f".repeat(48)));
        assertEquals(Long.MAX_VALUE - 1, StoreLocks.offset("7ffffffffffffffd" + "0".repeat(48)));
        assertEquals(1, StoreLocks.offset("7ffffffffffffffe" + "0".repeat(48)));
        assertEquals(2, StoreLocks.offset("fffffffffffffffd" + "0".repeat(48)));
    }
}
