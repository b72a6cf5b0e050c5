package io.github.tiercel.data;

import java.util.LinkedHashMap;
import java.util.Map;

/** The blocks read last. A batch may lie across two, and the next one begins where it ended. For several threads. */
final class BlockCache {

    private static final int KEPT = 2;

    private final ColumnBlocks blocks;
    private final Map<Integer, FeatureTable> last = new LinkedHashMap<>(KEPT, 1, true);

    BlockCache(ColumnBlocks blocks) {
        this.blocks = blocks;
    }

    synchronized FeatureTable get(int block) {
        FeatureTable known = last.get(block);
        if (known != null) {
            return known;
        }
        // Room first: a third block in memory while one is read would be for nothing.
        if (last.size() == KEPT) {
            last.remove(last.keySet().iterator().next());
        }
        FeatureTable read = FeatureTable.of(blocks.block(block).all());
        last.put(block, read);
        return read;
    }
}
