package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.Optional;

/**
 * What a scaling calibrator multiplies.
 *
 * @param logit the log-odds to take of a probability; empty for scores that are used as they are
 */
record ScoreScale(Optional<Logit> logit) {

    static final ScoreScale AS_GIVEN = new ScoreScale(Optional.empty());

    static ScoreScale ofProbabilities(double clip) {
        return new ScoreScale(Optional.of(new Logit(clip)));
    }

    double of(double score) {
        return logit.isPresent() ? logit.get().of(score) : score;
    }

    /** The rows as a logistic regression on this scale reads them. */
    LogisticSample sample(BinaryPredictions predictions) {
        Arguments.bothClasses(predictions);
        if (logit.isPresent() && !predictions.areProbabilities()) {
            throw new IllegalArgumentException(
                    "scores must be probabilities in [0, 1]; for other scores the calibrator is made with another factory");
        }
        if (logit.isEmpty() && !areFinite(predictions)) {
            throw new IllegalArgumentException("scores must be finite to be scaled");
        }
        return LogisticSample.of(predictions.groups(), this::of);
    }

    private static boolean areFinite(BinaryPredictions predictions) {
        double highest = predictions.groups().score(0);
        double lowest = predictions.groups().score(predictions.groups().size() - 1);
        return Math.abs(highest) <= Double.MAX_VALUE && Math.abs(lowest) <= Double.MAX_VALUE;
    }
}
