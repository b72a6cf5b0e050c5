package io.github.tiercel.metrics.threshold;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.interval.Quantiles;
import java.util.Random;

/** A world with known truth: scores are normal with variance 1 around 1.5 for positive and around 0 for other rows. */
record NormalWorld(double prevalence) {

    private static final double DISTANCE = 1.5;

    BinaryPredictions draw(int rows, Random random) {
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextDouble() < prevalence;
            scores[row] = random.nextGaussian() + (labels[row] ? DISTANCE : 0);
        }
        return BinaryPredictions.wrap(labels, scores);
    }

    double f1(double threshold) {
        return 2 * found(threshold) / (found(threshold) + falseAlarms(threshold) + prevalence);
    }

    double precision(double threshold) {
        return found(threshold) / (found(threshold) + falseAlarms(threshold));
    }

    private double found(double threshold) {
        return prevalence * Quantiles.normalProbability(DISTANCE - threshold);
    }

    private double falseAlarms(double threshold) {
        return (1 - prevalence) * Quantiles.normalProbability(-threshold);
    }
}
