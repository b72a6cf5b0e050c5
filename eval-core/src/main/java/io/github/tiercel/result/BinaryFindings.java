package io.github.tiercel.result;

import io.github.tiercel.metrics.binary.ConfusionMatrix;
import java.util.Optional;

/**
 * What was found of yes-or-no predictions.
 *
 * @param positives the evaluated rows with a positive label
 * @param confusion the weights of the four outcomes at the decision threshold; empty if scores are not probabilities
 * @param thresholds the threshold with the largest F1; empty unless best_f1 is among the metrics
 * @param curves ROC and precision-recall curve; empty where one class is absent
 * @since 0.1
 */
public record BinaryFindings(
        int positives, Optional<ConfusionMatrix> confusion, Optional<BestThreshold> thresholds, Optional<Curves> curves)
        implements TaskFindings {

    @Override
    public String task() {
        return "binary";
    }
}
