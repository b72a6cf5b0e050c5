package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.Optional;

/**
 * A logistic regression of labels on the log-odds of their probabilities, or why there is none.
 *
 * @param fit the fit
 * @param missing the reason where there is none
 */
record Recalibration(Optional<LogisticFit> fit, UndefinedReason missing) {

    static Recalibration of(ScoreGroups groups, Coefficient coefficient, Logit logit) {
        Optional<UndefinedReason> labels = missingLabels(groups);
        if (labels.isPresent()) {
            return new Recalibration(Optional.empty(), labels.get());
        }
        LogisticSample sample = LogisticSample.of(groups, logit::of);
        Optional<UndefinedReason> missing = coefficient.missing(sample);
        return missing.isPresent()
                ? new Recalibration(Optional.empty(), missing.get())
                // A finite fit exists; one that Newton's method cannot reach is as good as separated.
                : new Recalibration(coefficient.fit(sample), UndefinedReason.SEPARABLE);
    }

    Value value(Coefficient coefficient) {
        return fit.map(found -> Value.of(coefficient.of(found))).orElseGet(() -> Value.undefined(missing));
    }

    private static Optional<UndefinedReason> missingLabels(ScoreGroups groups) {
        if (!(groups.total() > 0)) {
            return Optional.of(UndefinedReason.EMPTY);
        }
        if (!groups.predictions().areProbabilities()) {
            return Optional.of(UndefinedReason.NOT_PROBABILITIES);
        }
        if (!(groups.positives() > 0)) {
            return Optional.of(UndefinedReason.NO_POSITIVES);
        }
        return groups.negatives() > 0 ? Optional.empty() : Optional.of(UndefinedReason.NO_NEGATIVES);
    }
}
