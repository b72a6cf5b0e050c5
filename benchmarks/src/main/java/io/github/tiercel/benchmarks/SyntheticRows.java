package io.github.tiercel.benchmarks;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.BinaryPredictions;
import java.util.SplittableRandom;

/** Labels and probabilities of a plausible model: Beta-like scores, higher for positive rows. */
public final class SyntheticRows {

    private final boolean[] labels;
    private final double[] scores;

    /**
     * Draws the rows; the same seed gives the same rows.
     *
     * @param rows how many
     * @param positiveShare the probability of a positive label, in [0, 1]
     * @param seed any number
     */
    public SyntheticRows(int rows, double positiveShare, long seed) {
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

    /** {@return the labels and scores as predictions} */
    public BinaryPredictions predictions() {
        return BinaryPredictions.wrap(labels, scores);
    }
}
