package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.ScoreGroups;

/**
 * Rows by descending score with all that a replicate reads of them side by side, so that each pass runs through memory.
 */
final class RankedRows implements GroupDraws {

    private final ScoreGroups groups;
    private final long[] keys;
    private final double[] weights;
    private final boolean[] labels;

    private RankedRows(ScoreGroups groups, long[] keys, double[] weights, boolean[] labels) {
        this.groups = groups;
        this.keys = keys;
        this.weights = weights;
        this.labels = labels;
    }

    static RankedRows of(BinaryPredictions predictions, long[] unitKeys) {
        ScoreGroups groups = predictions.groups();
        long[] keys = new long[groups.rows()];
        double[] weights = new double[groups.rows()];
        boolean[] labels = new boolean[groups.rows()];
        for (int rank = 0; rank < keys.length; rank++) {
            int row = groups.row(rank);
            keys[rank] = unitKeys[row];
            weights[rank] = predictions.weight(row);
            labels[rank] = predictions.label(row);
        }
        return new RankedRows(groups, keys, weights, labels);
    }

    @Override
    public ScoreGroups groups() {
        return groups;
    }

    @Override
    public void reweight(long pairKey, CumulativeWeights first, CumulativeWeights second) {
        first.restart();
        second.restart();
        int rank = 0;
        for (int g = 0; g < groups.size(); g++) {
            for (int end = groups.end(g); rank < end; rank++) {
                long hash = KeyedHash.hash(keys[rank], pairKey);
                first.add(labels[rank], weights[rank] * PoissonWeights.even(hash));
                second.add(labels[rank], weights[rank] * PoissonWeights.odd(hash));
            }
            first.close(g);
            second.close(g);
        }
    }
}
