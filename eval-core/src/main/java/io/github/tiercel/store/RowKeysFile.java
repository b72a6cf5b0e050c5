package io.github.tiercel.store;

import io.github.tiercel.sampling.RowOrder;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The keys of an order's rows by position, as an Arrow IPC file of one column of signed 64-bit integers. */
final class RowKeysFile {

    static final String NAME = "keys.arrow";

    private static final String LAYOUT = "1";

    private RowKeysFile() {}

    static void write(FileChannel channel, String order, RowOrder rows, long[] keys) throws IOException {
        Map<String, String> metadata = Map.of("layout", LAYOUT, "order", order, "rows", String.valueOf(rows.size()));
        ColumnFileWriter.write(
                channel,
                shape(rows.size()),
                (column, position, count, to) -> {
                    for (int i = 0; i < count; i++) {
                        to.putLong(keys[rows.row(position + i)]);
                    }
                },
                metadata);
    }

    /** Returns how many rows an order has, by the footer of its keys. */
    static int rows(Path file, String order) throws IOException {
        try (ColumnFileReader reader = open(file, order)) {
            return rows(reader);
        }
    }

    /** Checks every byte. */
    static void verify(Path file, String order) throws IOException {
        try (ColumnFileReader reader = open(file, order)) {
            TableShape shape = shape(rows(reader));
            reader.require(shape);
            reader.verify(shape);
        }
    }

    static long[] read(Path file, String order) throws IOException {
        try (ColumnFileReader reader = open(file, order)) {
            TableShape shape = shape(rows(reader));
            reader.require(shape);
            long[] all = new long[shape.rows()];
            reader.read(shape, shape.batches(), (column, row, count, from) -> from.asLongBuffer()
                    .get(all, row, count));
            return all;
        }
    }

    private static ColumnFileReader open(Path file, String order) throws IOException {
        return ColumnFileReader.open(file, reader -> {
            reader.require("layout", LAYOUT);
            reader.require("order", order);
        });
    }

    private static int rows(ColumnFileReader reader) throws CorruptFileException {
        return (int) Math.min(Integer.MAX_VALUE, reader.number("rows"));
    }

    private static TableShape shape(int rows) {
        return new TableShape(List.of("key"), ColumnType.INT64, rows);
    }
}
