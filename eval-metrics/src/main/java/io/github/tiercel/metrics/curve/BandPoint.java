package io.github.tiercel.metrics.curve;

/**
 * Where the true point of one threshold is expected: a rectangle around the observed point.
 *
 * @param threshold the threshold, as the point of the curve has it
 * @param xLower the smallest horizontal coordinate, in [0, 1]
 * @param xUpper the largest horizontal coordinate, in [xLower, 1]
 * @param yLower the smallest vertical coordinate, in [0, 1]
 * @param yUpper the largest vertical coordinate, in [yLower, 1]
 * @since 0.1
 */
public record BandPoint(double threshold, double xLower, double xUpper, double yLower, double yUpper) {

    /**
     * Checks the ends.
     *
     * @throws IllegalArgumentException if an end is NaN, or a lower one above its upper one
     */
    public BandPoint {
        if (!(xLower <= xUpper && yLower <= yUpper)) {
            throw new IllegalArgumentException("lower ends must not be above upper ones, got x in [" + xLower + ", "
                    + xUpper + "] and y in [" + yLower + ", " + yUpper + "]");
        }
    }

    /**
     * {@return whether a point lies in the rectangle, its edges included}
     *
     * @param x any number; false for NaN
     * @param y any number; false for NaN
     */
    public boolean contains(double x, double y) {
        return x >= xLower && x <= xUpper && y >= yLower && y <= yUpper;
    }
}
