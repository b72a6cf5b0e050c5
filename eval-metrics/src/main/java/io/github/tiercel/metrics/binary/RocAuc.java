package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;

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
public final class RocAuc implements RankMetric, SmoothMetric<BinaryPredictions> {

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
    public Value value(ScoreGroups groups) {
        return WhereDefined.withBothClasses(groups, () -> {
            PairScale scale = PairScale.of(groups);
            CompensatedSum wins = new CompensatedSum();
            for (int g = 0; g < groups.size(); g++) {
                wins.add(scale.pairs(groups.positive(g), weightBelow(groups, g)));
            }
            return Range.UNIT.clamp(wins.value() / scale.pairs(groups.positives(), groups.negatives()));
        });
    }

    @Override
    public double[] influence(BinaryPredictions predictions) {
        ScoreGroups groups = predictions.groups();
        double auc = value(groups).requireFor(this);
        double positives = groups.positives();
        double negatives = groups.negatives();
        GroupInfluence influence = new GroupInfluence(groups);
        for (int g = 0; g < groups.size(); g++) {
            double positive = weightBelow(groups, g) / negatives - auc;
            double negative = (groups.truePositives(g - 1) + groups.positive(g) / 2) / positives - auc;
            influence.put(g, positive * (groups.total() / positives), negative * (groups.total() / negatives));
        }
        return influence.values();
    }

    /** The negative weight that a positive row of the group wins against. */
    private static double weightBelow(ScoreGroups groups, int group) {
        return groups.negatives() - groups.falsePositives(group) + groups.negative(group) / 2;
    }
}
