package io.github.tiercel.store;

import io.github.tiercel.arrow.ArrowMessages;
import io.github.tiercel.arrow.BlockPlace;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * Writes columns as an Arrow IPC file that checks itself.
 *
 * <p>The footer's metadata has, beside what the caller says, the CRC32C of each column's block with its padding, batch
 * after batch ({@value #BLOCKS}); of all other bytes before the footer ({@value #MESSAGES}); and of the footer itself.
 * So every byte of a file is under a checksum, or is magic or a length that the others imply.
 */
final class ColumnFileWriter {

    static final String BLOCKS = "crc32c";
    static final String MESSAGES = "crc32c_messages";

    private final FileChannel channel;
    private final TableShape shape;
    private final ByteBuffer buffer;
    private final CRC32C messages = new CRC32C();
    private final List<String> checksums = new ArrayList<>();
    private final List<BlockPlace> places = new ArrayList<>();

    private ColumnFileWriter(FileChannel channel, TableShape shape) {
        this.channel = channel;
        this.shape = shape;
        this.buffer = ByteBuffer.allocateDirect(ArrowMessages.padded(shape.mostColumnBytes()))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Writes a whole file at the channel's position, which is its start. */
    static void write(FileChannel channel, TableShape shape, ColumnSource source, Map<String, String> metadata)
            throws IOException {
        ColumnFileWriter writer = new ColumnFileWriter(channel, shape);
        writer.message(TableMessages.start(shape));
        for (int batch = 0; batch < shape.batches(); batch++) {
            writer.batch(batch, source);
        }
        writer.message(ArrowMessages.end());
        writer.footer(metadata);
    }

    private void batch(int batch, ColumnSource source) throws IOException {
        byte[] description = TableMessages.batch(shape, batch);
        places.add(new BlockPlace(channel.position(), description.length, shape.bodyBytes(batch)));
        message(description);
        for (int column = 0; column < shape.columns(); column++) {
            block(batch, column, source);
        }
    }

    private void block(int batch, int column, ColumnSource source) throws IOException {
        int bytes = shape.columnBytes(batch);
        source.put(column, batch * TableShape.BATCH_ROWS, shape.rowsOf(batch), room(bytes));
        buffer.clear().position(bytes);
        while (buffer.position() < ArrowMessages.padded(bytes)) {
            buffer.put((byte) 0);
        }
        CRC32C crc = new CRC32C();
        crc.update(buffer.flip());
        checksums.add(Checksums.hex(crc));
        writeAll(buffer.rewind());
    }

    private ByteBuffer room(int bytes) {
        return buffer.clear().limit(bytes).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    private void message(byte[] bytes) throws IOException {
        messages.update(bytes);
        writeAll(ByteBuffer.wrap(bytes));
    }

    private void footer(Map<String, String> metadata) throws IOException {
        SortedMap<String, String> all = new TreeMap<>(metadata);
        all.put(BLOCKS, Checksums.joined(checksums));
        all.put(MESSAGES, Checksums.hex(messages));
        byte[] footer = TableMessages.footer(shape, places, all);
        writeAll(ByteBuffer.wrap(footer));
        writeAll(ByteBuffer.wrap(ArrowMessages.tail(footer.length)));
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
