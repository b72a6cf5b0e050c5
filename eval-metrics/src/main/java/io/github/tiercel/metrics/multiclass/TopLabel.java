package io.github.tiercel.metrics.multiclass;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;

/**
 * Predictions of one class out of several as claims of yes or no: a row is positive if the class predicted for it is
 * its own, and its score is that of the predicted class. What measures binary predictions then measures how far the
 * confidence of a model is to be believed: a reliability curve of them is that of the top label.
 *
 * <p>The predicted class is that of {@link ConfusionTable#decision}. Weights are those of the rows. One pass, O(rows x
 * classes). Thread-safe.
 *
 * <p>Source: C. Gupta, A. Ramdas, "Top-label calibration and multiclass-to-binary reductions", ICLR 2022.
 *
 * <pre>{@code
 * Optional<ReliabilityCurve> curve = ReliabilityCurve.of(TopLabel.of(predictions), Binning.equalMass(15), 0.95);
 * }</pre>
 *
 * @since 0.1
 */
public final class TopLabel {

    private TopLabel() {}

    /**
     * {@return whether each row's class is the predicted one, with the score of that}
     *
     * @param predictions labels, scores and weights
     */
    public static BinaryPredictions of(MulticlassPredictions predictions) {
        boolean[] right = new boolean[predictions.rows()];
        double[] scores = new double[right.length];
        double[] weights = new double[right.length];
        for (int row = 0; row < right.length; row++) {
            int decision = ConfusionTable.decision(predictions, row);
            right[row] = decision == predictions.label(row);
            scores[row] = predictions.score(decision, row);
            weights[row] = predictions.weight(row);
        }
        return predictions.isWeighted()
                ? BinaryPredictions.wrap(right, scores, weights)
                : BinaryPredictions.wrap(right, scores);
    }
}
