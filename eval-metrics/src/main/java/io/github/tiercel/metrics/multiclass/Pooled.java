package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.ScoreGroupMetric;

/**
 * A binary rank metric over all pairs of a row and a class ("micro"): whether the row is of the class, by the score of
 * the class. Scores are compared across classes. A class without rows adds pairs that are no match; undefined without
 * rows and where fewer than two classes are declared. {@code average="micro"} in scikit-learn.
 *
 * <p>One sort of rows times classes. The influence value of a row is the mean over classes of those of its pairs.
 *
 * @param <M> the kind of binary metric
 * @param binary the metric of all pairs
 */
record Pooled<M extends ScoreGroupMetric & SmoothMetric<BinaryPredictions>>(M binary) implements PooledMetric {

    @Override
    public Class<MulticlassPredictions> reads() {
        return MulticlassPredictions.class;
    }

    @Override
    public String name() {
        return binary.name() + "_ovr_micro";
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
        return ClassShares.of(predictions)
                .withoutTwoDeclared()
                .map(Value::undefined)
                .orElseGet(() -> binary.value(PooledClasses.of(predictions)));
    }

    @Override
    public ScoreGroupMetric ofPairs() {
        return binary;
    }

    @Override
    public BinaryPredictions pairs(MulticlassPredictions predictions) {
        return PooledClasses.of(predictions);
    }

    @Override
    public double[] influence(MulticlassPredictions predictions) {
        value(predictions).requireFor(this);
        double[] ofPairs = binary.influence(PooledClasses.of(predictions));
        double[] influence = new double[predictions.rows()];
        for (int pair = 0; pair < ofPairs.length; pair++) {
            influence[pair % influence.length] += ofPairs[pair];
        }
        for (int row = 0; row < influence.length; row++) {
            influence[row] /= predictions.classes().size();
        }
        return influence;
    }
}
