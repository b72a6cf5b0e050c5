package io.github.tiercel.duckdb;

import java.io.IOException;
import java.nio.ByteBuffer;

/** An order of rows that is kept in files, read once from the first row to the last. */
final class SpilledPlan implements PlannedRows {

    private final SpilledCodes rows;
    private final SpilledCodes.Reader reader;
    private final RowCodes codes;
    private final RecordFile[] positions;
    private final int rangeRows;
    private final int[] range;
    private ByteBuffer memory = ByteBuffer.allocate(0);
    private int read;
    private int kept;

    SpilledPlan(SpilledCodes rows, RowCodes codes, RecordFile[] positions, int rangeRows) {
        this.rows = rows;
        this.reader = rows.reader();
        this.codes = codes;
        this.positions = positions;
        this.rangeRows = rangeRows;
        this.range = new int[rangeRows];
    }

    @Override
    public PlannedChunk next(int count) throws IOException {
        PlannedChunk chunk = new PlannedChunk(count);
        for (int i = 0; i < count; i++) {
            reader.next();
            long code = reader.code();
            if (code != RowCodes.NONE) {
                chunk.put(i, position(kept++), codes.label(code), codes.stratum(code));
            }
        }
        read += count;
        if (read == rows.rows()) {
            rows.delete();
        }
        return chunk;
    }

    private int position(int row) throws IOException {
        if (row % rangeRows == 0) {
            load(positions[row / rangeRows]);
        }
        return range[row % rangeRows];
    }

    private void load(RecordFile file) throws IOException {
        memory = file.first(Math.toIntExact(file.records()), memory);
        file.delete();
        while (memory.hasRemaining()) {
            range[memory.getInt() % rangeRows] = memory.getInt();
        }
    }
}
