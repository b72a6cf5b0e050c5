package io.github.tiercel.metrics.calibration;

import java.util.Arrays;

/**
 * A never decreasing map through fitted points: the value of the nearest point beyond the ends; between two points a
 * straight line, or a step up at the upper one.
 *
 * <p>Different scores can get equal probabilities, which changes rank metrics. Memory is 16 bytes a point; a call is a
 * binary search.
 *
 * @since 0.1
 */
public final class IsotonicMap implements CalibrationMap {

    private final double[] scores;
    private final double[] probabilities;
    private final boolean inSteps;

    IsotonicMap(double[] scores, double[] probabilities, boolean inSteps) {
        this.scores = scores;
        this.probabilities = probabilities;
        this.inSteps = inSteps;
    }

    /** {@return the number of points, at least 1} */
    public int size() {
        return scores.length;
    }

    /**
     * {@return the score of a point}
     *
     * @param point the point, from 0 for the lowest score
     */
    public double score(int point) {
        return scores[point];
    }

    /**
     * {@return the probability at a point}
     *
     * @param point the point, from 0 for the lowest score
     */
    public double probability(int point) {
        return probabilities[point];
    }

    @Override
    public double apply(double score) {
        Arguments.number("score", score);
        // Adding 0.0 folds -0.0 into 0.0, which the search would part.
        int found = Arrays.binarySearch(scores, score + 0.0);
        if (found >= 0) {
            return probabilities[found];
        }
        int above = -found - 1;
        if (above == 0 || above == scores.length) {
            return probabilities[Math.min(above, scores.length - 1)];
        }
        return inSteps ? probabilities[above - 1] : between(above - 1, above, score);
    }

    private double between(int lower, int upper, double score) {
        double rise = probabilities[upper] - probabilities[lower];
        double part = (score - scores[lower]) / (scores[upper] - scores[lower]);
        // Between a finite score and an infinite one there is no straight line: the finite one's value holds.
        if (!(part >= 0 && part <= 1) || Double.isInfinite(scores[upper] - scores[lower])) {
            return probabilities[Double.isInfinite(scores[lower]) ? upper : lower];
        }
        return Math.min(probabilities[upper], probabilities[lower] + rise * part);
    }
}
