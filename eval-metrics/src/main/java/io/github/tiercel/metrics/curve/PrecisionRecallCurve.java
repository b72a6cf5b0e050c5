package io.github.tiercel.metrics.curve;

import io.github.tiercel.metrics.ScoreGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Precision (y) against recall (x) at every threshold, from the highest score downwards.
 *
 * <p>The curve is a set of steps and must not be drawn with slanted lines between points; its area in steps is average
 * precision. The conventional point (recall 0, precision 1) belongs to no threshold and is left out. Called
 * {@code precision_recall_curve} in scikit-learn, which lists it the other way round.
 *
 * @param points the points by descending threshold; recall never falls
 * @since 0.1
 */
public record PrecisionRecallCurve(List<CurvePoint> points) {

    /** Copies the points. */
    public PrecisionRecallCurve {
        points = List.copyOf(points);
    }

    /**
     * {@return the curve; empty without positive rows}
     *
     * @param groups the score groups
     * @param mostPoints at most this many points, at least 2; spread evenly by recall and by rank if there are more
     *     scores
     * @throws IllegalArgumentException if {@code mostPoints} is below 2
     */
    public static Optional<PrecisionRecallCurve> of(ScoreGroups groups, int mostPoints) {
        Thinning.requireAtLeast(2, mostPoints);
        if (!(groups.positives() > 0)) {
            return Optional.empty();
        }
        Rates rates = new Rates(groups);
        List<CurvePoint> points = new ArrayList<>();
        for (int g : Thinning.choose(groups.size(), mostPoints, g -> rates.truePositive(g) + rates.predicted(g))) {
            if (rates.predicted(g) > 0) {
                points.add(new CurvePoint(groups.score(g), rates.truePositive(g), rates.precision(g)));
            }
        }
        return Optional.of(new PrecisionRecallCurve(points));
    }
}
