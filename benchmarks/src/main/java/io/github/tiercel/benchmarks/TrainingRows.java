package io.github.tiercel.benchmarks;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.training.EpochEvaluator;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

/**
 * The rows of a training loop whose model costs nothing: eight features a row, one that all states of the model share
 * and one for each state, so that no two epochs in a row sort the same numbers, and all have much in common.
 */
final class TrainingRows {

    static final int FEATURES = 8;

    private final boolean[] labels;
    private final double[][] features;

    TrainingRows(int rows, double positiveShare, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        labels = new boolean[rows];
        features = new double[rows][FEATURES];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextDouble() < positiveShare;
            for (int state = 0; state < FEATURES; state++) {
                double u = random.nextDouble();
                features[row][state] = labels[row] ? Math.sqrt(u) : u * u;
            }
        }
    }

    EvaluationSet set() {
        return EvaluationSet.binary(labels)
                .ids(LongStream.range(0, labels.length).toArray())
                .build();
    }

    Features<double[]> features() {
        return Features.of(features);
    }

    /** A loop at its beginning, with the rows ordered and hashed, as the first epoch leaves them. */
    EpochEvaluator<double[]> epochs(PredictionStore store, String run) {
        EpochEvaluator<double[]> epochs = EpochEvaluator.of(
                        Evaluator.of(set()).features(features()).store(store).build(), run)
                .build();
        epochs.onEpochEnd(0, model(0));
        return epochs;
    }

    static Predictor<double[]> model(int epoch) {
        int state = epoch % FEATURES;
        return Predictor.of(row -> 0.9 * row[0] + 0.1 * row[state]);
    }
}
