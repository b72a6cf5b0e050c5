package io.github.tiercel.store;

import io.github.tiercel.arrow.ArrowColumn;
import io.github.tiercel.arrow.ArrowMessages;
import io.github.tiercel.arrow.BlockPlace;
import io.github.tiercel.arrow.ColumnPlace;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The parts of a file of the store that are not numbers. */
final class TableMessages {

    private TableMessages() {}

    static byte[] start(TableShape shape) {
        return ArrowMessages.start(columns(shape));
    }

    static byte[] batch(TableShape shape, int batch) {
        int bytes = shape.columnBytes(batch);
        List<ColumnPlace> places = IntStream.range(0, shape.columns())
                .mapToObj(column -> new ColumnPlace((long) column * ArrowMessages.padded(bytes), 0, bytes, 0))
                .toList();
        return ArrowMessages.batch(shape.rowsOf(batch), places, shape.bodyBytes(batch));
    }

    /** Returns the footer with its check. */
    static byte[] footer(TableShape shape, List<BlockPlace> blocks, Map<String, String> metadata) {
        return FooterCheck.stamped(
                ArrowMessages.footer(columns(shape), blocks, metadata, FooterCheck.NAME, FooterCheck.BLANK));
    }

    private static List<ArrowColumn> columns(TableShape shape) {
        return shape.names().stream()
                .map(name -> new ArrowColumn(name, shape.type().arrow(), false))
                .toList();
    }
}
