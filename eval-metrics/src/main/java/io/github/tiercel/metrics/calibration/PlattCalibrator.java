package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;

/**
 * Platt scaling: a logistic regression of labels on one number, the score or the log-odds of a probability. It corrects
 * confidence and level, keeps the order of scores (or turns it round as a whole), and needs few rows.
 *
 * <p>Labels are drawn in a little: with P and N the positive and the negative weight, a positive row counts {@code (P +
 * 1) / (P + 2)} positive, a negative one {@code 1 / (N + 2)}. So a fit exists also where a threshold separates the
 * labels, and weights count as numbers of rows. Newton's method, O(distinct scores) a step after the shared sort, about
 * eight. Called {@code CalibratedClassifierCV(method="sigmoid")} in scikit-learn.
 *
 * <p>Source: J. C. Platt, "Probabilistic Outputs for Support Vector Machines and Comparisons to Regularized Likelihood
 * Methods" (1999).
 *
 * @since 0.1
 */
public final class PlattCalibrator implements Calibrator {

    private final ScoreScale scale;

    private PlattCalibrator(ScoreScale scale) {
        this.scale = scale;
    }

    /** {@return a calibrator of probabilities by their log-odds, clipped as log-loss clips them} */
    public static PlattCalibrator ofProbabilities() {
        return ofProbabilities(Logit.DEFAULT_CLIP);
    }

    /**
     * {@return a calibrator of probabilities by their log-odds}
     *
     * @param clip how close to 0 and 1 a probability may come, in [2^-53, 0.5)
     * @throws IllegalArgumentException if {@code clip} is not in [2^-53, 0.5)
     */
    public static PlattCalibrator ofProbabilities(double clip) {
        return new PlattCalibrator(ScoreScale.ofProbabilities(clip));
    }

    /** {@return a calibrator of finite scores as they are, such as log-odds or distances from a hyperplane} */
    public static PlattCalibrator ofScores() {
        return new PlattCalibrator(ScoreScale.AS_GIVEN);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the rows do not hold both classes, or not the scores that the calibrator
     *     reads, or if all scores are equal
     */
    @Override
    public PlattMap fit(BinaryPredictions predictions) {
        LogisticSample sample = scale.sample(predictions);
        double positives = predictions.groups().positives();
        double negatives = predictions.groups().negatives();
        LogisticSample drawnIn = sample.withTargets((positives + 1) / (positives + 2), 1 / (negatives + 2));
        if (drawnIn.isConstant()) {
            throw new IllegalArgumentException("all scores are equal, so there is nothing to scale");
        }
        LogisticFit fit = LogisticFit.ofSlope(drawnIn)
                .orElseThrow(() -> new IllegalArgumentException(
                        "scores separate the labels, and weights are so large that no finite slope fits best"));
        return new PlattMap(fit.slope(), fit.intercept(), scale);
    }
}
