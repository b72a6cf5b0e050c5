package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.InfluenceSink;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.Value;

/**
 * The Gini coefficient of a score, also called accuracy ratio: {@code 2 AUC - 1}, in [-1, 1], 0 for chance. It is
 * Somers' D of the scores given the labels.
 *
 * <p>Ties, undefined cases and cost are those of {@link RocAuc}; the influence values are twice its own, and the
 * interval is its own, stretched.
 *
 * <p>Source: R. H. Somers, American Sociological Review 27 (1962), doi:10.2307/2090408.
 *
 * @since 0.1
 */
public final class Gini implements RankMetric, GroupInfluence {

    Gini() {}

    @Override
    public String name() {
        return "gini";
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.CORRELATION;
    }

    @Override
    public Value value(ScoreGroups groups) {
        Value auc = BinaryMetrics.ROC_AUC.value(groups);
        return auc instanceof Value.Defined defined ? Value.of(2 * defined.number() - 1) : auc;
    }

    @Override
    public void influence(ScoreGroups groups, double value, InfluenceSink sink) {
        BinaryMetrics.ROC_AUC.influence(groups, (value + 1) / 2, block -> {
            for (int i = 0; i < block.size(); i++) {
                block.influence(i, 2 * block.positiveInfluence(i), 2 * block.negativeInfluence(i));
            }
            sink.accept(block);
        });
    }
}
