package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.ScoreGroupMetric;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;

/**
 * The mean over classes of a binary rank metric of a class against all others, by the score of the class: in
 * scikit-learn {@code roc_auc_score(multi_class="ovr")}, and {@code average_precision_score} on the indicators of the
 * classes. One sort a class, shared by all metrics of the same predictions.
 *
 * @param <M> the kind of binary metric
 * @param binary the metric of one class against the rest
 * @param weighted whether a class counts by the weight of its rows (one without rows counts nothing) or all count alike
 */
record OneVersusRest<M extends ScoreGroupMetric & SmoothMetric<BinaryPredictions>>(M binary, boolean weighted)
        implements ClassAgainstRestMetric {

    @Override
    public Class<MulticlassPredictions> reads() {
        return MulticlassPredictions.class;
    }

    @Override
    public String name() {
        return binary.name() + (weighted ? "_ovr_weighted" : "_ovr");
    }

    @Override
    public Direction direction() {
        return binary.direction();
    }

    @Override
    public Range range() {
        return binary.range();
    }

    @Override
    public Value value(MulticlassPredictions predictions) {
        return value(predictions, ClassShares.of(predictions));
    }

    private Value value(MulticlassPredictions predictions, ClassShares shares) {
        return value(shares, c -> ofClass(predictions, c));
    }

    @Override
    public Value mean(double[] values, double[] weights) {
        return value(ClassShares.ofWeights(weights), c -> values[c]);
    }

    private Value value(ClassShares shares, IntToDoubleFunction ofClass) {
        Optional<UndefinedReason> obstacle = weighted ? shares.withoutTwo() : shares.withoutAll();
        return obstacle.map(Value::undefined).orElseGet(() -> Value.of(mean(shares, ofClass)));
    }

    private double mean(ClassShares shares, IntToDoubleFunction ofClass) {
        double sum = 0;
        for (int c = 0; c < shares.size(); c++) {
            if (shares.isPresent(c)) {
                sum += factor(shares, c) * ofClass.applyAsDouble(c);
            }
        }
        return range().clamp(sum);
    }

    @Override
    public ScoreGroupMetric ofClass() {
        return binary;
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
        double[] ofClass = binary.influence(predictions.oneVersusRest(c));
        // More weight on a row also raises the share of its class, where shares are what classes are averaged by.
        double ofShare = weighted ? ofClass(predictions, c) - value : 0;
        for (int row = 0; row < influence.length; row++) {
            boolean raises = predictions.label(row) == c && predictions.weight(row) > 0;
            influence[row] += factor(shares, c) * ofClass[row] + (raises ? ofShare : 0);
        }
    }

    @Override
    public boolean restsOn(String className) {
        return !weighted;
    }

    private double factor(ClassShares shares, int c) {
        return weighted ? shares.share(c) : 1.0 / shares.size();
    }

    private double ofClass(MulticlassPredictions predictions, int c) {
        return binary.value(predictions.oneVersusRest(c)).orNaN();
    }
}
