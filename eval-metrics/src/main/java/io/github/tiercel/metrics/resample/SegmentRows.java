package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.RecallSteps;
import io.github.tiercel.metrics.ScoreGroups;
import java.util.Arrays;

/**
 * Rows in the order of a layout's segments, with all that a replicate reads of them side by side: so each pass runs
 * through memory from one end to the other.
 *
 * <p>Of a block of rows, the weights of two replicates are drawn first. Where rows count one each, running sums of the
 * block then give the weight of each segment as a difference, without a loop whose length no processor foresees; where
 * rows have weights of their own, each segment is added up, because differences would lose small weights among large
 * ones. 4 bytes a row, 8 more with weights, and 12 a step.
 */
final class SegmentRows {

    private static final int BLOCK = 2048;

    private final StepLayout layout;

    /** Where segments end, step by step in the order of scores; of each step those above, those tied, the positive. */
    private final int[] ends;

    /** The segment of the layout that ends there. */
    private final int[] segments;

    /** The rows' own weights; empty where they count one each. */
    private final double[] weights;

    /** The row of the predictions at each place. */
    private final int[] rows;

    private SegmentRows(StepLayout layout, int[] ends, int[] segments, double[] weights, int[] rows) {
        this.layout = layout;
        this.ends = ends;
        this.segments = segments;
        this.weights = weights;
        this.rows = rows;
    }

    static SegmentRows of(StepLayout layout) {
        BinaryPredictions predictions = layout.groups().predictions();
        int[] rows = new int[layout.groups().rows()];
        int[] ends = new int[layout.segments()];
        int[] segments = new int[ends.length];
        place(layout, rows, ends, segments);
        double[] weights = new double[predictions.isWeighted() ? rows.length : 0];
        Arrays.setAll(weights, place -> predictions.weight(rows[place]));
        return new SegmentRows(layout, ends, segments, weights, rows);
    }

    private static void place(StepLayout layout, int[] rows, int[] ends, int[] segments) {
        ScoreGroups groups = layout.groups();
        int next = 0;
        int group = 0;
        int segment = 0;
        for (int step = 0; step < layout.steps(); step++) {
            int last = layout.lastGroup(step);
            boolean isTied = groups.positive(last) > 0;
            for (; group < last; group++) {
                next = place(groups, group, false, rows, next);
            }
            next = isTied ? next : place(groups, last, false, rows, next);
            ends[segment] = next;
            segments[segment++] = layout.above(step);
            next = isTied ? place(groups, last, false, rows, next) : next;
            if (layout.hasTies()) {
                ends[segment] = next;
                segments[segment++] = layout.tied(step);
            }
            next = place(groups, last, true, rows, next);
            ends[segment] = next;
            segments[segment++] = layout.positive(step);
            group = last + 1;
        }
        for (; group < groups.size(); group++) {
            next = place(groups, group, false, rows, next);
        }
        ends[segment] = next;
        segments[segment] = layout.above(layout.steps());
    }

    private static int place(ScoreGroups groups, int group, boolean label, int[] rows, int from) {
        int next = from;
        for (int rank = groups.begin(group); rank < groups.end(group); rank++) {
            if (groups.predictions().label(groups.row(rank)) == label) {
                rows[next++] = groups.row(rank);
            }
        }
        return next;
    }

    int size() {
        return rows.length;
    }

    boolean areWeighted() {
        return weights.length > 0;
    }

    /** The row of the predictions at a place. */
    int row(int place) {
        return rows[place];
    }

    /** The row's own weight. */
    double weight(int place) {
        return weights.length > 0 ? weights[place] : 1;
    }

    /** Receives how often the rows of a block count in the two replicates that share a hash. */
    interface Reader {

        void read(int from, int to, int[] even, int[] odd);
    }

    /** Draws the weights of rows by their keys, which stand in the order of segments. */
    static void draw(long[] keys, long pairKey, Reader reader) {
        int[] even = new int[BLOCK];
        int[] odd = new int[BLOCK];
        for (int from = 0; from < keys.length; from += BLOCK) {
            int to = Math.min(keys.length, from + BLOCK);
            for (int i = from; i < to; i++) {
                long hash = KeyedHash.hash(keys[i], pairKey);
                even[i - from] = PoissonWeights.even(hash);
                odd[i - from] = PoissonWeights.odd(hash);
            }
            reader.read(from, to, even, odd);
        }
    }

    /** Looks up weights that were drawn row by row. */
    void lookUp(byte[] evenOfRows, byte[] oddOfRows, Reader reader) {
        int[] even = new int[BLOCK];
        int[] odd = new int[BLOCK];
        for (int from = 0; from < rows.length; from += BLOCK) {
            int to = Math.min(rows.length, from + BLOCK);
            for (int i = from; i < to; i++) {
                even[i - from] = evenOfRows[rows[i]];
                odd[i - from] = oddOfRows[rows[i]];
            }
            reader.read(from, to, even, odd);
        }
    }

    /** Adds up the weights of segments for one replicate, block after block. */
    final class Sums {

        private final int[] counts = new int[areWeighted() ? 0 : ends.length];
        private final double[] sums = new double[areWeighted() ? ends.length : 0];
        private final int[] running = new int[BLOCK + 1];
        private int segment;

        void restart() {
            Arrays.fill(counts, 0);
            Arrays.fill(sums, 0);
            segment = 0;
        }

        void add(int from, int to, int[] drawn) {
            if (areWeighted()) {
                weigh(from, to, drawn);
            } else {
                count(from, to, drawn);
            }
        }

        /** The steps of the replicate when all blocks are in, to be read before the next one starts. */
        RecallSteps steps() {
            return areWeighted() ? new WeighedSteps(layout, sums) : new CountedSteps(layout, counts);
        }

        private void count(int from, int to, int[] drawn) {
            for (int i = 0; i < to - from; i++) {
                running[i + 1] = running[i] + drawn[i];
            }
            int before = 0;
            while (segment < ends.length && ends[segment] <= to) {
                int through = running[ends[segment] - from];
                counts[segments[segment++]] += through - before;
                before = through;
            }
            if (segment < ends.length) {
                counts[segments[segment]] += running[to - from] - before;
            }
        }

        private void weigh(int from, int to, int[] drawn) {
            int place = from;
            while (segment < ends.length) {
                int end = Math.min(to, ends[segment]);
                double sum = sums[segments[segment]];
                for (; place < end; place++) {
                    sum += drawn[place - from] * weights[place];
                }
                sums[segments[segment]] = sum;
                if (ends[segment] > to) {
                    return;
                }
                segment++;
            }
        }
    }
}
