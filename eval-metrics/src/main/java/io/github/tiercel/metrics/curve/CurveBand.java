package io.github.tiercel.metrics.curve;

import java.util.List;

/**
 * How far a curve may be from the true one: a rectangle for each of its thresholds.
 *
 * <p>A pointwise band holds the true point of one threshold, named beforehand, with probability {@code level} in each
 * of its two coordinates; of many thresholds it misses some. A simultaneous band holds the true points of all
 * thresholds at once with probability {@code level}, whether they are among its points or not: between two points the
 * true ROC curve runs below the upper left corners and above the lower right ones, joined by steps.
 *
 * <p>Made by {@code metrics.interval.CurveBands}.
 *
 * @param points one rectangle for each point of the curve, in its order; points without a band are left out
 * @param level the confidence level in (0, 1)
 * @param simultaneous whether the level is that of all thresholds together
 * @param method how it was made, for example {@code "kolmogorov"}
 * @since 0.1
 */
public record CurveBand(List<BandPoint> points, double level, boolean simultaneous, String method) {

    /**
     * Copies the points.
     *
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public CurveBand {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + level);
        }
        points = List.copyOf(points);
    }
}
