package io.github.tiercel.duckdb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Records of one length on their way through a file: all are written, one behind another, before any is read. The file
 * is opened anew for each piece that is written or read: hundreds of open files would be too many for some systems.
 */
final class RecordFile {

    /** What the buffers of all files take together. */
    private static final int BUFFER_BYTES = 32 << 20;

    private static final int MOST_BYTES = 1 << 18;

    private final Path path;
    private final int recordBytes;
    private final int bufferBytes;
    private ByteBuffer buffer;
    private long records;

    private RecordFile(Path path, int recordBytes, int bufferBytes) {
        this.path = path;
        this.recordBytes = recordBytes;
        this.bufferBytes = bufferBytes;
        this.buffer = ByteBuffer.allocate(bufferBytes);
    }

    /** {@return files, none on disk yet, in a new folder} */
    static RecordFile[] in(Path folder, int files, int recordBytes) throws IOException {
        Files.createDirectory(folder);
        int bytes = Math.min(MOST_BYTES, BUFFER_BYTES / Math.max(1, files));
        RecordFile[] all = new RecordFile[files];
        for (int file = 0; file < files; file++) {
            Path path = folder.resolve(String.valueOf(file));
            all[file] = new RecordFile(path, recordBytes, Math.max(1, bytes / recordBytes) * recordBytes);
        }
        return all;
    }

    /** {@return where to put the next record, which must then be put whole} */
    ByteBuffer next() throws IOException {
        if (!buffer.hasRemaining()) {
            flush();
        }
        records++;
        return buffer;
    }

    /** Writes what is not on disk yet, and gives the buffer up. */
    void finish() throws IOException {
        flush();
        buffer = ByteBuffer.allocate(0);
    }

    static void finish(RecordFile[] files) throws IOException {
        for (RecordFile file : files) {
            file.finish();
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        if (!buffer.hasRemaining()) {
            return;
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
        buffer.clear();
    }

    /** {@return how many records were put} */
    long records() {
        return records;
    }

    int recordBytes() {
        return recordBytes;
    }

    /** {@return what reads the records one by one; the file must be finished} */
    RecordReader reader() {
        return new RecordReader(this, bufferBytes);
    }

    /**
     * {@return the first records, from the start of a buffer to its limit}
     *
     * @param number how many
     * @param memory used if it has the room
     */
    ByteBuffer first(int number, ByteBuffer memory) throws IOException {
        int bytes = Math.multiplyExact(number, recordBytes);
        ByteBuffer target = memory.capacity() < bytes ? ByteBuffer.allocate(bytes) : memory;
        target.clear().limit(bytes);
        read(target, 0);
        return target.rewind();
    }

    /** Reads in pieces, since Java copies each piece through memory that it keeps. */
    void read(ByteBuffer target, long from) throws IOException {
        if (!target.hasRemaining()) {
            return;
        }
        int end = target.limit();
        try (FileChannel channel = FileChannel.open(path)) {
            channel.position(from);
            while (target.position() < end) {
                target.limit(Math.min(end, target.position() + MOST_BYTES));
                if (channel.read(target) < 0) {
                    throw new NoSuchFileException(path.toString(), null, "rows got lost on their way");
                }
                target.limit(end);
            }
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
