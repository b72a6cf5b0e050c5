package io.github.tiercel.faults;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.concurrent.atomic.AtomicBoolean;

/** A lock that keeps nobody out, as file servers grant it that forgot who has it. */
final class GrantedLock extends FileLock {

    private final AtomicBoolean released = new AtomicBoolean();

    GrantedLock(FileChannel channel, long position, long size, boolean shared) {
        super(channel, position, size, shared);
    }

    @Override
    public boolean isValid() {
        return !released.get() && acquiredBy().isOpen();
    }

    @Override
    public void release() {
        released.set(true);
    }
}
