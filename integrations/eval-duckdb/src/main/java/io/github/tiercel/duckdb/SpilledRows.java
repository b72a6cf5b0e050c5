package io.github.tiercel.duckdb;

import io.github.tiercel.packed.PackedColumn;
import io.github.tiercel.packed.PackedRows;
import java.nio.ByteBuffer;

/** Records, reached by position. */
final class SpilledRows implements PackedRows {

    private final RecordLayout layout;
    private final ByteBuffer records;
    private final int[] recordOf;

    SpilledRows(RecordLayout layout, ByteBuffer records, int[] recordOf) {
        this.layout = layout;
        this.records = records;
        this.recordOf = recordOf;
    }

    @Override
    public int rows() {
        return recordOf.length;
    }

    @Override
    public boolean isMissing(int column, int row) {
        return layout.isMissing(records, recordOf[row], column);
    }

    @Override
    public double number(int column, int row) {
        int at = recordOf[row] + layout.offset(column);
        return layout.columns().get(column).type() == PackedColumn.Type.FLOAT
                ? records.getFloat(at)
                : records.getDouble(at);
    }

    @Override
    public long integer(int column, int row) {
        int at = recordOf[row] + layout.offset(column);
        return layout.columns().get(column).type() == PackedColumn.Type.BYTE
                ? Byte.toUnsignedInt(records.get(at))
                : records.getLong(at);
    }

    @Override
    public int code(int column, int row) {
        return records.getInt(recordOf[row] + layout.offset(column));
    }
}
