package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.GroupBlock;
import io.github.tiercel.metrics.InfluenceSink;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.Value;

/**
 * The area under the precision-recall curve with the interpolation of Davis and Goadrich: between two scores, true and
 * false positives grow in proportion, as if tied rows came in at an even rate. That curve is not a straight line, and
 * its area is known in closed form (Keilwagen et al.).
 *
 * <p>For a group of positive weight p, all weight n and {@code r = p / n}, below which stand TP of positive and b of
 * all weight: {@code r (p + (TP - r b) ln(1 + n / b))}, and {@code r p} for the first group; summed over groups,
 * divided by P. Rows of equal score are one group, so their order cannot matter. 1 where all rows are positive, the
 * share of positives where all scores are equal; undefined where no row is positive. It depends on the share of
 * positives, so sampled data must carry their weights. Scores need not be probabilities. O(groups) after the shared
 * sort.
 *
 * <p>It differs from {@link AveragePrecision}, which draws the curve in steps, also without ties. scikit-learn does not
 * have it; R's PRROC calls it {@code auc.integral}.
 *
 * <p>Influence values are the derivative of the closed form by the weights of each group and of those above it.
 *
 * <p>Source: J. Davis, M. Goadrich, "The Relationship Between Precision-Recall and ROC Curves", ICML 2006,
 * doi:10.1145/1143844.1143874; J. Keilwagen, I. Grosse, J. Grau, "Area under Precision-Recall Curves for Weighted and
 * Unweighted Data", PLoS ONE 9 (2014), doi:10.1371/journal.pone.0092209.
 *
 * @since 0.1
 */
public final class DavisGoadrichPrAuc implements PrecisionRecallArea {

    DavisGoadrichPrAuc() {}

    @Override
    public String name() {
        return "pr_auc_dg";
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
            for (int g = 0; g < groups.size(); g++) {
                if (groups.positive(g) > 0) {
                    sum.add(PrArc.of(groups, g).area());
                }
            }
            return Range.UNIT.clamp(sum.value() / groups.positives());
        });
    }

    @Override
    public void influence(ScoreGroups groups, double value, InfluenceSink sink) {
        double scale = groups.total() / groups.positives();
        double byPositiveAbove = 0;
        double byAnyAbove = 0;
        GroupBlock block = new GroupBlock();
        for (int to = groups.size(); to > 0; to -= block.size()) {
            groups.read(Math.max(0, to - GroupBlock.CAPACITY), to, block);
            for (int i = block.size() - 1; i >= 0; i--) {
                PrArc arc = PrArc.of(groups, block.begin() + i);
                double positive = arc.byPositive() + byAnyAbove + byPositiveAbove - value;
                block.influence(i, scale * positive, scale * (arc.byNegative() + byAnyAbove));
                byPositiveAbove += arc.byPositiveAbove();
                byAnyAbove += arc.byAnyAbove();
            }
            sink.accept(block);
        }
    }
}
