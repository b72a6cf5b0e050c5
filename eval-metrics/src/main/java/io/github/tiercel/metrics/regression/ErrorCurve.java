package io.github.tiercel.metrics.regression;

import java.util.ArrayList;
import java.util.List;

/**
 * The share of rows whose absolute error is at most a number, for growing numbers: the distribution function of
 * absolute errors, called regression error characteristic. It steps: between two points the share is that of the lower
 * error. The area to its left is the mean absolute error. Immutable.
 *
 * <p>Source: J. Bi, K. P. Bennett, "Regression Error Characteristic Curves", ICML 2003.
 *
 * @param points at most 201, one for each half percent of the weight, by ascending error; the last has the largest
 *     error and the share 1
 * @since 0.1
 */
public record ErrorCurve(List<Point> points) {

    private static final int STEPS = 200;

    /**
     * An error and who is within it.
     *
     * @param error an absolute error, in the unit of the labels, finite and at least 0
     * @param share the share of the weight with an error of at most that, in [0, 1]
     */
    public record Point(double error, double share) {

        /**
         * Checks the numbers.
         *
         * @throws IllegalArgumentException if one is out of its range
         */
        public Point {
            if (!(error >= 0 && error <= Double.MAX_VALUE && share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(
                        "error must be finite and at least 0 and share in [0, 1], got " + error + " and " + share);
            }
        }
    }

    /**
     * Copies the points.
     *
     * @throws IllegalArgumentException if there is none
     */
    public ErrorCurve {
        points = List.copyOf(points);
        if (points.isEmpty()) {
            throw new IllegalArgumentException("points must be at least one, got none");
        }
    }

    static ErrorCurve of(Distribution errors) {
        List<Point> points = new ArrayList<>();
        int before = -1;
        for (int step = 0; step <= STEPS; step++) {
            int level = errors.level((double) step / STEPS);
            if (level > before) {
                points.add(new Point(errors.number(level), errors.shareUpTo(level)));
                before = level;
            }
        }
        return new ErrorCurve(points);
    }

    /**
     * {@return the smallest error of a point that so large a share of the rows is within}
     *
     * @param share a share in [0, 1]
     */
    public double errorOf(double share) {
        return points.stream()
                .filter(point -> point.share() >= share)
                .mapToDouble(Point::error)
                .findFirst()
                .orElse(points.get(points.size() - 1).error());
    }
}
