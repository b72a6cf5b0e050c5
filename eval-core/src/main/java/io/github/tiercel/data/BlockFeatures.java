package io.github.tiercel.data;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Columns in blocks as features: a batch of contiguous positions is a view of one block, as a rule. */
final class BlockFeatures implements Features<FeatureRow> {

    private final ColumnBlocks blocks;
    private final BlockCache cache;
    private final int[] positions;

    BlockFeatures(ColumnBlocks blocks) {
        this.blocks = blocks;
        this.cache = new BlockCache(blocks);
        this.positions = blocks.positions();
    }

    @Override
    public int rows() {
        return positions.length;
    }

    @Override
    public Batch<FeatureRow> batch(int[] rows) {
        int block = positions[rows[0]] / blocks.blockRows();
        int[] places = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            places[i] = positions[rows[i]] - block * blocks.blockRows();
            if (places[i] < 0 || places[i] >= blocks.blockRows()) {
                return gathered(rows);
            }
        }
        return new FeatureBatch(cache.get(block), places);
    }

    /** Reads each block once, however the rows lie. */
    private Batch<FeatureRow> gathered(int[] rows) {
        int[] places = IntStream.range(0, rows.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> positions[rows[i]]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] within = Arrays.stream(places)
                .map(place -> positions[rows[place]] % blocks.blockRows())
                .toArray();
        List<ColumnAssembly> columns = cache.get(block(rows[places[0]])).columns().stream()
                .map(column -> ColumnAssembly.like(column, rows.length))
                .toList();
        for (int from = 0, to; from < places.length; from = to) {
            int block = block(rows[places[from]]);
            to = from + 1;
            while (to < places.length && block(rows[places[to]]) == block) {
                to++;
            }
            put(cache.get(block), within, places, from, to, columns);
        }
        FeatureTable table =
                FeatureTable.of(columns.stream().map(ColumnAssembly::build).toList());
        return new FeatureBatch(table, IntStream.range(0, rows.length).toArray());
    }

    private static void put(
            FeatureTable part, int[] rows, int[] places, int from, int to, List<ColumnAssembly> columns) {
        for (int column = 0; column < columns.size(); column++) {
            columns.get(column).put(part.columns().get(column), rows, places, from, to);
        }
    }

    private int block(int row) {
        return positions[row] / blocks.blockRows();
    }

    @Override
    public boolean isSequential() {
        return true;
    }

    @Override
    public int[] firstRows(int most) {
        int[] first = new int[Math.min(most, rows())];
        for (int row = 0; row < positions.length; row++) {
            if (positions[row] < first.length) {
                first[positions[row]] = row;
            }
        }
        return first;
    }

    @Override
    public Optional<String> fingerprint(long[] keys, int[] order) {
        return Optional.of(new Content().fingerprint(rows(), keys, order));
    }

    /** The same content as the columns have in memory. */
    private final class Content implements RowContent {

        @Override
        public void header(DigestSink sink) {
            cache.get(0).header(sink);
        }

        @Override
        public void row(int row, DigestSink sink) {
            cache.get(block(row)).row(positions[row] % blocks.blockRows(), sink);
        }
    }
}
