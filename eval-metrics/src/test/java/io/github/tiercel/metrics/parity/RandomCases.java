package io.github.tiercel.metrics.parity;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.parity.Oracle.CaseColumns;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Random predictions of one task: the kinds of data take turns, so that few cases have all of them. */
record RandomCases<P extends Predictions>(MetricFamily<P> family, List<P> cases, List<CaseColumns> columns) {

    private static final long SEED = 42;

    static RandomCases<BinaryPredictions> binary(int count) {
        return make(MetricFamily.BINARY, count, RandomCases::binary, RandomCases::columns);
    }

    static RandomCases<MulticlassPredictions> multiclass(int count) {
        return make(MetricFamily.MULTICLASS, count, RandomCases::multiclass, RandomCases::columns);
    }

    static RandomCases<RegressionPredictions> regression(int count) {
        return make(MetricFamily.REGRESSION, count, RandomCases::regression, RandomCases::columns);
    }

    static RandomCases<RankingPredictions> ranking(int count) {
        return make(MetricFamily.RANKING, count, RandomCases::ranking, RandomCases::columns);
    }

    private static <P extends Predictions> RandomCases<P> make(
            MetricFamily<P> family,
            int count,
            BiFunction<Random, Integer, P> make,
            Function<P, List<double[]>> columns) {
        Random random = new Random(SEED);
        List<P> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            cases.add(make.apply(random, i));
        }
        List<CaseColumns> tables = cases.stream()
                .map(one -> CaseColumns.of(columns.apply(one), weights(one)))
                .toList();
        return new RandomCases<>(family, cases, tables);
    }

    private static BinaryPredictions binary(Random random, int turn) {
        int kind = turn % 9;
        int rows = kind == 0 ? 1 + random.nextInt(4) : 5 + random.nextInt(200);
        double positives =
                switch (kind) {
                    case 1 -> 0.02;
                    case 2 -> random.nextInt(2);
                    default -> 0.05 + 0.9 * random.nextDouble();
                };
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextDouble() < positives;
            double score = 1 / (1 + Math.exp(-random.nextGaussian() - (labels[row] ? 1 : 0)));
            scores[row] = switch (kind) {
                case 1 -> score / 2;
                case 3 -> Math.rint(score * 30) / 30;
                case 4 -> Math.rint(score);
                case 5 -> random.nextGaussian() * 3 + (labels[row] ? 1 : 0);
                case 6 -> 0.5;
                case 7 -> (float) (random.nextInt(20) == 0 ? Math.rint(score) : score);
                default -> score;
            };
        }
        return weighted(
                random, turn, rows, BinaryPredictions.of(labels, scores), w -> BinaryPredictions.of(labels, scores, w));
    }

    private static List<double[]> columns(BinaryPredictions predictions) {
        return List.of(
                column(predictions, row -> predictions.label(row) ? 1 : 0), column(predictions, predictions::score));
    }

    private static MulticlassPredictions multiclass(Random random, int turn) {
        int kind = turn % 8;
        int rows = kind == 0 ? 1 + random.nextInt(6) : 5 + random.nextInt(120);
        int classes = 2 + random.nextInt(5);
        int present = kind == 1 ? 1 + random.nextInt(classes) : classes;
        int[] labels = new int[rows];
        double[][] scores = new double[classes][rows];
        for (int row = 0; row < rows; row++) {
            // The square makes the last classes rare.
            labels[row] = (int) (present * (kind == 2 ? Math.pow(random.nextDouble(), 3) : random.nextDouble()));
            double[] some = scores(random, kind, classes, labels[row]);
            for (int c = 0; c < classes; c++) {
                scores[c][row] = some[c];
            }
        }
        List<String> names =
                IntStream.range(0, classes).mapToObj(String::valueOf).toList();
        return weighted(
                random,
                turn,
                rows,
                MulticlassPredictions.of(names, labels, scores),
                w -> MulticlassPredictions.of(names, labels, scores, w));
    }

    private static double[] scores(Random random, int kind, int classes, int label) {
        DoubleSupplier part =
                switch (kind) {
                    case 3 -> () -> 1 + random.nextInt(3);
                    case 4 -> random::nextGaussian;
                    default -> random::nextDouble;
                };
        double[] scores = random.doubles(classes).map(any -> part.getAsDouble()).toArray();
        if (random.nextBoolean()) {
            scores[label] = Math.max(scores[label], part.getAsDouble());
        }
        if (kind == 5) {
            double largest = Arrays.stream(scores).max().orElseThrow();
            return Arrays.stream(scores).map(score -> score == largest ? 1 : 0).toArray();
        }
        double sum = kind == 4 || kind == 6 ? 1 : Arrays.stream(scores).sum();
        return Arrays.stream(scores).map(score -> score / sum).toArray();
    }

    private static List<double[]> columns(MulticlassPredictions predictions) {
        List<double[]> columns = new ArrayList<>();
        columns.add(column(predictions, predictions::label));
        for (int c = 0; c < predictions.classes().size(); c++) {
            int plane = c;
            columns.add(column(predictions, row -> predictions.score(plane, row)));
        }
        return columns;
    }

    private static RegressionPredictions regression(Random random, int turn) {
        int kind = turn % 8;
        int rows = kind == 0 ? 1 + random.nextInt(4) : 5 + random.nextInt(200);
        double[] labels = new double[rows];
        double[] predicted = new double[rows];
        for (int row = 0; row < rows; row++) {
            double label = random.nextGaussian();
            double error = random.nextGaussian() / 2;
            labels[row] = switch (kind) {
                case 1 -> 3;
                case 2 -> Math.rint(label * 2);
                case 3 -> Math.exp(label * 3);
                case 4 -> 1000 + label;
                default -> label;
            };
            predicted[row] = switch (kind) {
                case 2 -> labels[row] + Math.rint(error * 2);
                case 3 -> labels[row] * Math.exp(error);
                case 5 -> 1;
                default -> labels[row] + error;
            };
        }
        if (turn % 16 == 1) {
            System.arraycopy(labels, 0, predicted, 0, rows);
        }
        return weighted(
                random,
                turn,
                rows,
                RegressionPredictions.of(labels, predicted),
                w -> RegressionPredictions.of(labels, predicted, w));
    }

    private static List<double[]> columns(RegressionPredictions predictions) {
        return List.of(column(predictions, predictions::label), column(predictions, predictions::predicted));
    }

    private static RankingPredictions ranking(Random random, int turn) {
        int kind = turn % 6;
        int queries = kind < 3 ? 1 : 2 + random.nextInt(4);
        int[] sizes = random.ints(queries, 2, 15)
                .map(size -> turn % 12 == 0 ? 1 : size)
                .toArray();
        int rows = Arrays.stream(sizes).sum();
        int[] query = new int[rows];
        double[] relevance = new double[rows];
        double[] scores = new double[rows];
        double[] weights = new double[rows];
        int row = 0;
        for (int q = 0; q < queries; q++) {
            double weight = 0.1 + random.nextDouble();
            int levels = 1 + random.nextInt(4);
            for (int i = 0; i < sizes[q]; i++, row++) {
                query[row] = q;
                relevance[row] = kind == 1 ? random.nextDouble() * 3 : random.nextInt(levels);
                scores[row] = kind % 2 == 0 ? random.nextInt(5) : random.nextGaussian();
                weights[row] = weight;
            }
        }
        RankingPredictions predictions = RankingPredictions.of(query, relevance, scores);
        return kind == 5 ? predictions.withWeights(weights) : predictions;
    }

    private static List<double[]> columns(RankingPredictions predictions) {
        return List.of(
                column(predictions, predictions::query),
                column(predictions, predictions::relevance),
                column(predictions, predictions::score));
    }

    private static <P> P weighted(Random random, int turn, int rows, P without, Function<double[], P> with) {
        if (turn % 60 == 7) {
            return with.apply(new double[rows]);
        }
        if (turn % 20 == 18) {
            double[] uneven = random.doubles(rows, 0.1, 10).toArray();
            uneven[0] = 1e9;
            return with.apply(uneven);
        }
        return switch (random.nextInt(6)) {
            case 0 -> with.apply(random.doubles(rows, 0.1, 10).toArray());
            case 1 -> with.apply(random.ints(rows, 0, 4).asDoubleStream().toArray());
            case 2 ->
                with.apply(random.doubles(rows)
                        .map(any -> Math.exp(4 * random.nextGaussian()))
                        .toArray());
            default -> without;
        };
    }

    private static Optional<double[]> weights(Predictions predictions) {
        return predictions.isWeighted() ? Optional.of(column(predictions, predictions::weight)) : Optional.empty();
    }

    private static double[] column(Predictions predictions, IntToDoubleFunction number) {
        return IntStream.range(0, predictions.rows()).mapToDouble(number).toArray();
    }
}
