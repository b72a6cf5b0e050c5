package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.InfluenceSink;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.SmoothMetric;

/**
 * A smooth metric whose influence values depend on score and label alone, as those of rank metrics do. Where rows count
 * alike and are independent, its error is summed over groups, and no row is looked at.
 *
 * @since 0.1
 */
public interface GroupInfluence extends ScoreGroupMetric, SmoothMetric<BinaryPredictions> {

    /**
     * The influence values of all groups.
     *
     * @param groups score groups on which the metric is defined
     * @param value its value on them
     * @param sink receives them
     */
    void influence(ScoreGroups groups, double value, InfluenceSink sink);

    @Override
    default double[] influence(BinaryPredictions predictions) {
        ScoreGroups groups = predictions.groups();
        double[] influence = new double[predictions.rows()];
        influence(groups, value(groups).requireFor(this), block -> {
            for (int i = 0; i < block.size(); i++) {
                for (int rank = groups.begin(block.begin() + i); rank < groups.end(block.begin() + i); rank++) {
                    int row = groups.row(rank);
                    influence[row] = predictions.label(row) ? block.positiveInfluence(i) : block.negativeInfluence(i);
                }
            }
        });
        return influence;
    }
}
