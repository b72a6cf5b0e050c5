package io.github.tiercel.store;

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
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The file whose bytes stand for keys, open for as long as the process lives. Safe for use by several threads. */
final class LockFile {

    private final FileChannel channel;
    private final @Nullable Object identity;
    private final ConcurrentMap<Long, Hold> holds = new ConcurrentHashMap<>();

    private LockFile(FileChannel channel, @Nullable Object identity) {
        this.channel = channel;
        this.identity = identity;
    }

    static LockFile open(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            return new LockFile(channel, identity(file));
        } catch (IOException e) {
            // Left to the garbage collector, it would be closed while a later one has locks.
            channel.close();
            throw e;
        }
    }

    /** Tells whether this is still the file of that name, and not one that was deleted, whose locks nobody sees. */
    boolean isStill(Path file) {
        try {
            return channel.isOpen() && Objects.equals(identity, identity(file));
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            // Nothing says that it is gone, and a second channel would put the locks of the first in danger.
            return channel.isOpen();
        }
    }

    /** Asks for a file's attributes without opening it: closing it again would drop every lock on it. */
    private static @Nullable Object identity(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /**
     * Locks the byte at an offset, or counts one hold more if its owner has locked it.
     *
     * @param owner keeps out other owners in this process as it keeps out other processes
     * @return whether the owner holds it
     * @throws UncheckedIOException if files cannot be locked here
     */
    boolean hold(long offset, Object owner) {
        Hold hold = holds.compute(
                offset,
                (place, held) -> held == null ? locked(place, owner) : held.isOf(owner) ? held.oneMore() : held);
        return hold != null && hold.isOf(owner);
    }

    void release(long offset) {
        holds.computeIfPresent(offset, (place, held) -> held.oneLess());
    }

    private @Nullable Hold locked(long offset, Object owner) {
        try {
            FileLock lock = channel.tryLock(offset, 1, false);
            return lock == null ? null : new Hold(lock, owner, 1);
        } catch (OverlappingFileLockException e) {
            // This class was loaded twice, and its other copy holds the lock.
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Hold(FileLock lock, Object owner, int count) {

        boolean isOf(Object other) {
            return owner.equals(other);
        }

        Hold oneMore() {
            return new Hold(lock, owner, count + 1);
        }

        @Nullable
        Hold oneLess() {
            if (count > 1) {
                return new Hold(lock, owner, count - 1);
            }
            try {
                lock.release();
            } catch (IOException e) {
                // A channel that fails here has lost its locks.
            }
            return null;
        }
    }
}
