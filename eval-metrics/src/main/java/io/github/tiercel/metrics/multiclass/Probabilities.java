package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import java.util.Optional;

/** Whether scores are probabilities, looked at in rows of positive weight. */
final class Probabilities {

    /** As for binary predictions: what rounding does. */
    private static final double SCORE_TOLERANCE = 1e-9;

    /** Sums of 32-bit probabilities, or of ones written with five digits, differ from 1 by this much. */
    private static final double SUM_TOLERANCE = 1e-4;

    private Probabilities() {}

    static Optional<UndefinedReason> outside(MulticlassPredictions predictions) {
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.weight(row) > 0 && !isInside(predictions, row)) {
                return Optional.of(UndefinedReason.NOT_PROBABILITIES);
            }
        }
        return Optional.empty();
    }

    static Optional<UndefinedReason> outsideOrOfAnotherSum(MulticlassPredictions predictions) {
        return outside(predictions).or(() -> ofAnotherSum(predictions));
    }

    static double at(MulticlassPredictions predictions, int c, int row) {
        return Range.UNIT.clamp(predictions.score(c, row));
    }

    private static Optional<UndefinedReason> ofAnotherSum(MulticlassPredictions predictions) {
        for (int row = 0; row < predictions.rows(); row++) {
            if (predictions.weight(row) > 0 && Math.abs(sum(predictions, row) - 1) > SUM_TOLERANCE) {
                return Optional.of(UndefinedReason.ROWS_DO_NOT_SUM_TO_ONE);
            }
        }
        return Optional.empty();
    }

    private static boolean isInside(MulticlassPredictions predictions, int row) {
        for (int c = 0; c < predictions.classes().size(); c++) {
            double score = predictions.score(c, row);
            if (score < -SCORE_TOLERANCE || score > 1 + SCORE_TOLERANCE) {
                return false;
            }
        }
        return true;
    }

    private static double sum(MulticlassPredictions predictions, int row) {
        double sum = 0;
        for (int c = 0; c < predictions.classes().size(); c++) {
            sum += predictions.score(c, row);
        }
        return sum;
    }
}
