package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.ScoreGroups;

/**
 * The weights of the four outcomes at a threshold; a row is predicted positive if {@code score >= threshold}.
 *
 * @param threshold the threshold
 * @param truePositives weight of positive rows predicted positive
 * @param falsePositives weight of negative rows predicted positive
 * @param falseNegatives weight of positive rows predicted negative
 * @param trueNegatives weight of negative rows predicted negative
 * @since 0.1
 */
public record ConfusionMatrix(
        double threshold, double truePositives, double falsePositives, double falseNegatives, double trueNegatives) {

    /**
     * Checks the threshold.
     *
     * @throws IllegalArgumentException if the threshold is NaN
     */
    public ConfusionMatrix {
        if (Double.isNaN(threshold)) {
            throw new IllegalArgumentException("threshold must be a number, got NaN");
        }
    }

    /**
     * {@return the matrix at a threshold, in O(log groups)}
     *
     * @param groups the score groups
     * @param threshold any number but NaN; infinity predicts nothing positive
     */
    public static ConfusionMatrix at(ScoreGroups groups, double threshold) {
        return upTo(groups, groups.groupsAtLeast(threshold), threshold);
    }

    /**
     * {@return the matrix at a threshold, without a sort: in one pass over the rows, or in O(log groups) where rows
     * count alike and are sorted already}
     *
     * @param predictions labels, scores and weights
     * @param threshold any number but NaN
     */
    public static ConfusionMatrix at(BinaryPredictions predictions, double threshold) {
        // Sums of weights would differ in the last bit by what else was asked; counts do not.
        return predictions.areSorted() && predictions.labelWeights().isPresent()
                ? at(predictions.groups(), threshold)
                : ConfusionCount.of(predictions, threshold);
    }

    /**
     * {@return the matrix that predicts a group and all higher ones positive, in O(1)}
     *
     * @param groups the score groups
     * @param group the last group predicted positive, from 0
     */
    public static ConfusionMatrix through(ScoreGroups groups, int group) {
        return upTo(groups, group + 1, groups.score(group));
    }

    /**
     * {@return the matrix that predicts the highest groups positive, in O(1)}
     *
     * @param groups the score groups
     * @param predictedPositive how many groups, from 0 for none: those with a score of at least the threshold
     * @param threshold any number but NaN, to be carried along
     */
    public static ConfusionMatrix upTo(ScoreGroups groups, int predictedPositive, double threshold) {
        double tp = groups.truePositives(predictedPositive - 1);
        double fp = groups.falsePositives(predictedPositive - 1);
        return of(threshold, groups.positives(), groups.negatives(), tp, fp);
    }

    /**
     * {@return the matrix of these true and false positives among all rows}
     *
     * @param threshold any number but NaN, to be carried along
     * @param positives weight of all positive rows
     * @param negatives weight of all negative rows
     * @param tp weight of positive rows predicted positive
     * @param fp weight of negative rows predicted positive
     */
    public static ConfusionMatrix of(double threshold, double positives, double negatives, double tp, double fp) {
        // Compensated sums of fractional weights may differ in the last bit, which must not make a cell negative.
        double fn = Math.max(0, positives - tp);
        double tn = Math.max(0, negatives - fp);
        return new ConfusionMatrix(threshold, tp, fp, fn, tn);
    }

    /** {@return the weight of positive rows} */
    public double positives() {
        return truePositives + falseNegatives;
    }

    /** {@return the weight of negative rows} */
    public double negatives() {
        return falsePositives + trueNegatives;
    }

    /** {@return the weight of rows predicted positive} */
    public double predictedPositives() {
        return truePositives + falsePositives;
    }

    /** {@return the weight of rows predicted negative} */
    public double predictedNegatives() {
        return falseNegatives + trueNegatives;
    }

    /** {@return the weight of all rows} */
    public double total() {
        return positives() + negatives();
    }
}
