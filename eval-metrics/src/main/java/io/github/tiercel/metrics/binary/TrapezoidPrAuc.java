package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.GroupBlock;
import io.github.tiercel.metrics.InfluenceSink;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.Value;

/**
 * The area under the precision-recall curve with straight lines between its points. No classifier lies on those lines,
 * so the area is not what any use of the model would reach; it is here to compare with tools that compute it. Use
 * {@link AveragePrecision}, or {@link DavisGoadrichPrAuc} for a curve without steps.
 *
 * <p>{@code sum_g (p_g / P) (P_(g-1) + P_g) / 2} over score groups in descending order, p being the positive weight in
 * the group, P the total, {@code P_g = TP_g / T_g} the precision down to the group; before the first it is 1. Rows of
 * equal score are one point. 1 where all rows are positive; undefined where none is. Scores need not be probabilities.
 * O(groups) after the shared sort. In scikit-learn it is {@code auc(recall, precision)} over
 * {@code precision_recall_curve}.
 *
 * <p>Source: J. Davis, M. Goadrich, "The Relationship Between Precision-Recall and ROC Curves", ICML 2006,
 * doi:10.1145/1143844.1143874, section 4, on why not to use it.
 *
 * @since 0.1
 */
public final class TrapezoidPrAuc implements PrecisionRecallArea {

    TrapezoidPrAuc() {}

    @Override
    public String name() {
        return "pr_auc_trapezoid";
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
    public Value value(ScoreGroups groups) {
        return WhereDefined.withPositives(groups, () -> {
            CompensatedSum sum = new CompensatedSum();
            double before = 1;
            for (int g = 0; g < groups.size(); g++) {
                double precision = precision(groups, g, before);
                sum.add(groups.positive(g) * ((before + precision) / 2));
                before = precision;
            }
            return Range.UNIT.clamp(sum.value() / groups.positives());
        });
    }

    @Override
    public void influence(ScoreGroups groups, double value, InfluenceSink sink) {
        double scale = groups.total() / groups.positives();
        double positiveBelow = 0;
        double byPositive = 0;
        double byNegative = 0;
        GroupBlock block = new GroupBlock();
        for (int to = groups.size(); to > 0; to -= block.size()) {
            groups.read(Math.max(0, to - GroupBlock.CAPACITY), to, block);
            for (int i = block.size() - 1; i >= 0; i--) {
                int g = block.begin() + i;
                // The precision down to this group counts for half of the rows in it and in the next one.
                double counts = (block.positive(i) + positiveBelow) / 2;
                double depth = groups.depth(g);
                byPositive += counts / depth * (block.falsePositives(i) / depth);
                byNegative -= counts / depth * (block.truePositives(i) / depth);
                double before = g == 0 ? 1 : precision(groups, g - 1, 1);
                double own = (before + precision(groups, g, before)) / 2 - value;
                block.influence(i, scale * (own + byPositive), scale * byNegative);
                positiveBelow = block.positive(i);
            }
            sink.accept(block);
        }
    }

    /** A replicate may begin with groups without weight, which add no point to the curve. */
    private static double precision(ScoreGroups groups, int group, double before) {
        return groups.depth(group) > 0 ? groups.precision(group) : before;
    }
}
