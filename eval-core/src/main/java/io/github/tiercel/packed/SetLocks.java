package io.github.tiercel.packed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Which sets of a folder are in use, by locks on bytes of a file: shared by all processes that use a set, and exclusive
 * for the one that takes its name away. The end of a process, however it comes, releases what it held. Where files
 * cannot be locked nobody is kept out. Safe for use by several threads.
 */
final class SetLocks {

    /**
     * Closing any channel on a file drops all locks that the process has on it. So a process has one channel for a
     * folder, and never closes it.
     */
    private static final ConcurrentMap<Path, SetLocks> OPEN = new ConcurrentHashMap<>();

    private static final SetLocks UNSUPPORTED = new SetLocks(null, null);

    private static final String FILE = "locks.bin";
    private static final int OFFSET_DIGITS = 15;

    /** The byte of whoever deletes sets, for the whole folder. */
    private static final long FOLDER = 0;

    /** Five seconds, where a name is taken away within a moment. */
    private static final int ATTEMPTS = 250;

    private static final long BETWEEN_ATTEMPTS_NANOS = 20_000_000;

    private final @Nullable FileChannel channel;
    private final @Nullable Object identity;
    private final ConcurrentMap<Long, FileLock> held = new ConcurrentHashMap<>();

    private SetLocks(@Nullable FileChannel channel, @Nullable Object identity) {
        this.channel = channel;
        this.identity = identity;
    }

    /** Returns the locks of a folder that is there. */
    static SetLocks in(Path folder) {
        try {
            return OPEN.compute(
                    folder.toRealPath().resolve(FILE),
                    (file, open) -> open != null && open.isStill(file) ? open : open(file));
        } catch (IOException | UncheckedIOException e) {
            return UNSUPPORTED;
        }
    }

    private static SetLocks open(Path file) {
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            return new SetLocks(channel, identity(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it is the file of that name, and not one that was deleted, whose locks nobody sees. */
    private boolean isStill(Path file) {
        try {
            return Objects.equals(identity, identity(file));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            // Nothing says that it is gone, and a second channel would put the locks of the first in danger.
            return true;
        }
    }

    private static @Nullable Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /**
     * Holds a set for as long as the process lives; waits for whoever is taking its name away. If that takes too long
     * the set is not held: whoever uses it then may find it gone, which is a sentence and no number.
     */
    void hold(String name) {
        for (int left = ATTEMPTS; left > 0 && !isHeld(offset(name)); left--) {
            LockSupport.parkNanos(BETWEEN_ATTEMPTS_NANOS);
        }
    }

    private boolean isHeld(long offset) {
        try {
            return channel == null || held.computeIfAbsent(offset, place -> locked(channel, place, true)) != null;
        } catch (UncheckedIOException e) {
            // No locks here; asking again does not help.
            return true;
        }
    }

    /** Claims a set that nobody uses, in this process or another; empty if somebody does. */
    Optional<Claim> claim(String name) {
        return claim(offset(name));
    }

    /** Claims the whole folder; empty if another does. Sets may be in use all the same. */
    Optional<Claim> claimFolder() {
        return claim(FOLDER);
    }

    private Optional<Claim> claim(long offset) {
        if (channel == null) {
            return Optional.of(new Claim(Optional.empty()));
        }
        try {
            return held.containsKey(offset)
                    ? Optional.empty()
                    : Optional.ofNullable(locked(channel, offset, false)).map(lock -> new Claim(Optional.of(lock)));
        } catch (UncheckedIOException e) {
            return Optional.of(new Claim(Optional.empty()));
        }
    }

    private static @Nullable FileLock locked(FileChannel channel, long offset, boolean shared) {
        try {
            return channel.tryLock(offset, 1, shared);
        } catch (OverlappingFileLockException e) {
            // This process has it otherwise.
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long offset(String name) {
        return 1 + Long.parseLong(name.substring(0, OFFSET_DIGITS), 16);
    }

    /**
     * What nobody else can use or claim until it is given up.
     *
     * @param lock empty where files cannot be locked
     */
    record Claim(Optional<FileLock> lock) implements AutoCloseable {

        /** Whether others are really kept out. */
        boolean isCertain() {
            return lock.isPresent();
        }

        @Override
        public void close() {
            lock.ifPresent(Claim::release);
        }

        private static void release(FileLock lock) {
            try {
                lock.release();
            } catch (IOException e) {
                // A channel that fails here has lost its locks.
                return;
            }
        }
    }
}
