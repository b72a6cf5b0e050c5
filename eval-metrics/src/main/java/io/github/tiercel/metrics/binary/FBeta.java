package io.github.tiercel.metrics.binary;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;

/**
 * The weighted harmonic mean of precision and recall: {@code (1+b²) TP / ((1+b²) TP + b² FN + FP)}.
 *
 * <p>In this form it is undefined only where no row is positive, neither by label nor by prediction; where precision
 * alone does not exist it is 0, because every positive row was missed. Called {@code fbeta_score} in scikit-learn. Its
 * name here carries beta: {@code f0.5}.
 *
 * @param beta how many times as much recall matters as precision; in [1e-6, 1e6], 1 for F1
 * @param threshold a row is predicted positive if its score is at least this
 * @since 0.1
 */
public record FBeta(double beta, double threshold) implements ConfusionMetric {

    static final String PREFIX = "f";

    /**
     * Checks beta.
     *
     * @throws IllegalArgumentException if {@code beta} is not in [1e-6, 1e6]
     */
    public FBeta {
        if (!(beta >= 1e-6 && beta <= 1e6)) {
            throw new IllegalArgumentException("beta must be in [1e-6, 1e6], got " + beta);
        }
    }

    @Override
    public String name() {
        return PREFIX + Plain.text(beta);
    }

    @Override
    public Direction direction() {
        return Direction.HIGHER_IS_BETTER;
    }

    @Override
    public Range range() {
        return Range.UNIT;
    }

    @Override
    public FBeta at(double other) {
        return new FBeta(beta, other);
    }

    @Override
    public Value value(ConfusionMatrix matrix) {
        return denominator(matrix, beta * beta) > 0
                ? Value.of(value(matrix, beta * beta))
                : Value.undefined(UndefinedReason.NO_POSITIVES_AT_ALL);
    }

    @Override
    public CellGradient gradient(ConfusionMatrix matrix) {
        double square = beta * beta;
        return CellGradient.ofRatio(
                value(matrix).orNaN(),
                denominator(matrix, square),
                new CellGradient(1 + square, 0, 0, 0),
                new CellGradient(1 + square, 1, square, 0));
    }

    /** NaN where it is undefined. */
    static double value(ConfusionMatrix matrix, double square) {
        return (1 + square) * matrix.truePositives() / denominator(matrix, square);
    }

    private static double denominator(ConfusionMatrix matrix, double square) {
        return (1 + square) * matrix.truePositives() + square * matrix.falseNegatives() + matrix.falsePositives();
    }
}
