package io.github.tiercel.duckdb;

import io.github.tiercel.packed.PackedColumn;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * A row as bytes of a fixed length: its position, a bit for each column that has no value, and the values.
 *
 * @param columns the columns
 * @param offsets where each value is
 * @param bytes the length
 */
record RecordLayout(List<PackedColumn> columns, List<Integer> offsets, int bytes) {

    static RecordLayout of(List<PackedColumn> columns) {
        List<Integer> offsets = new ArrayList<>();
        int next = Integer.BYTES + (columns.size() + Byte.SIZE - 1) / Byte.SIZE;
        for (PackedColumn column : columns) {
            offsets.add(next);
            next += column.type().bytes();
        }
        return new RecordLayout(columns, offsets, next);
    }

    int offset(int column) {
        return offsets.get(column);
    }

    void setMissing(ByteBuffer records, int record, int column) {
        int at = record + Integer.BYTES + column / Byte.SIZE;
        records.put(at, (byte) (records.get(at) | 1 << column % Byte.SIZE));
    }

    boolean isMissing(ByteBuffer records, int record, int column) {
        return (records.get(record + Integer.BYTES + column / Byte.SIZE) >> column % Byte.SIZE & 1) != 0;
    }
}
