package io.github.tiercel.benchmarks;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.Task;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rows of any task with the scores of a plausible model: 5 % positive; ten classes; numbers with a normal error; twenty
 * documents a query, most of them irrelevant.
 */
record SyntheticTask(EvaluationSet set, Scores candidate) {

    private static final int CLASSES = 10;
    private static final int DOCUMENTS = 20;

    static SyntheticTask of(Task task, int rows) {
        SplittableRandom random = new SplittableRandom(1);
        return switch (task) {
            case BINARY -> binary(rows);
            case MULTICLASS -> multiclass(rows, random);
            case REGRESSION -> regression(rows, random);
            case RANKING -> ranking(rows, random);
        };
    }

    private static SyntheticTask binary(int rows) {
        SyntheticRows synthetic = new SyntheticRows(rows, 0.05, 1);
        return new SyntheticTask(synthetic.set(), synthetic.scores("candidate"));
    }

    private static SyntheticTask multiclass(int rows, SplittableRandom random) {
        List<String> classes =
                Arrays.stream("abcdefghij".split("")).limit(CLASSES).toList();
        int[] labels = random.ints(rows, 0, CLASSES).toArray();
        double[][] scores = new double[CLASSES][rows];
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int c = 0; c < CLASSES; c++) {
                scores[c][row] = random.nextDouble() + (c == labels[row] ? 1 : 0);
                sum += scores[c][row];
            }
            for (int c = 0; c < CLASSES; c++) {
                scores[c][row] /= sum;
            }
        }
        return new SyntheticTask(
                EvaluationSet.multiclass(labels, classes).build(), Scores.ofClasses("candidate", classes, scores));
    }

    private static SyntheticTask regression(int rows, SplittableRandom random) {
        double[] labels = new double[rows];
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = 10 + 3 * random.nextGaussian();
            scores[row] = labels[row] + random.nextGaussian();
        }
        return new SyntheticTask(EvaluationSet.regression(labels).build(), Scores.wrap("candidate", scores));
    }

    private static SyntheticTask ranking(int rows, SplittableRandom random) {
        double[] relevance = new double[rows];
        double[] scores = new double[rows];
        long[] queries = new long[rows];
        for (int row = 0; row < rows; row++) {
            queries[row] = row / DOCUMENTS;
            relevance[row] = Math.max(0, random.nextInt(12) - 8);
            scores[row] = relevance[row] + random.nextGaussian();
        }
        return new SyntheticTask(EvaluationSet.ranking(relevance, queries).build(), Scores.wrap("candidate", scores));
    }
}
