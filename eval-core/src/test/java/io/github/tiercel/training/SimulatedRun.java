package io.github.tiercel.training;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.SampleRows;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.result.EpochComparison;
import io.github.tiercel.result.RaceResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/**
 * A training run whose epochs are exactly as good as they are made: the score of a row is its log-odds blurred by
 * normal noise of the epoch, new for each row and epoch. With the same blur epochs are equally good on the world and
 * differ on any rows; with less they are better, by a gain that an integral gives.
 */
final class SimulatedRun {

    static final int SAMPLE = 1024;
    static final double BLUR = 2;

    private static final int ROWS = 8192;
    private static final double MEAN = -1.5;
    private static final double SPREAD = 1.2;
    private static final Tier FAST =
            Tier.fast().withRows(new SampleRows.Exactly(SAMPLE)).withMetrics(List.of("log_loss"));

    private final double[] logOdds;
    private final boolean[] labels;
    private final Random random;

    /** Rows of a new set. */
    SimulatedRun(long seed) {
        this(seed, ROWS);
    }

    /** So many rows of a new set. */
    SimulatedRun(long seed, int rows) {
        logOdds = new double[rows];
        labels = new boolean[rows];
        random = new Random(seed);
        for (int row = 0; row < rows; row++) {
            logOdds[row] = MEAN + SPREAD * random.nextGaussian();
            labels[row] = random.nextDouble() < probability(logOdds[row]);
        }
    }

    private Evaluator evaluator() {
        return Evaluator.of(EvaluationSet.binary(labels)
                        .ids(LongStream.range(0, labels.length).toArray())
                        .build())
                .build();
    }

    /** Trains for so many epochs, whatever the callback says, and gives what it said. */
    List<EpochResult> results(
            int epochs, IntToDoubleFunction blurOfEpoch, UnaryOperator<EpochEvaluator.Builder<Void>> settings) {
        var builder = EpochEvaluator.ofScores(evaluator(), "run").tiers(FAST);
        EpochEvaluator<Void> callback = settings.apply(builder).build();
        int[] rows = callback.rows(FAST);
        EpochResult[] results = new EpochResult[epochs];
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double blur = blurOfEpoch.applyAsDouble(epoch);
            double[] scores = Arrays.stream(rows)
                    .mapToDouble(row -> probability(logOdds[row] + blur * random.nextGaussian()))
                    .toArray();
            results[epoch - 1] = callback.onEpochEnd(epoch, scores);
        }
        return List.of(results);
    }

    /** The same with scores of all rows, so that the tier can grow. */
    List<EpochResult> resultsOfAllRows(
            int epochs, IntToDoubleFunction blurOfEpoch, UnaryOperator<EpochEvaluator.Builder<Void>> settings) {
        var builder = EpochEvaluator.ofScores(evaluator(), "run").tiers(FAST);
        EpochEvaluator<Void> callback = settings.apply(builder).build();
        EpochResult[] results = new EpochResult[epochs];
        for (int epoch = 1; epoch <= epochs; epoch++) {
            results[epoch - 1] = callback.onEpochEnd(epoch, scores(blurOfEpoch.applyAsDouble(epoch)));
        }
        return List.of(results);
    }

    /** Races candidates called 0, 1, ... that are as good as their blur makes them. */
    RaceResult race(String metric, UnaryOperator<Race<Void>> settings, double... blurs) {
        List<Scores> candidates = new ArrayList<>();
        for (double blur : blurs) {
            candidates.add(Scores.of(Integer.toString(candidates.size()), scores(blur)));
        }
        return settings.apply(Race.ofScores(evaluator(), metric)).runScores(candidates);
    }

    private double[] scores(double blur) {
        return Arrays.stream(logOdds)
                .map(odds -> probability(odds + blur * random.nextGaussian()))
                .toArray();
    }

    /** The blur whose log-loss is better than that of {@link #BLUR} by a gain, on the world. */
    static double blurThatGains(double gain) {
        double low = 0;
        double high = BLUR;
        for (int step = 0; step < 60; step++) {
            double middle = (low + high) / 2;
            boolean tooGood = logLoss(BLUR) - logLoss(middle) > gain;
            low = tooGood ? middle : low;
            high = tooGood ? high : middle;
        }
        if (low == 0) {
            throw new IllegalArgumentException("no blur gains " + gain);
        }
        return low;
    }

    /** E[softplus(z + blur e) - p(z) z]: the label is 1 with probability p(z), and e has mean 0. */
    private static double logLoss(double blur) {
        double sum = 0;
        double weights = 0;
        for (double x = -5; x <= 5; x += 0.1) {
            for (double e = -5; e <= 5; e += 0.1) {
                double weight = Math.exp(-(x * x + e * e) / 2);
                double z = MEAN + SPREAD * x;
                sum += weight * (Math.log1p(Math.exp(z + blur * e)) - probability(z) * z);
                weights += weight;
            }
        }
        return sum / weights;
    }

    /** The mean standard error of the difference between two epochs on the sample, over many runs. */
    static double standardError(int runs) {
        return new Random(77)
                .longs(runs)
                .mapToDouble(seed -> new SimulatedRun(seed)
                        .results(2, epoch -> BLUR, builder -> builder.monitor("log_loss"))
                        .get(1)
                        .summary()
                        .comparison()
                        .map(SimulatedRun::standardError)
                        .orElseThrow())
                .average()
                .orElseThrow();
    }

    /** The upper bound is at level 0.95, with many degrees of freedom. */
    private static double standardError(EpochComparison comparison) {
        return (comparison.upper() - comparison.gain()) / 1.6464;
    }

    private static double probability(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
