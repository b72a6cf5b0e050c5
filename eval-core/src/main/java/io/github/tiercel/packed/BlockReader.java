package io.github.tiercel.packed;

import io.github.tiercel.arrow.ArrowMessages;
import io.github.tiercel.data.Column;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.files.DiskFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads blocks of columns by position, and hands on nothing whose checksum does not hold.
 *
 * <p>Opens a file for each block, not for good: a channel that an interrupted thread reads from is closed for all.
 */
final class BlockReader {

    private final Path folder;
    private final SetIndex index;

    BlockReader(Path folder, SetIndex index) {
        this.folder = folder;
        this.index = index;
    }

    int blocks() {
        return (index.description().rows() + BlockLayout.BLOCK_ROWS - 1) / BlockLayout.BLOCK_ROWS;
    }

    /** Reads the dictionaries of columns of text, by the column's place. */
    Map<Integer, List<String>> dictionaries(List<PackedColumn> columns) {
        Map<Integer, List<String>> texts = new HashMap<>();
        for (Dictionary known : index.dictionaries()) {
            if (columns.contains(index.description().columns().get(known.column()))) {
                texts.put(known.column(), dictionary(known));
            }
        }
        return texts;
    }

    private List<String> dictionary(Dictionary known) {
        Path file = folder.resolve(index.files().get(0).name());
        String column = index.description().columns().get(known.column()).name();
        return read(file, channel -> {
            ByteBuffer body = block(file, channel, known.offset(), known.bytes(), known.checksum(), column);
            try {
                return ArrowText.read(known.count(), body);
            } catch (IndexOutOfBoundsException e) {
                throw SetFaults.damaged(file, "has a dictionary of column \"" + column + "\" that cannot be read", e);
            }
        });
    }

    /** Reads columns of a block. */
    List<Column> columns(int block, List<PackedColumn> columns, Map<Integer, List<String>> dictionaries) {
        int perFile = index.files().get(0).bodies().size();
        RangeFile range = index.files().get(block / perFile);
        Path file = folder.resolve(range.name());
        int batch = block % perFile;
        return read(file, channel -> {
            List<Column> read = new ArrayList<>();
            for (PackedColumn column : columns) {
                read.add(column(file, channel, range, batch, column, dictionaries));
            }
            return read;
        });
    }

    private Column column(
            Path file,
            FileChannel channel,
            RangeFile range,
            int batch,
            PackedColumn column,
            Map<Integer, List<String>> dictionaries)
            throws IOException {
        List<PackedColumn> all = index.description().columns();
        int place = all.indexOf(column);
        int rows = Math.min(BlockLayout.BLOCK_ROWS, range.rows() - batch * BlockLayout.BLOCK_ROWS);
        BlockLayout layout = new BlockLayout(all, rows);
        ByteBuffer bytes = block(
                file,
                channel,
                range.bodies().get(batch) + layout.offset(place),
                layout.bytes(place),
                range.checksums().get(batch * all.size() + place),
                column.name());
        BitSet missing = missing(layout, place, bytes);
        ByteBuffer values = bytes.position(ArrowMessages.padded(layout.validityBytes(place)))
                .slice()
                .order(ByteOrder.LITTLE_ENDIAN);
        return switch (column.type()) {
            case NUMBER -> NumberColumn.wrap(column.name(), doubles(values, rows), missing);
            case FLOAT -> NumberColumn.wrap(column.name(), floats(values, rows), missing);
            case INTEGER -> IntegerColumn.wrap(column.name(), longs(values, rows), missing);
            case BYTE -> IntegerColumn.wrap(column.name(), bytes(values, rows), missing);
            case TEXT ->
                TextColumn.wrap(
                        column.name(), codes(values, rows, missing), dictionaries.getOrDefault(place, List.of()));
        };
    }

    private static BitSet missing(BlockLayout layout, int column, ByteBuffer bytes) {
        BitSet missing = new BitSet();
        int length = layout.validityBytes(column);
        if (length > 0) {
            missing.or(BitSet.valueOf(bytes.slice(0, length)));
            missing.flip(0, layout.rows());
        }
        return missing;
    }

    private static double[] doubles(ByteBuffer bytes, int rows) {
        double[] values = new double[rows];
        bytes.asDoubleBuffer().get(values);
        return values;
    }

    private static double[] floats(ByteBuffer bytes, int rows) {
        double[] values = new double[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = bytes.getFloat(row * Float.BYTES);
        }
        return values;
    }

    private static long[] longs(ByteBuffer bytes, int rows) {
        long[] values = new long[rows];
        bytes.asLongBuffer().get(values);
        return values;
    }

    private static long[] bytes(ByteBuffer bytes, int rows) {
        long[] values = new long[rows];
        for (int row = 0; row < rows; row++) {
            values[row] = Byte.toUnsignedInt(bytes.get(row));
        }
        return values;
    }

    private static int[] codes(ByteBuffer bytes, int rows, BitSet missing) {
        int[] codes = new int[rows];
        bytes.asIntBuffer().get(codes);
        missing.stream().forEach(row -> codes[row] = TextColumn.MISSING);
        return codes;
    }

    private static ByteBuffer block(
            Path file, FileChannel channel, long offset, int length, int checksum, String column) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, offset + bytes.position()) < 0) {
                throw SetFaults.damaged(file, "ends within column \"" + column + "\"");
            }
        }
        if (RangeWriter.checksum(bytes.flip()) != checksum) {
            throw SetFaults.damaged(file, "has other bytes in column \"" + column + "\" than were written");
        }
        return bytes.rewind();
    }

    private static <T> T read(Path file, Reading<T> reading) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return reading.from(channel);
        } catch (NoSuchFileException e) {
            throw SetFaults.damaged(file, "is missing", e);
        } catch (IOException e) {
            throw SetFaults.damaged(file, "cannot be read (" + DiskFailure.reason(e) + ")", e);
        }
    }

    /** Reads from an open file. */
    private interface Reading<T> {
        T from(FileChannel channel) throws IOException;
    }
}
