package io.github.tiercel.metrics.resample;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Draws, for segments of rows that count one each, how often the rows of each segment count in a replicate.
 *
 * <p>The sum of g independent Poisson(1) weights is Poisson(g), so one draw stands for all rows of a segment: exact, at
 * a cost that does not depend on their number. A segment is drawn in pieces of few sizes, one size after the other, so
 * that a table of probabilities stays in the cache of the processor while it is used. About 2 ns a draw, one or two
 * draws a segment of less than 1,024 rows; 4 bytes a draw.
 */
final class SegmentDraws {

    private static final int SMALL = 64;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final PoissonTable[] tables;

    /** Where the pieces of a table end among the targets. */
    private final int[] ends;

    /** The segments that pieces belong to, by the size of the piece. */
    private final int[] targets;

    private SegmentDraws(PoissonTable[] tables, int[] ends, int[] targets) {
        this.tables = tables;
        this.ends = ends;
        this.targets = targets;
    }

    /** Draws of segments with these numbers of rows, which may be 0. */
    static SegmentDraws of(int[] sizes) {
        int[] counts = new int[PoissonTable.LARGEST_MEAN + 1];
        for (int size : sizes) {
            forEachPiece(size, piece -> counts[piece]++);
        }
        int[] means = IntStream.range(0, counts.length)
                .filter(mean -> counts[mean] > 0)
                .toArray();
        PoissonTable[] tables = new PoissonTable[means.length];
        int[] ends = new int[means.length];
        int[] next = new int[counts.length];
        int end = 0;
        for (int t = 0; t < means.length; t++) {
            next[means[t]] = end;
            end += counts[means[t]];
            ends[t] = end;
            tables[t] = PoissonTable.of(means[t]);
        }
        int[] targets = new int[end];
        for (int segment = 0; segment < sizes.length; segment++) {
            int target = segment;
            forEachPiece(sizes[segment], piece -> targets[next[piece]++] = target);
        }
        return new SegmentDraws(tables, ends, targets);
    }

    /** Numbers below 64, multiples of 64 below 1,024, and 1,024 as often as it fits: 79 tables are enough for all. */
    private static void forEachPiece(int size, IntConsumer piece) {
        int rest = size % PoissonTable.LARGEST_MEAN;
        for (int whole = size / PoissonTable.LARGEST_MEAN; whole > 0; whole--) {
            piece.accept(PoissonTable.LARGEST_MEAN);
        }
        if (rest >= SMALL) {
            piece.accept(rest - rest % SMALL);
        }
        if (rest % SMALL > 0) {
            piece.accept(rest % SMALL);
        }
    }

    /**
     * Draws all segments.
     *
     * @param key 64 random bits, of which the draws are a pure function
     * @param weights receives how often the rows of each segment count
     */
    void draw(long key, int[] weights) {
        Arrays.fill(weights, 0);
        int begin = 0;
        for (int t = 0; t < tables.length; t++) {
            draw(tables[t], key + begin * GOLDEN, begin, ends[t], weights);
            begin = ends[t];
        }
    }

    private void draw(PoissonTable table, long key, int begin, int end, int[] weights) {
        long counter = key;
        int i = begin;
        for (; i + 1 < end; i += 2) {
            counter += GOLDEN;
            long bits = KeyedHash.mix(counter);
            weights[targets[i]] += table.draw((int) (bits >>> 32));
            weights[targets[i + 1]] += table.draw((int) bits);
        }
        if (i < end) {
            weights[targets[i]] += table.draw((int) KeyedHash.mix(counter + GOLDEN));
        }
    }
}
