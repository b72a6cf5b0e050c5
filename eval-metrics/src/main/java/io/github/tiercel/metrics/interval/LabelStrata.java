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

    /** The strata of these rows, if the sample is such a one. */
    static Optional<LabelStrata> of(Design design, BinaryPredictions predictions) {
        if (!design.isSample()
                || design.isClustered()
                || predictions.labelWeights().isEmpty()) {
            return Optional.empty();
        }
        int positives = NONE;
        int negatives = NONE;
        for (int row = 0; row < design.rows(); row++) {
            int stratum = design.stratum(row);
            boolean label = predictions.label(row);
            int known = label ? positives : negatives;
            int other = label ? negatives : positives;
            if (known != stratum && (known != NONE || predictions.weight(row) != design.sampleWeight(row))
                    || other == stratum) {
                return Optional.empty();
            }
            positives = label ? stratum : positives;
            negatives = label ? negatives : stratum;
        }
        return Optional.of(new LabelStrata(positives, negatives));
    }
}
