package io.github.tiercel.report;

import java.util.BitSet;

/**
 * The points of a line that it takes to draw it: those that are further from the straight line between their neighbours
 * than a tolerance. Source: D. Douglas, T. Peucker, "Algorithms for the Reduction of the Number of Points Required to
 * Represent a Digitized Line", Cartographica 10 (1973).
 */
final class Outline {

    private final double[] right;
    private final double[] down;
    private final double tolerance;
    private final BitSet kept = new BitSet();

    private Outline(double[] right, double[] down, double tolerance) {
        this.right = right;
        this.down = down;
        this.tolerance = tolerance;
    }

    /** {@return the places of the points to draw; the first and the last are always among them} */
    static int[] of(double[] right, double[] down, double tolerance) {
        Outline outline = new Outline(right, down, tolerance);
        if (right.length > 0) {
            outline.kept.set(0);
            outline.kept.set(right.length - 1);
            outline.between(0, right.length - 1);
        }
        return outline.kept.stream().toArray();
    }

    private void between(int from, int to) {
        int furthest = from;
        double most = tolerance;
        for (int i = from + 1; i < to; i++) {
            double distance = distance(i, from, to);
            if (distance > most) {
                most = distance;
                furthest = i;
            }
        }
        if (furthest > from) {
            kept.set(furthest);
            between(from, furthest);
            between(furthest, to);
        }
    }

    /** From the nearest place of the line between two points, which may be one of its ends. */
    private double distance(int point, int from, int to) {
        double x = right[to] - right[from];
        double y = down[to] - down[from];
        double length = x * x + y * y;
        double along = ((right[point] - right[from]) * x + (down[point] - down[from]) * y) / length;
        double share = length > 0 ? Math.max(0, Math.min(1, along)) : 0;
        return Math.hypot(right[point] - right[from] - share * x, down[point] - down[from] - share * y);
    }
}
