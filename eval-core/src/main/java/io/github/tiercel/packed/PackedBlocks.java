package io.github.tiercel.packed;

import io.github.tiercel.data.ColumnBlocks;
import io.github.tiercel.data.Columns;
import java.util.List;
import java.util.Map;

/** Some columns of a packed set. */
record PackedBlocks(
        BlockReader reader,
        String source,
        int[] positions,
        List<PackedColumn> columns,
        Map<Integer, List<String>> dictionaries)
        implements ColumnBlocks {

    static PackedBlocks of(BlockReader reader, String source, int[] positions, List<PackedColumn> columns) {
        return new PackedBlocks(reader, source, positions, columns, reader.dictionaries(columns));
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
