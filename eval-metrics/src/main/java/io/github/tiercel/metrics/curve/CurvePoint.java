package io.github.tiercel.metrics.curve;

/**
 * A point of a curve over thresholds.
 *
 * @param threshold rows with at least this score are predicted positive; infinity predicts nothing positive
 * @param x the horizontal coordinate, in [0, 1]
 * @param y the vertical coordinate, in [0, 1]; of a lift at least 0
 * @since 0.1
 */
public record CurvePoint(double threshold, double x, double y) {}
