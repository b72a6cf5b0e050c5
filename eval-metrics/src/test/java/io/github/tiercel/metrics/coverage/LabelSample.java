package io.github.tiercel.metrics.coverage;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.interval.Design;
import java.util.Arrays;
import java.util.SplittableRandom;

/** A sample stratified by label, drawn without replacement. */
final class LabelSample {

    private final int[] rows;
    private final Design design;
    private final double[] weights;

    private LabelSample(int[] rows, Design design, double[] weights) {
        this.rows = rows;
        this.design = design;
        this.weights = weights;
    }

    /**
     * With as many positive rows as the square-root rule gives: {@code sqrt(N_1) / (sqrt(N_0) + sqrt(N_1))} of them.
     */
    static LabelSample bySquareRoots(BinaryPredictions all, int size, SplittableRandom random) {
        double positives = Math.sqrt(all.positives());
        double negatives = Math.sqrt(all.rows() - all.positives());
        return of(all, (int) Math.round(size * positives / (positives + negatives)), size, random);
    }

    /** With as many positive rows as negative ones. */
    static LabelSample balanced(BinaryPredictions all, int size, SplittableRandom random) {
        return of(all, size / 2, size, random);
    }

    private static LabelSample of(BinaryPredictions all, int positives, int size, SplittableRandom random) {
        int[] sampled = {size - Math.min(positives, all.positives()), Math.min(positives, all.positives())};
        int[] population = {all.rows() - all.positives(), all.positives()};
        int[] shuffled = shuffled(all.rows(), random);
        int[] left = sampled.clone();
        int[] rows = new int[size];
        int[] strata = new int[size];
        int taken = 0;
        for (int i = 0; taken < size; i++) {
            int stratum = all.label(shuffled[i]) ? 1 : 0;
            if (left[stratum] > 0) {
                left[stratum]--;
                strata[taken] = stratum;
                rows[taken++] = shuffled[i];
            }
        }
        Design design = Design.stratified(strata, sampled, population);
        double[] weights = new double[size];
        Arrays.setAll(weights, design::sampleWeight);
        return new LabelSample(rows, design, weights);
    }

    Design design() {
        return design;
    }

    BinaryPredictions of(BinaryPredictions all) {
        return all.select(rows).withWeights(weights);
    }

    private static int[] shuffled(int size, SplittableRandom random) {
        int[] rows = new int[size];
        for (int i = 0; i < size; i++) {
            int j = random.nextInt(i + 1);
            rows[i] = rows[j];
            rows[j] = i;
        }
        return rows;
    }
}
