package io.github.tiercel.duckdb;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Reads the records of a file from front to back. */
final class RecordReader {

    private final RecordFile file;
    private final ByteBuffer buffer;
    private long read;

    RecordReader(RecordFile file, int bufferBytes) {
        this.file = file;
        this.buffer = ByteBuffer.allocate(bufferBytes).limit(0);
    }

    /** {@return where the next record is, which must then be taken whole; there must be one} */
    ByteBuffer next() throws IOException {
        if (!buffer.hasRemaining()) {
            fill();
        }
        return buffer;
    }

    private void fill() throws IOException {
        long left = file.records() * file.recordBytes() - read;
        buffer.clear().limit((int) Math.min(buffer.capacity(), left));
        file.read(buffer, read);
        buffer.flip();
        read += buffer.limit();
    }
}
