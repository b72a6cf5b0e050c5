package io.github.tiercel.result;

import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.calibration.ReliabilityCurve;
import io.github.tiercel.metrics.curve.ScoreHistogram;
import java.util.Optional;

/**
 * What was found of yes-or-no predictions.
 *
 * @param positives the evaluated rows with a positive label
 * @param confusion the weights of the four outcomes at the decision threshold; empty if scores are not probabilities
 * @param thresholds the threshold with the largest F1; empty unless best_f1 is among the metrics
 * @param curves ROC and precision-recall curve; empty where one class is absent
 * @param calibration observed shares of positives against predicted probabilities, in bins of equal weight; empty for a
 *     sample, and if scores are not probabilities
 * @param histogram how the scores of each label are distributed; empty without a finite score
 * @since 0.1
 */
public record BinaryFindings(
        int positives,
        Optional<ConfusionMatrix> confusion,
        Optional<BestThreshold> thresholds,
        Optional<Curves> curves,
        Optional<ReliabilityCurve> calibration,
        Optional<ScoreHistogram> histogram)
        implements TaskFindings {

    /**
     * {@return findings of so many positive rows and nothing else}
     *
     * @param positives the evaluated rows with a positive label
     */
    public static BinaryFindings of(int positives) {
        return new BinaryFindings(
                positives, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    @Override
    public String task() {
        return "binary";
    }
}
