package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import java.util.Optional;

/**
 * The weighted mean of {@code -ln} of the probability given to the row's class, clipped to {@code [clip, 1 - clip]}.
 *
 * @param clip how close to 0 and 1 a probability may come, in [2^-53, 0.5)
 * @param normalised whether each row's clipped scores are divided by their sum, as scikit-learn does
 */
record LogLoss(double clip, boolean normalised) implements RowMeanMetric {

    /** The spacing of doubles at 1: the clip of scikit-learn since 1.2. */
    static final double DEFAULT_CLIP = io.github.tiercel.metrics.binary.LogLoss.DEFAULT_CLIP;

    LogLoss {
        io.github.tiercel.metrics.binary.LogLoss.checkClip(clip);
    }

    @Override
    public String name() {
        return normalised ? "log_loss_normalised" : "log_loss";
    }

    @Override
    public Direction direction() {
        return Direction.LOWER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.NON_NEGATIVE;
    }

    @Override
    public boolean needsProbabilities() {
        return true;
    }

    @Override
    public Optional<UndefinedReason> obstacle(MulticlassPredictions predictions) {
        return normalised ? Probabilities.outside(predictions) : RowMeanMetric.super.obstacle(predictions);
    }

    @Override
    public double rowValue(MulticlassPredictions predictions, int row) {
        double probability = clipped(predictions, predictions.label(row), row);
        return -Math.log(normalised ? probability / sum(predictions, row) : probability);
    }

    private double sum(MulticlassPredictions predictions, int row) {
        double sum = 0;
        for (int c = 0; c < predictions.classes().size(); c++) {
            sum += clipped(predictions, c, row);
        }
        return sum;
    }

    private double clipped(MulticlassPredictions predictions, int c, int row) {
        return Math.max(clip, Math.min(1 - clip, predictions.score(c, row)));
    }
}
