package io.github.tiercel.benchmarks;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.BinaryPredictions;
import java.util.SplittableRandom;

/** Labels and probabilities of a plausible model: Beta-like scores, higher for positive rows. */
final class SyntheticRows {

    private final boolean[] labels;
    private final double[] scores;

    SyntheticRows(int rows, double positiveShare, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        labels = new boolean[rows];
        scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextDouble() < positiveShare;
            double u = random.nextDouble();
            scores[row] = labels[row] ? Math.sqrt(u) : u * u;
        }
    }

    EvaluationSet set() {
        return EvaluationSet.binary(labels).build();
    }

    Scores scores(String model) {
        return Scores.wrap(model, scores);
    }

    BinaryPredictions predictions() {
        return BinaryPredictions.wrap(labels, scores);
    }
}
