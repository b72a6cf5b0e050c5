package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.GroupBlock;
import io.github.tiercel.metrics.InfluenceSink;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;

/**
 * Average precision: the mean, over positive weight, of the precision at each positive row's score. It is the area
 * under the precision-recall curve drawn in steps, without interpolation.
 *
 * <p>{@code sum_g (p_g / P) TP_g / T_g} over score groups g in descending order, p being the positive weight in the
 * group, TP and T the positive and the total weight down to it, P the total positive weight. Rows of equal score count
 * as one step, so their order cannot matter. 1 where all rows are positive; undefined where none is. It depends on the
 * share of positives, so sampled data must carry their weights. O(groups) after the shared sort. Called
 * {@code average_precision_score} in scikit-learn.
 *
 * <p>Influence values by the delta method on {@code AP = E[y G(x) / H(x)] / E[y]}: {@code (y_i / pi)(P_g + A(g) - AP) -
 * B(g) / pi} with {@code P_g = TP_g / T_g}, {@code H_g = T_g / W}, {@code pi = P / W}, A(g) the sum of {@code (p_k / W)
 * / H_k} and B(g) the sum of {@code (p_k / W) P_k / H_k} over groups k at or below g.
 *
 * <p>Source: K. Boyd, K. H. Eng, C. D. Page, "Area under the Precision-Recall Curve: Point Estimates and Confidence
 * Intervals", ECML PKDD 2013, doi:10.1007/978-3-642-40994-3_29.
 *
 * @since 0.1
 */
public final class AveragePrecision implements PrecisionRecallArea, StepMetric {

    AveragePrecision() {}

    @Override
    public String name() {
        return "average_precision";
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
    public StepSum sum(double positives, double negatives) {
        return new AveragePrecisionSum(positives, negatives);
    }

    @Override
    public void influence(ScoreGroups groups, double value, InfluenceSink sink) {
        double inversePrevalence = groups.total() / groups.positives();
        double a = 0;
        double b = 0;
        double[] precisions = new double[GroupBlock.CAPACITY];
        double[] steps = new double[GroupBlock.CAPACITY];
        GroupBlock block = new GroupBlock();
        for (int to = groups.size(); to > 0; to -= block.size()) {
            groups.read(Math.max(0, to - GroupBlock.CAPACITY), to, block);
            // By themselves, as divisions need not wait for each other but the sums that follow do.
            for (int i = 0; i < block.size(); i++) {
                double inverseDepth = 1 / (block.truePositives(i) + block.falsePositives(i));
                precisions[i] = block.truePositives(i) * inverseDepth;
                steps[i] = block.positive(i) * inverseDepth;
            }
            for (int i = block.size() - 1; i >= 0; i--) {
                a += steps[i];
                b += steps[i] * precisions[i];
                block.influence(i, (precisions[i] + a - value - b) * inversePrevalence, -b * inversePrevalence);
            }
            sink.accept(block);
        }
    }
}
