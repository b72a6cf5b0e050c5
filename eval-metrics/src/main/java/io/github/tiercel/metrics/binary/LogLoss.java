package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;

/**
 * Log-loss, or cross-entropy: the weighted mean of {@code -ln p} for positive and {@code -ln (1 - p)} for negative
 * rows.
 *
 * <p>Probabilities are clipped to {@code [clip, 1 - clip]} first, so that one confident mistake costs at most
 * {@code -ln clip} instead of infinity; the value depends on the clip when such rows exist. Undefined without rows, and
 * where scores are not probabilities. Called {@code log_loss} in scikit-learn, whose clip for 64-bit probabilities is
 * the default here.
 *
 * @param clip how close to 0 and 1 a probability may come, in [2^-53, 0.5)
 * @since 0.1
 */
public record LogLoss(double clip) implements RowMeanMetric {

    /** The clip of scikit-learn since 1.2: the spacing of doubles at 1. */
    public static final double DEFAULT_CLIP = 0x1p-52;

    /** Below this, {@code 1 - clip} rounds to 1 and a confident mistake would cost infinity after all. */
    private static final double SMALLEST_CLIP = 0x1p-53;

    /**
     * Checks the clip.
     *
     * @throws IllegalArgumentException if {@code clip} is not in [2^-53, 0.5)
     */
    public LogLoss {
        checkClip(clip);
    }

    /**
     * Refuses a clip of no use to any metric that takes logarithms of probabilities.
     *
     * @param clip how close to 0 and 1 a probability may come
     * @throws IllegalArgumentException if {@code clip} is not in [2^-53, 0.5)
     */
    public static void checkClip(double clip) {
        if (!(clip >= SMALLEST_CLIP && clip < 0.5)) {
            throw new IllegalArgumentException("clip must be in [2^-53, 0.5), got " + clip);
        }
    }

    @Override
    public String name() {
        return "log_loss";
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
    public double rowValue(boolean label, double score) {
        double probability = clipped(score);
        return -NaturalLog.of(label ? probability : 1 - probability);
    }

    @Override
    public double sum(BinaryPredictions predictions, int from, int to) {
        LogProduct product = new LogProduct();
        double[] likelihoods = new double[LogProduct.FACTORS];
        for (int begin = from; begin < to; begin += LogProduct.FACTORS) {
            int count = Math.min(to - begin, LogProduct.FACTORS);
            for (int i = 0; i < count; i++) {
                likelihoods[i] = likelihood(predictions, begin + i);
            }
            product.multiply(likelihoods, count);
        }
        return -product.log();
    }

    @Override
    public void rowValues(BinaryPredictions predictions, int from, int to, double[] values) {
        for (int row = from; row < to; row++) {
            values[row - from] = -NaturalLog.of(likelihood(predictions, row));
        }
    }

    /** |1 - p| or |0 - p|, which spares a branch that no processor foresees. */
    private double likelihood(BinaryPredictions predictions, int row) {
        return Math.abs((predictions.label(row) ? 0 : 1) - clipped(predictions.score(row)));
    }

    /** Branches, which are foreseen as long as few scores are 0 or 1, cost less than the care Math.min takes of NaN. */
    private double clipped(double score) {
        if (score < clip) {
            return clip;
        }
        return score > 1 - clip ? 1 - clip : score;
    }
}
