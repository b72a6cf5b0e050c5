package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ShareMetric;

/**
 * The share of rows whose class is among the k classes of highest score. Where the row's class is tied at the cut, the
 * row counts as the chance of being in when ties are broken at random, so the order of classes has no say.
 *
 * @param k how many classes are looked at, at least 1
 */
record TopK(int k) implements RowMeanMetric, ShareMetric<MulticlassPredictions> {

    TopK {
        if (k < 1) {
            throw new IllegalArgumentException("k must be at least 1, got " + k);
        }
    }

    @Override
    public String name() {
        return "top_" + k;
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public double rowValue(MulticlassPredictions predictions, int row) {
        double own = predictions.score(predictions.label(row), row);
        int above = 0;
        int tied = 0;
        for (int c = 0; c < predictions.classes().size(); c++) {
            double score = predictions.score(c, row);
            above += score > own ? 1 : 0;
            tied += score == own ? 1 : 0;
        }
        return range().clamp((double) (k - above) / tied);
    }
}
