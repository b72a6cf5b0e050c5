package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.BinaryPredictions;

/**
 * The rows of one bin.
 *
 * @param lowest the lowest score
 * @param highest the highest score
 * @param predicted the weighted mean of the probabilities
 * @param observed the share of positive weight
 * @param variance the weighted mean of {@code (p - predicted)²}
 * @param covariance the weighted mean of {@code (p - predicted)(y - observed)}
 * @param weight the sum of weights
 * @param rows how many rows of positive weight
 * @param effectiveRows Kish's effective number of rows, {@code (sum w)² / sum w²}
 */
record Bin(
        double lowest,
        double highest,
        double predicted,
        double observed,
        double variance,
        double covariance,
        double weight,
        int rows,
        double effectiveRows) {

    /** An effective number this close below a whole one is that one: the sums of weights are off by less. */
    private static final double ROUNDING = 1e-9;

    /** The rows from one place to another in a list of rows of positive weight, ascending by score. */
    static Bin of(BinaryPredictions predictions, int[] ascending, int from, int to) {
        BinSums sums = new BinSums(predictions, ascending, from, to);
        double weight = sums.sum(row -> 1);
        double predicted = Math.min(1, sums.sum(predictions::probability) / weight);
        double observed = Math.min(1, sums.sum(row -> sums.label(row)) / weight);
        double variance = sums.sum(row -> sums.pull(row, predicted) * sums.pull(row, predicted)) / weight;
        double covariance = sums.sum(row -> sums.pull(row, predicted) * (sums.label(row) - observed)) / weight;
        return new Bin(
                predictions.score(ascending[from]) + 0.0,
                predictions.score(ascending[to - 1]) + 0.0,
                predicted,
                observed,
                variance,
                covariance,
                sums.weight(),
                to - from,
                weight * weight / sums.squares());
    }

    double gap() {
        return Math.abs(predicted - observed);
    }

    /** The square of the gap less what noise adds to it on average; 0 where one row gives no idea of the noise. */
    double squareWithoutNoise() {
        return hasAtLeast(2) ? gap() * gap() - observed * (1 - observed) / (effectiveRows - 1) : 0;
    }

    boolean hasAtLeast(int effective) {
        return effectiveRows >= effective - ROUNDING;
    }
}
