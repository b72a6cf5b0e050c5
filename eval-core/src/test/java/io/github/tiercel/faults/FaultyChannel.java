package io.github.tiercel.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/**
 * An open file. Real locks belong to the channel of the default file system, not to this one.
 *
 * <p>An interrupt while the default file system reads or writes closes both channels, as it closes that one.
 */
final class FaultyChannel extends FileChannel {

    private final FaultyFileSystem system;
    private final Path file;
    private final boolean isFolder;
    private final FileChannel real;

    FaultyChannel(FaultyFileSystem system, Path file, boolean isFolder, FileChannel real) {
        this.system = system;
        this.file = file;
        this.isFolder = isFolder;
        this.real = real;
    }

    /** Does something with the real channel, and closes this one if that closed the real one. */
    private <T> T with(Work<T> work) throws IOException {
        try {
            return work.run();
        } finally {
            if (!real.isOpen()) {
                close();
            }
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private interface Transfer {
        int run(ByteBuffer bytes) throws IOException;
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
        return read(bytes, real::read);
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
        return read(bytes, into -> real.read(into, position));
    }

    private int read(ByteBuffer bytes, Transfer reading) throws IOException {
        FileEffect effect = system.before(FileAction.READ, file);
        return with(() -> {
            if (effect == FileEffect.SHORT) {
                return half(bytes, reading);
            }
            int start = bytes.position();
            int read = reading.run(bytes);
            if (effect == FileEffect.ALTERED && read > 0) {
                int place = start + read / 2;
                bytes.put(place, (byte) (bytes.get(place) ^ 1));
            }
            return read;
        });
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
        FileEffect effect = system.before(FileAction.WRITE, file);
        return with(() -> {
            return switch (effect) {
                case SHORT -> half(bytes, real::write);
                case TORN -> torn(bytes, bytes.remaining() / 2);
                case DROPPED -> torn(bytes, 0);
                default -> real.write(bytes);
            };
        });
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        long before = real.position();
        try {
            real.position(position);
            return write(bytes);
        } finally {
            real.position(before);
        }
    }

    private static int half(ByteBuffer bytes, Transfer transfer) throws IOException {
        int limit = bytes.limit();
        bytes.limit(bytes.position() + Math.min(bytes.remaining(), Math.max(1, bytes.remaining() / 2)));
        try {
            return transfer.run(bytes);
        } finally {
            bytes.limit(limit);
        }
    }

    private int torn(ByteBuffer bytes, int kept) throws IOException {
        int all = bytes.remaining();
        ByteBuffer start = bytes.slice().limit(kept);
        while (start.hasRemaining()) {
            real.write(start);
        }
        real.position(real.position() + all - kept);
        bytes.position(bytes.limit());
        return all;
    }

    @Override
    public void force(boolean metadata) throws IOException {
        FileAction action = isFolder ? FileAction.FORCE_FOLDER : FileAction.FORCE;
        if (system.before(action, file) == FileEffect.AS_ASKED) {
            with(() -> {
                real.force(metadata);
                return null;
            });
        }
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        system.before(FileAction.WRITE, file);
        with(() -> real.truncate(size));
        return this;
    }

    @Override
    public long size() throws IOException {
        system.before(FileAction.STAT, file);
        return with(real::size);
    }

    @Override
    public long position() throws IOException {
        return with(real::position);
    }

    @Override
    public FileChannel position(long position) throws IOException {
        with(() -> real.position(position));
        return this;
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return isGranted() ? new GrantedLock(this, position, size, shared) : real.tryLock(position, size, shared);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return isGranted()
                ? new GrantedLock(this, position, size, shared)
                : with(() -> real.lock(position, size, shared));
    }

    private boolean isGranted() throws IOException {
        return system.before(FileAction.LOCK, file) == FileEffect.DROPPED;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        system.before(FileAction.READ, file);
        return with(() -> real.transferTo(position, count, target));
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        system.before(FileAction.WRITE, file);
        return with(() -> real.transferFrom(source, position, count));
    }

    @Override
    public long read(ByteBuffer[] buffers, int offset, int length) {
        throw new UnsupportedOperationException("one buffer at a time is read here");
    }

    @Override
    public long write(ByteBuffer[] buffers, int offset, int length) {
        throw new UnsupportedOperationException("one buffer at a time is written here");
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException("files cannot be mapped here");
    }

    @Override
    protected void implCloseChannel() throws IOException {
        try {
            system.before(FileAction.CLOSE, file);
        } finally {
            real.close();
        }
    }
}
