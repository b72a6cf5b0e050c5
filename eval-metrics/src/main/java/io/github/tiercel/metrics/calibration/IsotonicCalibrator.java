package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.ScoreGroups;
import java.util.Arrays;

/**
 * Isotonic calibration: the never decreasing function of the score that makes the Brier score of the rows smallest, by
 * weighted pooling of adjacent violators. It assumes nothing but the order, so it repairs any monotone distortion, and
 * needs many rows: with fewer than 1000, or fewer than 100 of the rarer class, {@link #fit} refuses unless told
 * otherwise ({@link #evenOnFewRows}).
 *
 * <p>Each block of equal fitted share gives the points of its lowest and its highest score. Between points the map is
 * straight, as in scikit-learn, or rises in steps ({@link #inSteps}). Shares of 0 and 1 are taken at their word and
 * cost an infinite log-loss when wrong; {@link #clipped} keeps probabilities inside [1 / (n + 2), (n + 1) / (n + 2)].
 * Any scores will do. O(distinct scores) after the shared sort. Called
 * {@code CalibratedClassifierCV(method="isotonic")} in scikit-learn.
 *
 * <p>Source: B. Zadrozny, C. Elkan, "Transforming Classifier Scores into Accurate Multiclass Probability Estimates",
 * KDD 2002, doi:10.1145/775047.775151.
 *
 * @since 0.1
 */
public final class IsotonicCalibrator implements Calibrator {

    private static final int FEWEST_ROWS = 1000;
    private static final int FEWEST_OF_A_CLASS = 100;

    private final boolean evenOnFewRows;
    private final boolean inSteps;
    private final boolean clipped;

    private IsotonicCalibrator(boolean evenOnFewRows, boolean inSteps, boolean clipped) {
        this.evenOnFewRows = evenOnFewRows;
        this.inSteps = inSteps;
        this.clipped = clipped;
    }

    /** {@return a calibrator that refuses few rows, is straight between points, and does not clip} */
    public static IsotonicCalibrator withDefaults() {
        return new IsotonicCalibrator(false, false, false);
    }

    /** {@return the same calibrator, but fitting however few rows there are; the map then follows their noise} */
    public IsotonicCalibrator evenOnFewRows() {
        return new IsotonicCalibrator(true, inSteps, clipped);
    }

    /** {@return the same calibrator, but rising in steps between points} */
    public IsotonicCalibrator inSteps() {
        return new IsotonicCalibrator(evenOnFewRows, true, clipped);
    }

    /**
     * {@return the same calibrator, but with probabilities kept inside [1 / (n + 2), (n + 1) / (n + 2)], n being the
     * number of rows of positive weight that it is fitted to}
     */
    public IsotonicCalibrator clipped() {
        return new IsotonicCalibrator(evenOnFewRows, inSteps, true);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if the rows do not hold both classes, or are too few
     */
    @Override
    public IsotonicMap fit(BinaryPredictions predictions) {
        Arguments.bothClasses(predictions);
        int rarer = Math.min(predictions.positives(), predictions.negatives());
        if (!evenOnFewRows && (predictions.weightedRows() < FEWEST_ROWS || rarer < FEWEST_OF_A_CLASS)) {
            throw new IllegalArgumentException("isotonic calibration needs " + FEWEST_ROWS + " rows and "
                    + FEWEST_OF_A_CLASS + " of each class, got " + predictions.weightedRows() + " and " + rarer
                    + " of the rarer; temperature or Platt scaling needs fewer");
        }
        return map(predictions.groups(), clipped ? 1.0 / (predictions.weightedRows() + 2) : 0);
    }

    private IsotonicMap map(ScoreGroups groups, double clip) {
        double[] shares = IsotonicShares.of(groups);
        double[] scores = new double[shares.length];
        double[] probabilities = new double[shares.length];
        int points = 0;
        for (int g = shares.length - 1; g >= 0; g--) {
            boolean inside = g > 0 && g < shares.length - 1 && shares[g - 1] == shares[g] && shares[g] == shares[g + 1];
            if (!inside) {
                scores[points] = groups.score(g);
                probabilities[points] = Math.max(clip, Math.min(1 - clip, shares[g]));
                points++;
            }
        }
        return new IsotonicMap(Arrays.copyOf(scores, points), Arrays.copyOf(probabilities, points), inSteps);
    }
}
