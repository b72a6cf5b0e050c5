package io.github.tiercel.coverage;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.metrics.interval.Quantiles;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * A world with known truth: a share of rows is positive, what a model sees is normal with variance 1 around 1.5 for
 * positive and around 0 for negative rows, and its score is the true probability of a positive label. A second model
 * sees the same with noise; what both see has the correlation 0.89.
 *
 * @param prevalence the share of positive rows
 * @param distance between the means, in standard deviations
 */
record BinormalWorld(double prevalence, double distance) {

    private static final double DISTANCE = 1.5;
    private static final double NOISE = 0.5;
    private static final double SPREAD = Math.sqrt(1 + NOISE * NOISE);
    private static final double FAR = 9;
    private static final int STEPS = 100_000;

    BinormalWorld(double prevalence) {
        this(prevalence, DISTANCE);
    }

    /** The world as the second model sees it. */
    BinormalWorld blurred() {
        return new BinormalWorld(prevalence, distance / SPREAD);
    }

    /** Rows of this world; their number of positive rows is random, as it is in life. */
    PairedRows draw(int rows, Random random) {
        BinormalWorld second = blurred();
        boolean[] labels = new boolean[rows];
        double[] sharp = new double[rows];
        double[] noisy = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextDouble() < prevalence;
            double x = random.nextGaussian() + (labels[row] ? distance : 0);
            sharp[row] = probability(x);
            noisy[row] = second.probability((x + NOISE * random.nextGaussian()) / SPREAD);
        }
        return new PairedRows(EvaluationSet.binary(labels), Scores.of("first", sharp), Scores.of("second", noisy));
    }

    /**
     * Rows in the order of time, while both the share of positive rows and the distance grow steadily, from 0.7 to 1.3
     * times the share and from 1.3 to 1.7; scores are those of a model that knows this world only.
     */
    PairedRows drift(int rows, Random random) {
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            double time = 2.0 * row / rows - 1;
            labels[row] = random.nextDouble() < prevalence * (1 + 0.3 * time);
            scores[row] = probability(random.nextGaussian() + (labels[row] ? distance + 0.2 * time : 0));
        }
        Scores model = Scores.of("first", scores);
        return new PairedRows(EvaluationSet.binary(labels), model, model);
    }

    double auc() {
        return above(-distance / Math.sqrt(2));
    }

    double averagePrecision() {
        return integral(x -> Quantiles.normalDensity(x - distance) * precisionAbove(x));
    }

    double logLoss() {
        return integral(x -> -prevalence * Quantiles.normalDensity(x - distance) * Math.log(probability(x))
                - (1 - prevalence) * Quantiles.normalDensity(x) * Math.log(1 - probability(x)));
    }

    double accuracy(double threshold) {
        return truePositives(threshold) + trueNegatives(threshold);
    }

    double precision(double threshold) {
        return truePositives(threshold) / predictedPositive(threshold);
    }

    double balancedAccuracy(double threshold) {
        return (truePositives(threshold) / prevalence + trueNegatives(threshold) / (1 - prevalence)) / 2;
    }

    double f1(double threshold) {
        return 2 * truePositives(threshold) / (predictedPositive(threshold) + prevalence);
    }

    double mcc(double threshold) {
        double predicted = predictedPositive(threshold);
        double covariance = truePositives(threshold) - predicted * prevalence;
        return covariance / Math.sqrt(predicted * (1 - predicted) * prevalence * (1 - prevalence));
    }

    /** The threshold in steps of a hundredth at which F1 is best. */
    double thresholdOfBestF1() {
        double best = 0.01;
        for (int hundredths = 2; hundredths < 100; hundredths++) {
            best = f1(hundredths / 100.0) > f1(best) ? hundredths / 100.0 : best;
        }
        return best;
    }

    private double truePositives(double threshold) {
        return prevalence * above(cut(threshold) - distance);
    }

    private double trueNegatives(double threshold) {
        return (1 - prevalence) * (1 - above(cut(threshold)));
    }

    private double predictedPositive(double threshold) {
        return truePositives(threshold) + (1 - prevalence) * above(cut(threshold));
    }

    private double precisionAbove(double x) {
        double positives = prevalence * above(x - distance);
        return positives / (positives + (1 - prevalence) * above(x));
    }

    private double probability(double x) {
        return 1 / (1 + Math.exp(-distance * x + distance * distance / 2 - logit(prevalence)));
    }

    private double cut(double threshold) {
        return (logit(threshold) - logit(prevalence) + distance * distance / 2) / distance;
    }

    private static double logit(double p) {
        return Math.log(p / (1 - p));
    }

    private static double above(double x) {
        return Quantiles.normalProbability(-x);
    }

    /** Trapezoids of width 2e-4: far closer than any simulation. */
    private double integral(DoubleUnaryOperator f) {
        double step = (2 * FAR + distance) / STEPS;
        double sum = 0;
        for (int i = 0; i <= STEPS; i++) {
            sum += f.applyAsDouble(-FAR + i * step);
        }
        return sum * step;
    }
}
