package io.github.tiercel.duckdb;

import io.github.tiercel.packed.PackedRows;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Rows on their way from the source's order to that of the set: a file for each range of positions takes its rows as
 * they come, and is sorted in memory when its turn has come.
 */
final class Spill {

    private static final int BUFFER_BYTES = 32 << 20;
    private static final int MOST_BYTES = 1 << 18;

    private final Path folder;
    private final RecordLayout layout;
    private final int rangeRows;
    private final ByteBuffer[] buffers;
    private ByteBuffer range = ByteBuffer.allocate(0);

    Spill(Path folder, RecordLayout layout, int rows, int rangeRows) throws IOException {
        this.folder = Files.createDirectory(folder);
        this.layout = layout;
        this.rangeRows = rangeRows;
        this.buffers = new ByteBuffer[(int) (((long) rows + rangeRows - 1) / rangeRows)];
        int records = Math.max(1, Math.min(MOST_BYTES, BUFFER_BYTES / buffers.length) / layout.bytes());
        for (int range = 0; range < buffers.length; range++) {
            buffers[range] = ByteBuffer.allocate(records * layout.bytes());
        }
    }

    /** Takes a record that begins with its position. */
    void add(ByteBuffer records, int record) throws IOException {
        int range = records.getInt(record) / rangeRows;
        ByteBuffer buffer = buffers[range];
        if (!buffer.hasRemaining()) {
            flush(range);
        }
        buffer.put(buffer.position(), records, record, layout.bytes());
        buffer.position(buffer.position() + layout.bytes());
    }

    /** Writes what is not on disk yet, and gives the buffers up. */
    void finish() throws IOException {
        for (int range = 0; range < buffers.length; range++) {
            flush(range);
            buffers[range] = ByteBuffer.allocate(0);
        }
    }

    /** Files are opened anew each time: hundreds of them would be too many for some systems. */
    private void flush(int range) throws IOException {
        ByteBuffer buffer = buffers[range].flip();
        try (FileChannel channel =
                FileChannel.open(file(range), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
        }
        buffer.clear();
    }

    /** Sorts a range, and deletes its file. The rows before it are gone then. */
    PackedRows sorted(int from, int rows) throws IOException {
        Path file = file(from / rangeRows);
        ByteBuffer records = read(file, Math.multiplyExact(rows, layout.bytes()));
        Files.delete(file);
        int[] recordOf = new int[rows];
        for (int record = 0; record < records.limit(); record += layout.bytes()) {
            recordOf[records.getInt(record) - from] = record;
        }
        return new SpilledRows(layout, records, recordOf);
    }

    /** Reads in pieces, since Java copies each piece through memory that it keeps. */
    private ByteBuffer read(Path file, int bytes) throws IOException {
        if (range.capacity() < bytes) {
            range = ByteBuffer.allocate(bytes);
        }
        range.clear().limit(0);
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() != bytes) {
                throw new NoSuchFileException(file.toString(), null, "rows got lost on their way");
            }
            while (range.limit() < bytes) {
                range.limit(Math.min(bytes, range.limit() + MOST_BYTES));
                fill(channel, file);
            }
        }
        return range.rewind();
    }

    private void fill(FileChannel channel, Path file) throws IOException {
        while (range.hasRemaining()) {
            if (channel.read(range) < 0) {
                throw new NoSuchFileException(file.toString(), null, "rows got lost on their way");
            }
        }
    }

    private Path file(int range) {
        return folder.resolve(String.valueOf(range));
    }
}
