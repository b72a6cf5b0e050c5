package io.github.tiercel.metrics.resample;

import java.util.Arrays;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Draws, for segments of rows that count one each, how often the rows of each segment count in a replicate.
 *
 * <p>The sum of g independent Poisson(1) weights is Poisson(g), so one draw stands for all rows of a segment: exact, at
 * a cost that does not depend on their number. A segment is drawn in pieces of few sizes, one size after the other, so
 * that a table of probabilities stays in the cache of the processor while it is used. About 2 ns a draw, fewer for
 * small segments; one or two draws a segment of less than 1,024 rows; 4 bytes a draw.
 */
final class SegmentDraws {

    private static final int SMALL = 64;

    /** So many pieces of one size pay for a guide within some replicates. */
    private static final int WORTH_A_GUIDE = 1024;

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** A draw of the pieces of one size. */
    private interface Pieces {

        void draw(long key, int begin, int end, int[] targets, int[] weights);
    }

    private final Pieces[] sizes;

    /** Where the pieces of a size end among the targets. */
    private final int[] ends;

    /** The segments that pieces belong to, by the size of the piece. */
    private final int[] targets;

    private SegmentDraws(Pieces[] sizes, int[] ends, int[] targets) {
        this.sizes = sizes;
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
        Pieces[] pieces = new Pieces[means.length];
        int[] ends = new int[means.length];
        int[] next = new int[counts.length];
        int end = 0;
        for (int t = 0; t < means.length; t++) {
            next[means[t]] = end;
            end += counts[means[t]];
            ends[t] = end;
            pieces[t] = pieces(means[t], counts[means[t]]);
        }
        int[] targets = new int[end];
        for (int segment = 0; segment < sizes.length; segment++) {
            int target = segment;
            forEachPiece(sizes[segment], piece -> targets[next[piece]++] = target);
        }
        return new SegmentDraws(pieces, ends, targets);
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
        for (int size = 0; size < sizes.length; size++) {
            sizes[size].draw(key + begin * GOLDEN, begin, ends[size], targets, weights);
            begin = ends[size];
        }
    }

    /** A guide draws twice as fast as a table, and takes longer to make. */
    private static Pieces pieces(int mean, int count) {
        return mean <= PoissonGuide.LARGEST_MEAN && count >= WORTH_A_GUIDE
                ? fours(PoissonGuide.of(mean))
                : pairs(PoissonTable.of(mean));
    }

    private static Pieces pairs(PoissonTable table) {
        return (key, begin, end, targets, weights) -> {
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
        };
    }

    private static Pieces fours(PoissonGuide guide) {
        return (key, begin, end, targets, weights) -> {
            long counter = key;
            int i = begin;
            for (; i + 3 < end; i += 4) {
                counter += GOLDEN;
                long bits = KeyedHash.mix(counter);
                weights[targets[i]] += guide.draw((int) bits, bits + 1);
                weights[targets[i + 1]] += guide.draw((int) (bits >>> 16), bits + 2);
                weights[targets[i + 2]] += guide.draw((int) (bits >>> 32), bits + 3);
                weights[targets[i + 3]] += guide.draw((int) (bits >>> 48), bits + 4);
            }
            for (; i < end; i++) {
                counter += GOLDEN;
                long bits = KeyedHash.mix(counter);
                weights[targets[i]] += guide.draw((int) bits, bits + 1);
            }
        };
    }
}
