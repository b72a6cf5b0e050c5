package io.github.tiercel.duckdb;

import io.github.tiercel.packed.PackedRows;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Rows on their way from the source's order to that of the set: a file for each range of positions takes its rows as
 * they come, and is sorted in memory when its turn has come.
 */
final class Spill {

    private final RecordLayout layout;
    private final int rangeRows;
    private final RecordFile[] files;
    private ByteBuffer range = ByteBuffer.allocate(0);

    /** Makes the folder. */
    Spill(Path folder, RecordLayout layout, int rows, int rangeRows) throws IOException {
        this.layout = layout;
        this.rangeRows = rangeRows;
        this.files = RecordFile.in(folder, (int) (((long) rows + rangeRows - 1) / rangeRows), layout.bytes());
    }

    /** Takes a record that begins with its position. */
    void add(ByteBuffer records, int record) throws IOException {
        ByteBuffer buffer = files[records.getInt(record) / rangeRows].next();
        buffer.put(buffer.position(), records, record, layout.bytes());
        buffer.position(buffer.position() + layout.bytes());
    }

    void finish() throws IOException {
        RecordFile.finish(files);
    }

    /** Sorts a range, and deletes its file. The rows before it are gone then. */
    PackedRows sorted(int from, int rows) throws IOException {
        RecordFile file = files[from / rangeRows];
        if (file.records() != rows) {
            throw new NoSuchFileException("rows from " + from + " on", null, "rows got lost on their way");
        }
        range = file.first(rows, range);
        file.delete();
        int[] recordOf = new int[rows];
        for (int record = 0; record < range.limit(); record += layout.bytes()) {
            recordOf[range.getInt(record) - from] = record;
        }
        return new SpilledRows(layout, range, recordOf);
    }
}
