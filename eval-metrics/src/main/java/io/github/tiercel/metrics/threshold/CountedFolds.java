package io.github.tiercel.metrics.threshold;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.LabelWeights;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.resample.Folds;
import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Rows that count alike within their label, parted into folds: the rows of a fold are sorted by themselves, and taken
 * away from all for what is left outside. 1 byte a row, and 33 a row of one fold.
 */
final class CountedFolds implements FoldGroups {

    private final ScoreGroups groups;
    private final byte[] folds;
    private int insideFold = -1;
    private ScoreGroups inside;

    private CountedFolds(ScoreGroups groups, byte[] folds) {
        this.groups = groups;
        this.folds = folds;
        this.inside = groups;
    }

    static CountedFolds of(ScoreGroups groups, IntToLongFunction unitKeys, Folds folds, int repeat) {
        byte[] foldOfRow = new byte[groups.predictions().rows()];
        for (int row = 0; row < foldOfRow.length; row++) {
            foldOfRow[row] = (byte) folds.fold(unitKeys.applyAsLong(row), repeat);
        }
        return new CountedFolds(groups, foldOfRow);
    }

    @Override
    public ScoreGroups inside(int fold) {
        if (insideFold != fold) {
            insideFold = fold;
            // The last fold is let go before the next one is sorted: both would be two fifths of all rows.
            inside = groups;
            inside = sorted(fold);
        }
        return inside;
    }

    @Override
    public ScoreGroups outside(int fold) {
        return groups.without(inside(fold));
    }

    private ScoreGroups sorted(int fold) {
        int size = 0;
        for (byte one : folds) {
            size += one == fold ? 1 : 0;
        }
        BinaryPredictions all = groups.predictions();
        boolean[] labels = new boolean[size];
        double[] scores = new double[size];
        int next = 0;
        for (int row = 0; row < folds.length; row++) {
            if (folds[row] == fold) {
                labels[next] = all.label(row);
                scores[next++] = all.score(row);
            }
        }
        LabelWeights weights = all.labelWeights().orElseThrow();
        double[] ofRows = new double[all.isWeighted() ? size : 0];
        Arrays.setAll(ofRows, row -> weights.of(labels[row]));
        return (all.isWeighted()
                        ? BinaryPredictions.wrap(labels, scores, ofRows)
                        : BinaryPredictions.wrap(labels, scores))
                .groups();
    }
}
