package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The mean over classes of the ROC-AUC of a class against all others, by the score of the class; ties count one half.
 * {@code roc_auc_score(multi_class="ovr")} in scikit-learn. One sort a class, one class in memory at a time.
 *
 * @param weighted whether a class counts by the weight of its rows (one without rows counts nothing) or all count alike
 */
record OneVersusRestAuc(boolean weighted) implements SmoothMetric<MulticlassPredictions> {

    @Override
    public Class<MulticlassPredictions> reads() {
        return MulticlassPredictions.class;
    }

    @Override
    public String name() {
        return weighted ? "roc_auc_ovr_weighted" : "roc_auc_ovr";
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
    public Value value(MulticlassPredictions predictions) {
        return value(predictions, ClassShares.of(predictions));
    }

    private Value value(MulticlassPredictions predictions, ClassShares shares) {
        Optional<UndefinedReason> obstacle = weighted ? shares.withoutTwo() : shares.withoutAll();
        return obstacle.map(Value::undefined).orElseGet(() -> Value.of(mean(predictions, shares)));
    }

    private double mean(MulticlassPredictions predictions, ClassShares shares) {
        double sum = 0;
        for (int c = 0; c < shares.size(); c++) {
            if (shares.isPresent(c)) {
                sum += factor(shares, c) * auc(against(predictions, c));
            }
        }
        return range().clamp(sum);
    }

    @Override
    public double[] influence(MulticlassPredictions predictions) {
        ClassShares shares = ClassShares.of(predictions);
        double value = value(predictions, shares).requireFor(this);
        double[] influence = new double[predictions.rows()];
        for (int c = 0; c < shares.size(); c++) {
            if (shares.isPresent(c)) {
                add(predictions, shares, c, value, influence);
            }
        }
        return influence;
    }

    private void add(MulticlassPredictions predictions, ClassShares shares, int c, double value, double[] influence) {
        BinaryPredictions against = against(predictions, c);
        double[] ofClass = BinaryMetrics.ROC_AUC.influence(against);
        // More weight on a row also raises the share of its class, where shares are what AUCs are averaged by.
        double ofShare = weighted ? auc(against) - value : 0;
        for (int row = 0; row < influence.length; row++) {
            boolean raises = predictions.label(row) == c && predictions.weight(row) > 0;
            influence[row] += factor(shares, c) * ofClass[row] + (raises ? ofShare : 0);
        }
    }

    private double factor(ClassShares shares, int c) {
        return weighted ? shares.share(c) : 1.0 / shares.size();
    }

    private static double auc(BinaryPredictions against) {
        return BinaryMetrics.ROC_AUC.value(against).orNaN();
    }

    private static BinaryPredictions against(MulticlassPredictions predictions, int c) {
        return OneAgainst.others(
                predictions, c, IntStream.range(0, predictions.rows()).toArray());
    }
}
