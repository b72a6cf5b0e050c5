package io.github.tiercel.metrics.threshold;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.binary.ConfusionMatrix;

/** Adds up the cells of decisions made at several thresholds. */
final class PooledCells {

    private final CompensatedSum truePositives = new CompensatedSum();
    private final CompensatedSum falsePositives = new CompensatedSum();
    private final CompensatedSum falseNegatives = new CompensatedSum();
    private final CompensatedSum trueNegatives = new CompensatedSum();

    void add(ConfusionMatrix matrix) {
        truePositives.add(matrix.truePositives());
        falsePositives.add(matrix.falsePositives());
        falseNegatives.add(matrix.falseNegatives());
        trueNegatives.add(matrix.trueNegatives());
    }

    ConfusionMatrix mean(int repeats, double threshold) {
        return new ConfusionMatrix(
                threshold,
                truePositives.value() / repeats,
                falsePositives.value() / repeats,
                falseNegatives.value() / repeats,
                trueNegatives.value() / repeats);
    }
}
