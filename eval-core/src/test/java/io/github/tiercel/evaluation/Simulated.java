package io.github.tiercel.evaluation;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.EvaluationSetBuilder;
import io.github.tiercel.data.Scores;
import java.util.Random;

/**
 * Rows with known structure: the score of a positive row is normal around 1, of a negative one around 0, given as the
 * probability of a positive label. A second model sees the same with noise.
 */
public final class Simulated {

    private final boolean[] labels;
    private final double[] scores;
    private final double[] noisy;

    Simulated(boolean[] labels, double[] scores, double[] noisy) {
        this.labels = labels;
        this.scores = scores;
        this.noisy = noisy;
    }

    public boolean[] labels() {
        return labels;
    }

    public double[] scores() {
        return scores;
    }

    double[] noisy() {
        return noisy;
    }

    public static Simulated rows(int rows, double prevalence, long seed) {
        Random random = new Random(seed);
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        double[] noisy = new double[rows];
        for (int row = 0; row < rows; row++) {
            labels[row] = random.nextDouble() < prevalence;
            double x = random.nextGaussian() + (labels[row] ? 1 : 0);
            scores[row] = probability(x, prevalence);
            noisy[row] = probability((x + 0.5 * random.nextGaussian()) / 1.25, prevalence);
        }
        return new Simulated(labels, scores, noisy);
    }

    public EvaluationSetBuilder set() {
        return EvaluationSet.binary(labels);
    }

    public Scores candidate() {
        return Scores.of("candidate", scores);
    }

    public Scores baseline() {
        return Scores.of("baseline", noisy);
    }

    private static double probability(double x, double prevalence) {
        return 1 / (1 + Math.exp(0.5 - x - Math.log(prevalence / (1 - prevalence))));
    }
}
