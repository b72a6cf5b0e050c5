package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.resample.Folds;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Calibration of every row by a map that has not seen it: what a calibrator would do on new rows, measured on the rows
 * at hand.
 *
 * <p>Rows are put into folds by a hash of their key ({@link Folds}); for each fold the calibrator is fitted to all
 * others and applied to it. Metrics of the result estimate those of a model with this calibrator fitted to a little
 * fewer rows. As each fold has a map of its own, the order of scores across folds may change a little, and rank metrics
 * with it.
 *
 * <p>The folds of a row depend on seed and key alone. Rows of one user or session should share a key, or the others of
 * them give the held-out row away. Stateless, and safe for use by several threads.
 *
 * <pre>{@code
 * BinaryPredictions calibrated =
 *     CrossFitted.calibrate(TemperatureCalibrator.ofProbabilities(), predictions, rowKeys, 5, 42);
 * double before = BinaryMetrics.LOG_LOSS.value(predictions).orNaN();
 * double after = BinaryMetrics.LOG_LOSS.value(calibrated).orNaN();
 * }</pre>
 *
 * @since 0.1
 */
public final class CrossFitted {

    private CrossFitted() {}

    /**
     * {@return the predictions with a calibrated probability for each score, in the caller's order}
     *
     * @param calibrator fitted once a fold
     * @param predictions labels, scores and weights
     * @param rowKeys for each row its key, or the key of its cluster
     * @param folds how many, at least 2; 5 or 10 are usual
     * @param seed any number; the seed of the hashes is derived from it, apart from those of sampling and bootstrap
     * @throws IllegalArgumentException if there are fewer than two folds, the numbers of rows and keys differ, or the
     *     calibrator refuses the rows outside a fold, which the message names
     */
    public static BinaryPredictions calibrate(
            Calibrator calibrator, BinaryPredictions predictions, long[] rowKeys, int folds, long seed) {
        Arguments.sameLength("predictions", predictions.rows(), "rowKeys", rowKeys.length);
        Arguments.folds(folds);
        Folds parts = Folds.of(seed, folds);
        int[] foldOf =
                Arrays.stream(rowKeys).mapToInt(key -> parts.fold(key, 0)).toArray();
        double[] probabilities = new double[rowKeys.length];
        for (int fold = 0; fold < folds; fold++) {
            int[] rows = rows(foldOf, fold, true);
            if (rows.length > 0) {
                CalibrationMap map = fit(calibrator, predictions.select(rows(foldOf, fold, false)), fold, folds);
                for (int row : rows) {
                    probabilities[row] = map.apply(predictions.score(row));
                }
            }
        }
        return predictions.withScores(probabilities);
    }

    private static CalibrationMap fit(Calibrator calibrator, BinaryPredictions others, int fold, int folds) {
        try {
            return calibrator.fit(others);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the rows outside fold " + (fold + 1) + " of " + folds + " cannot be fitted: " + e.getMessage(), e);
        }
    }

    private static int[] rows(int[] foldOf, int fold, boolean inside) {
        return IntStream.range(0, foldOf.length)
                .filter(row -> (foldOf[row] == fold) == inside)
                .toArray();
    }
}
