package io.github.tiercel.metrics.coverage;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.interval.Binormal;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * A world of any task to draw predictions from. What its metrics are worth is not known in closed form; the value on
 * very many units stands for it.
 *
 * @param name the task, and what is particular to the world
 * @param family the metrics of the task
 * @param metrics the names of those that are studied
 * @param units how many rows, or queries, a small, a middling and a large set has
 * @param draw draws as many units
 */
record TaskWorld<P extends Predictions>(
        String name,
        MetricFamily<P> family,
        List<String> metrics,
        List<Integer> units,
        BiFunction<Integer, Random, P> draw) {

    private static final List<Integer> ROWS = List.of(200, 1000, 5000);
    private static final List<Integer> QUERIES = List.of(50, 200, 1000);
    private static final int DOCUMENTS = 12;
    private static final List<String> CLASSES = List.of("a", "b", "c");
    private static final double[] SHARES = {0.6, 0.3, 0.1};

    static List<TaskWorld<?>> all() {
        return List.of(binary(), multiclass(), regression(), ranking());
    }

    private static TaskWorld<BinaryPredictions> binary() {
        return new TaskWorld<>(
                "binary, 30 % positive",
                MetricFamily.BINARY,
                List.of(
                        "roc_auc",
                        "average_precision",
                        "log_loss",
                        "brier",
                        "accuracy",
                        "balanced_accuracy",
                        "precision",
                        "recall",
                        "f1",
                        "mcc"),
                ROWS,
                new Binormal(0.3, 1.5)::draw);
    }

    private static TaskWorld<MulticlassPredictions> multiclass() {
        return new TaskWorld<>(
                "multiclass, 60 / 30 / 10 %",
                MetricFamily.MULTICLASS,
                List.of(
                        "roc_auc_ovr",
                        "log_loss",
                        "brier",
                        "accuracy",
                        "balanced_accuracy",
                        "precision_macro",
                        "recall_macro",
                        "f1_macro",
                        "f1_weighted",
                        "mcc",
                        "cohen_kappa"),
                ROWS,
                TaskWorld::classes);
    }

    private static TaskWorld<RegressionPredictions> regression() {
        return new TaskWorld<>(
                "regression, numbers from 4 to 16",
                MetricFamily.REGRESSION,
                List.of("mae", "rmse", "r2", "explained_variance", "mape", "spearman"),
                ROWS,
                TaskWorld::numbers);
    }

    private static TaskWorld<RankingPredictions> ranking() {
        return new TaskWorld<>(
                "ranking, " + DOCUMENTS + " documents a query",
                MetricFamily.RANKING,
                List.of("ndcg@10", "map", "mrr", "precision@10", "recall@10", "hit@10"),
                QUERIES,
                TaskWorld::queries);
    }

    /** The score of a class is its true probability, given three numbers of which the label's is larger by 1.5. */
    private static MulticlassPredictions classes(int rows, Random random) {
        int[] labels = new int[rows];
        double[][] scores = new double[CLASSES.size()][rows];
        for (int row = 0; row < rows; row++) {
            double u = random.nextDouble();
            labels[row] = u < SHARES[0] ? 0 : u < SHARES[0] + SHARES[1] ? 1 : 2;
            double[] odds = new double[CLASSES.size()];
            for (int c = 0; c < odds.length; c++) {
                odds[c] = SHARES[c] * Math.exp(1.5 * (random.nextGaussian() + (c == labels[row] ? 1.5 : 0)));
            }
            double sum = Arrays.stream(odds).sum();
            for (int c = 0; c < odds.length; c++) {
                scores[c][row] = odds[c] / sum;
            }
        }
        return MulticlassPredictions.wrap(CLASSES, labels, scores);
    }

    /** Uniform numbers, predicted with a normal error of deviation 1.5. */
    private static RegressionPredictions numbers(int rows, Random random) {
        double[] labels = new double[rows];
        double[] predicted = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = 4 + 12 * random.nextDouble();
            predicted[row] = labels[row] + 1.5 * random.nextGaussian();
        }
        return RegressionPredictions.wrap(labels, predicted);
    }

    /** A relevance from 0 to 3, mostly 0, and a score that adds noise to it. */
    private static RankingPredictions queries(int queries, Random random) {
        int rows = queries * DOCUMENTS;
        int[] ids = new int[rows];
        double[] relevance = new double[rows];
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            ids[row] = row / DOCUMENTS;
            relevance[row] = Math.max(0, random.nextInt(12) - 8);
            scores[row] = relevance[row] + 1.5 * random.nextGaussian();
        }
        return RankingPredictions.wrap(ids, relevance, scores);
    }
}
