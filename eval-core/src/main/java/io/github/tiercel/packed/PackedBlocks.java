package io.github.tiercel.packed;

import io.github.tiercel.data.ColumnBlocks;
import io.github.tiercel.data.Columns;
import java.util.List;
import java.util.Map;

/** Some columns of a packed set. */
final class PackedBlocks implements ColumnBlocks {

    private final BlockReader reader;
    private final String source;
    private final int[] positions;
    private final List<PackedColumn> columns;
    private final Map<Integer, List<String>> dictionaries;

    PackedBlocks(BlockReader reader, String source, int[] positions, List<PackedColumn> columns) {
        this.reader = reader;
        this.source = source;
        this.positions = positions;
        this.columns = columns;
        this.dictionaries = reader.dictionaries(columns);
    }

    @Override
    public int[] positions() {
        return positions;
    }

    @Override
    public int rows() {
        return positions.length;
    }

    @Override
    public int blockRows() {
        return BlockLayout.BLOCK_ROWS;
    }

    @Override
    public Columns block(int block) {
        int rows = Math.min(BlockLayout.BLOCK_ROWS, rows() - block * BlockLayout.BLOCK_ROWS);
        return Columns.of(source, rows, reader.columns(block, columns, dictionaries));
    }
}
