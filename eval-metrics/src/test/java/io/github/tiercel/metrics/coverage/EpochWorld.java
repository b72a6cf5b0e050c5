package io.github.tiercel.metrics.coverage;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A logistic regression in training, epoch by epoch, on rows of ten normal features with about 10 % positive labels,
 * and hold-outs of the same world that it has never seen.
 */
final class EpochWorld {

    private static final int FEATURES = 10;
    private static final int TRAINING_ROWS = 20_000;
    private static final double BIAS = -2.7;
    private static final double SLOPE = 0.4;

    private final List<double[]> epochs;

    private EpochWorld(List<double[]> epochs) {
        this.epochs = epochs;
    }

    /** The rows come in the same order at every epoch, in small steps, so that epochs have most in common. */
    static EpochWorld steady(int epochs) {
        return trained(epochs, 0.001, false);
    }

    /**
     * The rows come in random order, in steps 30 times as large, so that weights go up and down around the best ones.
     */
    static EpochWorld restless(int epochs) {
        return trained(epochs, 0.03, true);
    }

    private static EpochWorld trained(int epochs, double rate, boolean shuffled) {
        SplittableRandom random = new SplittableRandom(20_261_129);
        double[][] features = new double[TRAINING_ROWS][];
        boolean[] labels = new boolean[TRAINING_ROWS];
        for (int row = 0; row < TRAINING_ROWS; row++) {
            features[row] = features(random);
            labels[row] = label(features[row], random);
        }
        List<double[]> models = new ArrayList<>();
        double[] weights = new double[FEATURES + 1];
        for (int epoch = 0; epoch < epochs; epoch++) {
            for (int step = 0; step < TRAINING_ROWS; step++) {
                int row = shuffled ? random.nextInt(TRAINING_ROWS) : step;
                double error = (labels[row] ? 1 : 0) - score(weights, features[row]);
                weights[FEATURES] += rate * error;
                for (int j = 0; j < FEATURES; j++) {
                    weights[j] += rate * error * features[row][j];
                }
            }
            models.add(weights.clone());
        }
        return new EpochWorld(models);
    }

    /** New rows, with the scores of the epochs named, counted from 1. */
    List<BinaryPredictions> holdout(int rows, SplittableRandom random, int... named) {
        boolean[] labels = new boolean[rows];
        double[][] scores = new double[named.length][rows];
        for (int row = 0; row < rows; row++) {
            double[] features = features(random);
            labels[row] = label(features, random);
            for (int i = 0; i < named.length; i++) {
                scores[i][row] = score(epochs.get(named[i] - 1), features);
            }
        }
        List<BinaryPredictions> predictions = new ArrayList<>();
        for (double[] ofEpoch : scores) {
            predictions.add(BinaryPredictions.wrap(labels, ofEpoch));
        }
        return predictions;
    }

    private static double[] features(SplittableRandom random) {
        double[] features = new double[FEATURES];
        for (int j = 0; j < FEATURES; j++) {
            features[j] = random.nextGaussian();
        }
        return features;
    }

    private static boolean label(double[] features, SplittableRandom random) {
        double place = BIAS;
        for (int j = 0; j < FEATURES; j++) {
            place += (j % 2 == 0 ? SLOPE : -SLOPE) * features[j];
        }
        return random.nextDouble() < 1 / (1 + Math.exp(-place));
    }

    private static double score(double[] weights, double[] features) {
        double place = weights[FEATURES];
        for (int j = 0; j < FEATURES; j++) {
            place += weights[j] * features[j];
        }
        return 1 / (1 + Math.exp(-place));
    }
}
