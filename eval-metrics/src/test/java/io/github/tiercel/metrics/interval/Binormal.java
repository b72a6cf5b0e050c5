package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;

/**
 * A world with known truth: a share of rows is positive, the score is normal with variance 1 around a distance for
 * positive and around 0 for negative rows, and given as the true probability of a positive label.
 */
public record Binormal(double prevalence, double distance) {

    private static final double FAR = 9;
    private static final int STEPS = 100_000;

    /** At a distance of 1. */
    public Binormal(double prevalence) {
        this(prevalence, 1);
    }

    public BinaryPredictions draw(int rows, Random random) {
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextDouble() < prevalence;
            scores[row] = probability(random.nextGaussian() + (labels[row] ? distance : 0));
        }
        return BinaryPredictions.wrap(labels, scores);
    }

    public double auc() {
        return above(-distance / Math.sqrt(2));
    }

    public double averagePrecision() {
        return integral(x -> Quantiles.normalDensity(x - distance) * precisionAbove(x));
    }

    public double logLoss() {
        return integral(x -> -prevalence * Quantiles.normalDensity(x - distance) * Math.log(probability(x))
                - (1 - prevalence) * Quantiles.normalDensity(x) * Math.log(1 - probability(x)));
    }

    public double accuracy(double threshold) {
        double x = cut(threshold);
        return prevalence * above(x - distance) + (1 - prevalence) * (1 - above(x));
    }

    public double truePositiveRate(double threshold) {
        return above(cut(threshold) - distance);
    }

    public double falsePositiveRate(double threshold) {
        return above(cut(threshold));
    }

    public double f1(double threshold) {
        double truePositives = prevalence * above(cut(threshold) - distance);
        double falsePositives = (1 - prevalence) * above(cut(threshold));
        return 2 * truePositives / (truePositives + falsePositives + prevalence);
    }

    private double precisionAbove(double x) {
        double positives = prevalence * above(x - distance);
        return positives / (positives + (1 - prevalence) * above(x));
    }

    public double probability(double x) {
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
