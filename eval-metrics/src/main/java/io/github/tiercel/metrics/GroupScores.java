package io.github.tiercel.metrics;

import io.github.tiercel.metrics.sort.RowOrder;
import io.github.tiercel.metrics.sort.ScoreCounts;
import java.util.Arrays;

/** The score of each group, and how many rows stand in it and above. */
interface GroupScores {

    int size();

    double score(int group);

    /** The rank after the last row of the group. */
    int end(int group);

    /** Of rows that count one each, which need not be told apart. */
    record Counted(ScoreCounts counts) implements GroupScores {

        @Override
        public int size() {
            return counts.size();
        }

        @Override
        public double score(int group) {
            return counts.score(group);
        }

        @Override
        public int end(int group) {
            return counts.truePositives(group) + counts.falsePositives(group);
        }
    }

    /** Of rows in their order. */
    final class Ranked implements GroupScores {

        private final BinaryPredictions predictions;
        private final int[] order;
        private final int[] ends;

        private Ranked(BinaryPredictions predictions, int[] order, int[] ends) {
            this.predictions = predictions;
            this.order = order;
            this.ends = ends;
        }

        static Ranked of(BinaryPredictions predictions) {
            int[] order = order(predictions);
            return new Ranked(predictions, order, endsOf(predictions, order));
        }

        /** The rows of positive weight by descending score. */
        static int[] order(BinaryPredictions predictions) {
            return RowOrder.descending(predictions.sharedScores(), weightedRows(predictions));
        }

        int[] order() {
            return order;
        }

        int[] ends() {
            return ends;
        }

        @Override
        public int size() {
            return ends.length;
        }

        @Override
        public double score(int group) {
            return predictions.score(order[ends[group] - 1]) + 0.0;
        }

        @Override
        public int end(int group) {
            return ends[group];
        }

        private static int[] weightedRows(BinaryPredictions predictions) {
            int[] rows = new int[predictions.weightedRows()];
            int next = 0;
            for (int row = 0; row < predictions.rows(); row++) {
                if (predictions.weight(row) > 0) {
                    rows[next++] = row;
                }
            }
            return rows;
        }

        private static int[] endsOf(BinaryPredictions predictions, int[] order) {
            int[] ends = new int[order.length];
            int groups = 0;
            for (int rank = 1; rank <= order.length; rank++) {
                // == makes -0.0 and 0.0 one score, as the sort does.
                if (rank == order.length || predictions.score(order[rank]) != predictions.score(order[rank - 1])) {
                    ends[groups++] = rank;
                }
            }
            return groups == ends.length ? ends : Arrays.copyOf(ends, groups);
        }
    }
}
