package io.github.tiercel.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Locks by which processes agree who infers the scores of a key.
 *
 * <p>They save work and nothing depends on them: where a file system has none, or the folder cannot be written, locks
 * are granted that keep nobody out. They are between stores, of one process or several; a store may hold a key several
 * times, and gives it up with the last. The end of a process, however it comes, releases what it held. Safe for use by
 * several threads.
 */
final class StoreLocks {

    /**
     * The only static state of the library beside that of packed sets, which is the same. Closing any channel on a
     * file, even one that was opened only to read it, drops all locks that the process has on that file; so all stores
     * of a process share one channel for a folder, and nobody ever closes it.
     */
    private static final ConcurrentMap<Path, LockFile> OPEN = new ConcurrentHashMap<>();

    private static final int FIRST_PAUSE_MILLIS = 5;
    private static final int LONGEST_PAUSE_MILLIS = 250;
    private static final int OFFSET_DIGITS = 16;
    private static final Duration LONGEST_PATIENCE = Duration.ofDays(365);

    /** The byte that stands for the whole store: who holds it may delete what is not in use. */
    private static final long STORE = 0;

    private final Optional<Path> file;

    private StoreLocks(Optional<Path> file) {
        this.file = file;
    }

    /** Returns locks that keep nobody out. */
    static StoreLocks none() {
        return new StoreLocks(Optional.empty());
    }

    static StoreLocks of(StoreLayout layout) {
        return new StoreLocks(Optional.of(layout.locks()));
    }

    /** Takes the lock of a key without waiting; empty if another store has it. */
    Optional<KeyLock> tryAcquire(StoreKey key) {
        return tryAcquire(key.hex());
    }

    /** Takes the same lock, given the key's hexadecimal digits. */
    Optional<KeyLock> tryAcquire(String keyHex) {
        return tryAcquire(offset(keyHex));
    }

    /** Takes the lock that is needed to delete keys; empty if another store has it. */
    Optional<KeyLock> tryAcquireStore() {
        return tryAcquire(STORE);
    }

    private Optional<KeyLock> tryAcquire(long offset) {
        if (file.isEmpty()) {
            return Optional.of(KeyLock.unsupported());
        }
        try {
            LockFile lockFile =
                    OPEN.compute(file.get(), (path, open) -> open != null && open.isStill(path) ? open : open(path));
            return lockFile.hold(offset, this)
                    ? Optional.of(KeyLock.held(() -> lockFile.release(offset)))
                    : Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.of(KeyLock.unsupported());
        }
    }

    /**
     * Takes the lock of a key, waiting for it if need be.
     *
     * <p>Asks again and again, ever more rarely: an interrupt while waiting in the file system would close the channel.
     *
     * @param patience how long to wait
     * @return empty if another store had it all the time
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    Optional<KeyLock> acquire(StoreKey key, Duration patience) throws InterruptedException {
        Duration bounded = patience.compareTo(LONGEST_PATIENCE) < 0 ? patience : LONGEST_PATIENCE;
        long start = System.nanoTime();
        int pause = FIRST_PAUSE_MILLIS;
        Optional<KeyLock> lock = tryAcquire(key);
        while (lock.isEmpty() && System.nanoTime() - start < bounded.toNanos()) {
            long left = bounded.toMillis() - (System.nanoTime() - start) / 1_000_000;
            // Processes that wait for the same lock shall not ask at the same times.
            Thread.sleep(Math.max(1, Math.min(left, ThreadLocalRandom.current().nextInt(pause / 2, pause + 1))));
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            lock = tryAcquire(key);
        }
        return lock;
    }

    /** Returns the byte that stands for a key: one of 2^63 - 2 beyond the first, which is kept for the whole store. */
    static long offset(String keyHex) {
        long hash = Long.parseUnsignedLong(keyHex.substring(0, OFFSET_DIGITS), 16);
        return 1 + Long.remainderUnsigned(hash, Long.MAX_VALUE - 1);
    }

    private static LockFile open(Path path) {
        try {
            return LockFile.open(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
