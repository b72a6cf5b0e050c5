package io.github.tiercel.metrics.threshold;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.resample.Folds;
import java.util.function.IntToLongFunction;

/** Rows by descending score, parted into folds: the score groups of one fold and of the others without another sort. */
final class RankedFolds implements FoldGroups {

    private final ScoreGroups groups;
    private final boolean[] labels;
    private final double[] weights;
    private final int[] folds;

    private RankedFolds(ScoreGroups groups, boolean[] labels, double[] weights, int[] folds) {
        this.groups = groups;
        this.labels = labels;
        this.weights = weights;
        this.folds = folds;
    }

    static RankedFolds of(ScoreGroups groups, IntToLongFunction unitKeys, Folds folds, int repeat) {
        BinaryPredictions predictions = groups.predictions();
        boolean[] labels = new boolean[groups.rows()];
        double[] weights = new double[groups.rows()];
        int[] foldOfRank = new int[groups.rows()];
        for (int rank = 0; rank < foldOfRank.length; rank++) {
            int row = groups.row(rank);
            labels[rank] = predictions.label(row);
            weights[rank] = predictions.weight(row);
            foldOfRank[rank] = folds.fold(unitKeys.applyAsLong(row), repeat);
        }
        return new RankedFolds(groups, labels, weights, foldOfRank);
    }

    @Override
    public ScoreGroups inside(int fold) {
        return cumulative(fold, true);
    }

    @Override
    public ScoreGroups outside(int fold) {
        return cumulative(fold, false);
    }

    private ScoreGroups cumulative(int fold, boolean inside) {
        double[] positives = new double[groups.size()];
        double[] negatives = new double[groups.size()];
        CompensatedSum positive = new CompensatedSum();
        CompensatedSum negative = new CompensatedSum();
        for (int g = 0; g < positives.length; g++) {
            for (int rank = groups.begin(g); rank < groups.end(g); rank++) {
                if ((folds[rank] == fold) == inside) {
                    (labels[rank] ? positive : negative).add(weights[rank]);
                }
            }
            positives[g] = positive.value();
            negatives[g] = negative.value();
        }
        return groups.withCumulativeWeights(positives, negatives);
    }
}
