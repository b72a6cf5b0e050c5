package io.github.tiercel.duckdb;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.sampling.RowOrder;
import io.github.tiercel.sampling.Strata;
import io.github.tiercel.sampling.StratifiedOrder;
import java.util.BitSet;
import java.util.Optional;

/** An order of rows that is made and kept in memory. */
final class MemoryPlan implements PlannedRows {

    private final EvaluationSet labels;
    private final BitSet dropped;
    private final Optional<Strata> strata;
    private final int[] positions;
    private int read;
    private int kept;

    private MemoryPlan(EvaluationSet labels, BitSet dropped, Optional<Strata> strata, RowOrder order) {
        this.labels = labels;
        this.dropped = dropped;
        this.strata = strata;
        this.positions = positions(order);
    }

    /**
     * Orders rows one by one.
     *
     * @param labels the labels of the rows that are packed
     * @param dropped the rows of the source that are left out
     * @param keys for each row its key
     * @param strata their strata
     */
    static MemoryPlan ofRows(EvaluationSet labels, BitSet dropped, long[] keys, Strata strata) {
        return new MemoryPlan(labels, dropped, Optional.of(strata), StratifiedOrder.of(keys, strata, labels.seed()));
    }

    /** Orders rows in groups, which labels know. */
    static MemoryPlan ofGroups(EvaluationSet labels, BitSet dropped) {
        return new MemoryPlan(labels, dropped, Optional.empty(), labels.order());
    }

    private static int[] positions(RowOrder order) {
        int[] positions = new int[order.size()];
        for (int position = 0; position < positions.length; position++) {
            positions[order.row(position)] = position;
        }
        return positions;
    }

    PackedPlan plan(PackingOptions options) {
        ColumnRoles roles = options.described(labels);
        return new PackedPlan(roles, positions.length, dropped.cardinality(), strata.map(PlannedStrata::of), this);
    }

    @Override
    public PlannedChunk next(int count) {
        PlannedChunk chunk = new PlannedChunk(count);
        for (int i = 0; i < count; i++) {
            if (!dropped.get(read + i)) {
                int stratum = strata.isPresent() ? strata.get().stratum(kept) : 0;
                chunk.put(i, positions[kept], labels.label(kept), stratum);
                kept++;
            }
        }
        read += count;
        return chunk;
    }
}
