package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.EvaluationSetBuilder;
import io.github.tiercel.data.Scores;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Rows of each task, with a good model and a noisy one; fixed by their number and a seed. */
public final class SimulatedTasks {

    public static final List<String> CLASSES = List.of("bird", "cat", "dog");

    private static final double[] SHARES = {0.1, 0.6, 0.3};
    private static final int ROWS_PER_QUERY = 10;

    private SimulatedTasks() {}

    public static long[] ids(int rows) {
        long[] ids = new long[rows];
        Arrays.setAll(ids, row -> row + 1_000L);
        return ids;
    }

    public static int[] classes(int rows) {
        Random random = new Random(1);
        int[] labels = new int[rows];
        Arrays.setAll(labels, row -> pick(random.nextDouble()));
        return labels;
    }

    private static int pick(double u) {
        return u < SHARES[0] ? 0 : u < SHARES[0] + SHARES[1] ? 1 : 2;
    }

    /** Softmax of normal numbers, shifted at the row's class. */
    public static double[][] probabilities(int[] labels, double noise) {
        Random random = new Random(2);
        double[][] scores = new double[CLASSES.size()][labels.length];
        for (int row = 0; row < labels.length; row++) {
            double sum = 0;
            for (int c = 0; c < scores.length; c++) {
                scores[c][row] = Math.exp(random.nextGaussian() * noise + (labels[row] == c ? 1.5 : 0));
                sum += scores[c][row];
            }
            for (double[] ofClass : scores) {
                ofClass[row] /= sum;
            }
        }
        return scores;
    }

    public static double[] minutes(int rows) {
        Random random = new Random(3);
        double[] labels = new double[rows];
        Arrays.setAll(labels, row -> 20 * Math.exp(random.nextGaussian()));
        return labels;
    }

    public static double[] predicted(double[] labels, double noise) {
        Random random = new Random(4);
        double[] predicted = new double[labels.length];
        Arrays.setAll(predicted, row -> labels[row] + noise * random.nextGaussian());
        return predicted;
    }

    public static long[] queries(int rows) {
        long[] queries = new long[rows];
        Arrays.setAll(queries, row -> row / ROWS_PER_QUERY);
        return queries;
    }

    public static double[] relevance(int rows) {
        Random random = new Random(5);
        double[] relevance = new double[rows];
        Arrays.setAll(relevance, row -> random.nextInt(5) == 0 ? 1 + random.nextInt(3) : 0);
        return relevance;
    }

    public static EvaluationSetBuilder multiclass(int rows) {
        return EvaluationSet.multiclass(classes(rows), CLASSES).ids(ids(rows));
    }

    public static Scores ofClasses(String model, int rows, double noise) {
        return Scores.ofClasses(model, CLASSES, probabilities(classes(rows), noise));
    }

    public static EvaluationSetBuilder regression(int rows) {
        return EvaluationSet.regression(minutes(rows)).ids(ids(rows));
    }

    public static Scores ofMinutes(String model, int rows, double noise) {
        return Scores.of(model, predicted(minutes(rows), noise));
    }

    public static EvaluationSetBuilder ranking(int rows) {
        return EvaluationSet.ranking(relevance(rows), queries(rows)).ids(ids(rows));
    }

    public static Scores ofRelevance(String model, int rows, double noise) {
        return Scores.of(model, predicted(relevance(rows), noise));
    }
}
