package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Two epochs of one model on all rows of a set: what the model sees of a row is the same for both, but for a little
 * noise of the later one. A sample takes every third unit of two strata, the units of even and of odd number.
 */
record TwoEpochs<P extends Predictions>(MetricFamily<P> family, P now, P before, int rowsOfAUnit) {

    private static final int EVERY = 3;
    private static final List<String> CLASSES = List.of("a", "b", "c");

    static List<TwoEpochs<?>> all(int units, long seed) {
        return List.of(binary(units, seed), multiclass(units, seed), regression(units, seed), ranking(units, seed));
    }

    static TwoEpochs<BinaryPredictions> binary(int rows, long seed) {
        Random random = new Random(seed);
        boolean[] labels = new boolean[rows];
        double[][] scores = new double[2][rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextDouble() < 0.3;
            double seen = random.nextGaussian() + (labels[row] ? 1.5 : 0) - 1.5;
            scores[1][row] = 1 / (1 + Math.exp(-seen));
            scores[0][row] = 1 / (1 + Math.exp(-1.1 * seen - 0.2 * random.nextGaussian()));
        }
        return new TwoEpochs<>(
                MetricFamily.BINARY,
                BinaryPredictions.wrap(labels, scores[0]),
                BinaryPredictions.wrap(labels, scores[1]),
                1);
    }

    static TwoEpochs<MulticlassPredictions> multiclass(int rows, long seed) {
        Random random = new Random(seed);
        int[] labels = new int[rows];
        double[][][] scores = new double[2][CLASSES.size()][rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextInt(CLASSES.size());
            double[][] odds = new double[2][CLASSES.size()];
            for (int c = 0; c < CLASSES.size(); c++) {
                double seen = random.nextGaussian() + (c == labels[row] ? 1 : 0);
                odds[1][c] = Math.exp(seen);
                odds[0][c] = Math.exp(1.1 * seen + 0.2 * random.nextGaussian());
            }
            for (int c = 0; c < CLASSES.size(); c++) {
                scores[0][c][row] = odds[0][c] / Arrays.stream(odds[0]).sum();
                scores[1][c][row] = odds[1][c] / Arrays.stream(odds[1]).sum();
            }
        }
        return new TwoEpochs<>(
                MetricFamily.MULTICLASS,
                MulticlassPredictions.wrap(CLASSES, labels, scores[0]),
                MulticlassPredictions.wrap(CLASSES, labels, scores[1]),
                1);
    }

    static TwoEpochs<RegressionPredictions> regression(int rows, long seed) {
        Random random = new Random(seed);
        double[] labels = new double[rows];
        double[][] predicted = new double[2][rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = 4 + 12 * random.nextDouble();
            predicted[1][row] = labels[row] + 1.5 * random.nextGaussian();
            predicted[0][row] = labels[row] + 0.9 * (predicted[1][row] - labels[row]) + 0.2 * random.nextGaussian();
        }
        return new TwoEpochs<>(
                MetricFamily.REGRESSION,
                RegressionPredictions.wrap(labels, predicted[0]),
                RegressionPredictions.wrap(labels, predicted[1]),
                1);
    }

    static TwoEpochs<RankingPredictions> ranking(int queries, long seed) {
        int documents = 20;
        Random random = new Random(seed);
        int rows = queries * documents;
        int[] ids = new int[rows];
        double[] relevance = new double[rows];
        double[][] scores = new double[2][rows];
        for (int row = 0; row < rows; row++) {
            ids[row] = row / documents;
            relevance[row] = Math.max(0, random.nextInt(12) - 8);
            scores[1][row] = relevance[row] + 1.5 * random.nextGaussian();
            scores[0][row] = scores[1][row] + 0.1 * random.nextGaussian();
        }
        return new TwoEpochs<>(
                MetricFamily.RANKING,
                RankingPredictions.wrap(ids, relevance, scores[0]),
                RankingPredictions.wrap(ids, relevance, scores[1]),
                documents);
    }

    /** The rows that the sample takes. */
    int[] sampled() {
        return IntStream.range(0, now.rows())
                .filter(row -> row / rowsOfAUnit % (2 * EVERY) < 2)
                .toArray();
    }

    Design design() {
        int[] rows = sampled();
        int[] strata = Arrays.stream(rows).map(row -> row / rowsOfAUnit % 2).toArray();
        int units = now.rows() / rowsOfAUnit;
        int[] population = {(units + 1) / 2, units / 2};
        int[] taken = new int[2];
        for (int unit = 0; unit < units; unit++) {
            taken[unit % 2] += unit % (2 * EVERY) < 2 ? 1 : 0;
        }
        Design design = Design.stratified(strata, taken, population);
        return rowsOfAUnit == 1
                ? design
                : design.withClusters(
                        Arrays.stream(rows).map(row -> row / rowsOfAUnit).toArray());
    }

    @SuppressWarnings("unchecked") // Rows of predictions are predictions of the same kind.
    P sample(P all) {
        Design design = design();
        double[] weights = IntStream.range(0, design.rows())
                .mapToDouble(design::sampleWeight)
                .toArray();
        return (P) all.select(sampled()).withWeights(weights);
    }
}
