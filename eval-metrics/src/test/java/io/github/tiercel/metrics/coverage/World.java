package io.github.tiercel.metrics.coverage;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * A world of which ROC-AUC and average precision are known, to draw rows from. The number of positive rows is random,
 * as it is in life; holding it fixed flatters stratified resampling.
 *
 * @param prevalence the share of positive rows
 * @param positive draws the score of a positive row
 * @param negative draws the score of a negative row
 */
record World(
        double prevalence,
        double auc,
        double averagePrecision,
        ToDoubleFunction<Random> positive,
        ToDoubleFunction<Random> negative) {

    BinaryPredictions draw(int rows, Random random) {
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextDouble() < prevalence;
            scores[row] = (labels[row] ? positive : negative).applyAsDouble(random);
        }
        return BinaryPredictions.wrap(labels, scores);
    }

    /** Positive scores normal around {@code distance} with a deviation of its own, negative ones standard normal. */
    static World binormal(double distance, double deviation, double prevalence, double auc, double averagePrecision) {
        return new World(
                prevalence,
                auc,
                averagePrecision,
                random -> distance + deviation * random.nextGaussian(),
                Random::nextGaussian);
    }

    /** Positive scores of the distribution Beta(4, 1), negative ones uniform. */
    static World beta(double prevalence, double auc, double averagePrecision) {
        return new World(
                prevalence, auc, averagePrecision, random -> Math.pow(random.nextDouble(), 0.25), Random::nextDouble);
    }

    /** Ratings from 1 to 5, so that most rows are tied. */
    static World ratings(double prevalence, double auc, double averagePrecision) {
        return new World(
                prevalence,
                auc,
                averagePrecision,
                random -> rating(random.nextDouble(), 0.05, 0.15, 0.3, 0.55),
                random -> rating(random.nextDouble(), 0.4, 0.7, 0.85, 0.95));
    }

    private static double rating(double u, double... cumulative) {
        int rating = 1;
        for (double bound : cumulative) {
            rating += u >= bound ? 1 : 0;
        }
        return rating;
    }
}
