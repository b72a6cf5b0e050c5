package io.github.tiercel.packed;

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
import java.util.zip.CRC32C;

/** Writes rows of contiguous positions as an Arrow IPC file. */
final class RangeWriter {

    private final FileChannel channel;
    private final List<PackedColumn> columns;
    private final PackedRows rows;
    private final ByteBuffer buffer;
    private final List<BlockPlace> dictionaryPlaces = new ArrayList<>();
    private final List<BlockPlace> batchPlaces = new ArrayList<>();
    private final List<Dictionary> dictionaries = new ArrayList<>();
    private final List<Long> bodies = new ArrayList<>();
    private final List<Integer> checksums = new ArrayList<>();

    RangeWriter(FileChannel channel, List<PackedColumn> columns, PackedRows rows) {
        this.channel = channel;
        this.columns = columns;
        this.rows = rows;
        BlockLayout largest = new BlockLayout(columns, Math.min(rows.rows(), BlockLayout.BLOCK_ROWS));
        int bytes = 0;
        for (int column = 0; column < columns.size(); column++) {
            bytes = Math.max(bytes, largest.bytes(column));
        }
        this.buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * Writes the whole file.
     *
     * @param texts the dictionary of each column of text, by the column's place
     * @param metadata what the footer says beside
     */
    void write(Map<Integer, ArrowText> texts, SortedMap<String, String> metadata) throws IOException {
        writeAll(ByteBuffer.wrap(SetMessages.start(columns)));
        for (Map.Entry<Integer, ArrowText> entry : texts.entrySet()) {
            dictionary(entry.getKey(), entry.getValue());
        }
        for (int from = 0; from < rows.rows(); from += BlockLayout.BLOCK_ROWS) {
            batch(from, Math.min(rows.rows() - from, BlockLayout.BLOCK_ROWS));
        }
        writeAll(ByteBuffer.wrap(SetMessages.end(columns, dictionaryPlaces, batchPlaces, metadata)));
    }

    RangeFile written(int from) throws IOException {
        return new RangeFile(from, rows.rows(), channel.size(), bodies, checksums);
    }

    List<Dictionary> dictionaries() {
        return dictionaries;
    }

    private void dictionary(int column, ArrowText text) throws IOException {
        byte[] description = SetMessages.dictionary(column, text);
        ByteBuffer body = text.body();
        dictionaryPlaces.add(new BlockPlace(channel.position(), description.length, body.remaining()));
        writeAll(ByteBuffer.wrap(description));
        dictionaries.add(
                new Dictionary(column, text.count(), channel.position(), body.remaining(), checksum(body.duplicate())));
        writeAll(body);
    }

    private void batch(int from, int count) throws IOException {
        BlockLayout layout = new BlockLayout(columns, count);
        byte[] description = SetMessages.batch(layout, missing(from, count));
        batchPlaces.add(new BlockPlace(channel.position(), description.length, layout.bodyBytes()));
        writeAll(ByteBuffer.wrap(description));
        bodies.add(channel.position());
        for (int column = 0; column < columns.size(); column++) {
            fill(layout, column, from);
            checksums.add(checksum(buffer.duplicate()));
            writeAll(buffer);
        }
    }

    private int[] missing(int from, int count) {
        int[] missing = new int[columns.size()];
        for (int column = 0; column < missing.length; column++) {
            for (int i = 0; i < count && BlockLayout.isNullable(columns.get(column)); i++) {
                missing[column] += rows.isMissing(column, from + i) ? 1 : 0;
            }
        }
        return missing;
    }

    private void fill(BlockLayout layout, int column, int from) {
        zero(layout.bytes(column));
        int values = ArrowMessages.padded(layout.validityBytes(column));
        PackedColumn.Type type = columns.get(column).type();
        boolean nullable = values > 0;
        for (int i = 0; i < layout.rows(); i++) {
            if (nullable && rows.isMissing(column, from + i)) {
                continue;
            }
            if (nullable) {
                int place = i / Byte.SIZE;
                buffer.put(place, (byte) (buffer.get(place) | 1 << i % Byte.SIZE));
            }
            put(type, values + i * type.bytes(), column, from + i);
        }
    }

    private void put(PackedColumn.Type type, int place, int column, int row) {
        switch (type) {
            case NUMBER -> buffer.putDouble(place, rows.number(column, row));
            case FLOAT -> buffer.putFloat(place, (float) rows.number(column, row));
            case INTEGER -> buffer.putLong(place, rows.integer(column, row));
            case BYTE -> buffer.put(place, (byte) rows.integer(column, row));
            case TEXT -> buffer.putInt(place, rows.code(column, row));
        }
    }

    /** Makes so many zeros of the buffer. */
    private void zero(int bytes) {
        buffer.clear();
        while (buffer.position() < bytes) {
            buffer.putLong(0);
        }
        buffer.flip();
    }

    static int checksum(ByteBuffer bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private void writeAll(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
