package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import java.util.Arrays;
import java.util.Random;

/** A stratified sample of rows of two classes, positives drawn more often, with the sizes that its plans start from. */
final class DrawnSample {

    private final BinaryPredictions predictions;
    private final Design design;
    private final int[] sampled;
    private final int[] population;

    private DrawnSample(BinaryPredictions predictions, Design design, int[] sampled, int[] population) {
        this.predictions = predictions;
        this.design = design;
        this.sampled = sampled;
        this.population = population;
    }

    /**
     * Draws rows of known classes.
     *
     * @param parts strata of each class; 1 makes the label the stratum
     * @param clustered whether pairs of rows belong together, within strata
     * @param weighted whether rows have weights besides those of the sample
     */
    static DrawnSample of(int[] sampled, int[] population, int parts, boolean clustered, boolean weighted, long seed) {
        Random random = new Random(seed);
        int units = Arrays.stream(sampled).sum();
        int rows = clustered ? 2 * units : units;
        boolean[] labels = new boolean[rows];
        double[] scores = new double[rows];
        double[] weights = new double[rows];
        int[] strata = new int[rows];
        int[] clusters = new int[rows];
        int row = 0;
        for (int h = 0; h < sampled.length; h++) {
            for (int i = 0; i < (clustered ? 2 : 1) * sampled[h]; i++) {
                labels[row] = h < parts;
                scores[row] = 1 / (1 + Math.exp(0.5 - random.nextGaussian() - (labels[row] ? 1 : 0)));
                weights[row] = (double) population[h] / sampled[h] * (weighted ? 1 + random.nextInt(3) : 1);
                strata[row] = h;
                clusters[row] = row / 2;
                row++;
            }
        }
        Design design = Design.stratified(strata, sampled, population);
        return new DrawnSample(
                BinaryPredictions.wrap(labels, scores, weights),
                clustered ? design.withClusters(clusters) : design,
                sampled,
                population);
    }

    BinaryPredictions predictions() {
        return predictions;
    }

    Design design() {
        return design;
    }

    int[] sampled() {
        return sampled.clone();
    }

    int[] population() {
        return population.clone();
    }

    /** Sizes between those of the sample, at share 0, and all, at share 1. */
    int[] grown(double share) {
        int[] grown = sampled();
        for (int h = 0; h < grown.length; h++) {
            grown[h] += (int) Math.floor(share * (population[h] - sampled[h]));
        }
        return grown;
    }
}
