package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.LabelWeights;

/** Adds up the four cells of a confusion matrix over rows. */
final class ConfusionCount {

    private final CompensatedSum truePositives = new CompensatedSum();
    private final CompensatedSum falsePositives = new CompensatedSum();
    private final CompensatedSum falseNegatives = new CompensatedSum();
    private final CompensatedSum trueNegatives = new CompensatedSum();

    private ConfusionCount() {}

    static ConfusionMatrix of(BinaryPredictions predictions, double threshold) {
        return predictions
                .labelWeights()
                .map(weights -> counted(predictions, threshold, weights))
                .orElseGet(() -> weighed(predictions, threshold));
    }

    /** Rows that count alike within their label, without a branch. */
    private static ConfusionMatrix counted(BinaryPredictions predictions, double threshold, LabelWeights weights) {
        int predicted = 0;
        int truePositives = 0;
        for (int row = 0; row < predictions.rows(); row++) {
            int isPredicted = predictions.score(row) >= threshold ? 1 : 0;
            int isPositive = predictions.label(row) ? 1 : 0;
            predicted += isPredicted;
            truePositives += isPredicted & isPositive;
        }
        int falsePositives = predicted - truePositives;
        return new ConfusionMatrix(
                threshold,
                weights.positive() * truePositives,
                weights.negative() * falsePositives,
                weights.positive() * (predictions.positives() - truePositives),
                weights.negative() * (predictions.negatives() - falsePositives));
    }

    private static ConfusionMatrix weighed(BinaryPredictions predictions, double threshold) {
        ConfusionCount count = new ConfusionCount();
        for (int row = 0; row < predictions.rows(); row++) {
            Cell cell = Cell.of(predictions.label(row), predictions.score(row) >= threshold);
            count.sumOf(cell).add(predictions.weight(row));
        }
        return new ConfusionMatrix(
                threshold,
                count.truePositives.value(),
                count.falsePositives.value(),
                count.falseNegatives.value(),
                count.trueNegatives.value());
    }

    private CompensatedSum sumOf(Cell cell) {
        return switch (cell) {
            case TRUE_POSITIVE -> truePositives;
            case FALSE_POSITIVE -> falsePositives;
            case FALSE_NEGATIVE -> falseNegatives;
            case TRUE_NEGATIVE -> trueNegatives;
        };
    }
}
