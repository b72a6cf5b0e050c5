package io.github.tiercel.metrics.curve;

import java.util.List;

/**
 * Lift: how many times more positive rows are found than by chance (y), against the share of all rows looked at (x),
 * from the highest score downwards.
 *
 * <p>The lift at a threshold is the precision there divided by the share of positive rows among all; it is the height
 * of {@link GainsCurve} over its x, and made by {@link GainsCurve#lift()}. It ends at (1, 1). Nothing looked at has no
 * lift, so there is no point at x = 0. Within rows of one score it runs along a hyperbola, which a straight line
 * between points does not show. Called {@code plot_lift_curve} in scikit-plot.
 *
 * @param points the points from the highest score downwards; x is a share of weight in (0, 1], y is at least 0
 * @since 0.1
 */
public record LiftCurve(List<CurvePoint> points) {

    /** Copies the points. */
    public LiftCurve {
        points = List.copyOf(points);
    }
}
