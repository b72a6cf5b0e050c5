package io.github.tiercel.packed;

import io.github.tiercel.arrow.ArrowColumn;
import io.github.tiercel.arrow.ArrowMessages;
import io.github.tiercel.arrow.ArrowType;
import io.github.tiercel.arrow.BlockPlace;
import io.github.tiercel.arrow.ColumnPlace;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The parts of a file of a packed set that are not values. A column of text has a dictionary. */
final class SetMessages {

    private SetMessages() {}

    static byte[] start(List<PackedColumn> columns) {
        return ArrowMessages.start(described(columns));
    }

    static byte[] dictionary(int column, ArrowText texts) {
        return ArrowMessages.dictionary(column, texts.count(), ArrowText.offsetBytes(texts.count()), texts.textBytes());
    }

    static byte[] batch(BlockLayout layout, int[] missing) {
        List<ColumnPlace> places = IntStream.range(0, missing.length)
                .mapToObj(column -> new ColumnPlace(
                        layout.offset(column),
                        layout.validityBytes(column),
                        layout.valueBytes(column),
                        missing[column]))
                .toList();
        return ArrowMessages.batch(layout.rows(), places, layout.bodyBytes());
    }

    /** The mark that no message follows, the footer, its length and the magic once more. */
    static byte[] end(
            List<PackedColumn> columns,
            List<BlockPlace> dictionaries,
            List<BlockPlace> batches,
            Map<String, String> metadata) {
        byte[] end = ArrowMessages.end();
        byte[] footer = ArrowMessages.footer(described(columns), dictionaries, batches, metadata);
        byte[] tail = ArrowMessages.tail(footer.length);
        return ByteBuffer.allocate(end.length + footer.length + tail.length)
                .put(end)
                .put(footer)
                .put(tail)
                .array();
    }

    private static List<ArrowColumn> described(List<PackedColumn> columns) {
        return columns.stream()
                .map(column -> new ArrowColumn(column.name(), type(column.type()), BlockLayout.isNullable(column)))
                .toList();
    }

    private static ArrowType type(PackedColumn.Type type) {
        return switch (type) {
            case NUMBER -> ArrowType.FLOAT64;
            case FLOAT -> ArrowType.FLOAT32;
            case INTEGER -> ArrowType.INT64;
            case BYTE -> ArrowType.UINT8;
            case TEXT -> ArrowType.TEXT;
        };
    }
}
