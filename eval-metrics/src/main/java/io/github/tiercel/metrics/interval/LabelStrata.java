package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.Optional;

/**
 * The strata of a sample in which each label is one stratum and has no weights but those of the sample.
 *
 * @param positives the stratum of positive rows
 * @param negatives the stratum of negative rows
 */
record LabelStrata(int positives, int negatives) {

    private static final int NONE = -1;
    private static final int FOREIGN = -2;

    /** The strata of these rows, if the sample is such a one. */
    static Optional<LabelStrata> of(Design design, BinaryPredictions predictions) {
        if (!design.isSample()
                || design.isClustered()
                || predictions.labelWeights().isEmpty()) {
            return Optional.empty();
        }
        int positives = NONE;
        int negatives = NONE;
        for (int row = 0; row < design.rows() && (positives == NONE || negatives == NONE); row++) {
            positives = predictions.label(row) && positives == NONE ? checked(design, predictions, row) : positives;
            negatives = !predictions.label(row) && negatives == NONE ? checked(design, predictions, row) : negatives;
        }
        return positives != negatives && areThoseOfAll(design, predictions, positives, negatives)
                ? Optional.of(new LabelStrata(positives, negatives))
                : Optional.empty();
    }

    /** The stratum of a row; one that no row has if the row has a weight of its own. */
    private static int checked(Design design, BinaryPredictions predictions, int row) {
        return predictions.weight(row) == design.sampleWeight(row) ? design.stratum(row) : FOREIGN;
    }

    private static boolean areThoseOfAll(Design design, BinaryPredictions predictions, int positives, int negatives) {
        int differing = 0;
        for (int row = 0; row < design.rows(); row++) {
            // All rows of a label weigh the same, so that strata alone are left to compare.
            differing |= design.stratum(row) ^ (predictions.label(row) ? positives : negatives);
        }
        return differing == 0;
    }
}
