package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.GroupBlock;
import io.github.tiercel.metrics.InfluenceSink;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;

/**
 * The area under the ROC curve: the chance that a positive row scores higher than a negative one, a tie counting one
 * half (the Mann-Whitney statistic).
 *
 * <p>{@code sum_g p_g (N - FP_g + q_g / 2) / (P N)} over score groups g in descending order, p and q being the positive
 * and negative weight in the group, FP the negative weight down to it, P and N the totals. It does not change under
 * strictly increasing maps of the scores and turns into 1 - AUC when labels are flipped. The direction is never
 * guessed: a score for the wrong class gives a value below 0.5.
 *
 * <p>Undefined where one class is absent. Scores need not be probabilities; infinite ones are ordinary. O(groups) after
 * the shared sort. Called {@code roc_auc_score} in scikit-learn and {@code auc} in pROC.
 *
 * <p>Influence values as in E. R. DeLong et al., Biometrics 44 (1988), doi:10.2307/2531595: for a positive row
 * {@code (V10 - AUC) W / P} with V10 the share of negative weight below it (ties one half), for a negative row
 * likewise.
 *
 * @since 0.1
 */
public final class RocAuc implements RankMetric, StepMetric, GroupInfluence {

    RocAuc() {}

    @Override
    public String name() {
        return "roc_auc";
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
        return new RocAucSum(positives, negatives);
    }

    @Override
    public void influence(ScoreGroups groups, double auc, InfluenceSink sink) {
        double positives = groups.positives();
        double negatives = groups.negatives();
        double ofPositives = groups.total() / positives;
        double ofNegatives = groups.total() / negatives;
        GroupBlock block = new GroupBlock();
        for (int from = 0; from < groups.size(); from += GroupBlock.CAPACITY) {
            groups.read(from, Math.min(groups.size(), from + GroupBlock.CAPACITY), block);
            for (int i = 0; i < block.size(); i++) {
                double below = negatives - block.falsePositives(i) + block.negative(i) / 2;
                double above = block.truePositives(i) - block.positive(i) / 2;
                block.influence(i, (below / negatives - auc) * ofPositives, (above / positives - auc) * ofNegatives);
            }
            sink.accept(block);
        }
    }
}
