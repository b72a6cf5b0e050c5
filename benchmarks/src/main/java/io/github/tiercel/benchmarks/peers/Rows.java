package io.github.tiercel.benchmarks.peers;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.SplittableRandom;

/** Labels and scores as plain arrays, which all libraries for the JVM take; nobody writes to them. */
final class Rows {

    private final boolean[] labels;
    private final double[] scores;

    Rows(boolean[] labels, double[] scores) {
        this.labels = labels;
        this.scores = scores;
    }

    boolean[] labels() {
        return labels;
    }

    double[] scores() {
        return scores;
    }

    int size() {
        return labels.length;
    }

    BinaryPredictions predictions() {
        return BinaryPredictions.wrap(labels, scores);
    }

    /** As many rows, drawn with return. */
    Rows resample(SplittableRandom random) {
        boolean[] drawnLabels = new boolean[labels.length];
        double[] drawnScores = new double[labels.length];
        for (int i = 0; i < labels.length; i++) {
            int row = random.nextInt(labels.length);
            drawnLabels[i] = labels[row];
            drawnScores[i] = scores[row];
        }
        return new Rows(drawnLabels, drawnScores);
    }
}
