package io.github.tiercel.metrics.curve;

import io.github.tiercel.metrics.ScoreGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The receiver operating characteristic: true positive rate (y) against false positive rate (x) at every threshold.
 *
 * <p>It starts at (0, 0) with threshold infinity and ends at (1, 1) with the smallest score; both rates never fall in
 * between. All rows of one score share one point. Called {@code roc_curve} in scikit-learn, whose
 * {@code drop_intermediate} this class does not do.
 *
 * @param points the points from threshold infinity downwards
 * @since 0.1
 */
public record RocCurve(List<CurvePoint> points) {

    /** Copies the points. */
    public RocCurve {
        points = List.copyOf(points);
    }

    /**
     * {@return the curve; empty where one class is absent}
     *
     * @param groups the score groups
     * @param mostPoints at most this many points, at least 3; spread evenly along the curve if there are more scores
     * @throws IllegalArgumentException if {@code mostPoints} is below 3
     */
    public static Optional<RocCurve> of(ScoreGroups groups, int mostPoints) {
        Thinning.requireAtLeast(3, mostPoints);
        if (!(groups.positives() > 0 && groups.negatives() > 0)) {
            return Optional.empty();
        }
        Rates rates = new Rates(groups);
        List<CurvePoint> points = new ArrayList<>();
        points.add(new CurvePoint(Double.POSITIVE_INFINITY, 0, 0));
        for (int g :
                Thinning.choose(groups.size(), mostPoints - 1, g -> rates.falsePositive(g) + rates.truePositive(g))) {
            points.add(new CurvePoint(groups.score(g), rates.falsePositive(g), rates.truePositive(g)));
        }
        return Optional.of(new RocCurve(points));
    }

    /**
     * The points of the smallest convex curve that no point of this one lies above. Only their thresholds can be best:
     * whatever a false positive and a false negative cost, one of them costs least.
     *
     * <p>Among points on one straight line the ends are kept. O(points). Source: F. Provost, T. Fawcett, "Robust
     * Classification for Imprecise Environments", Machine Learning 42 (2001), doi:10.1023/A:1007601015854.
     *
     * @return the hull, from (0, 0) to (1, 1)
     */
    public RocCurve convexHull() {
        List<CurvePoint> hull = new ArrayList<>();
        for (CurvePoint point : points) {
            while (hull.size() > 1 && !turnsDown(hull.get(hull.size() - 2), hull.get(hull.size() - 1), point)) {
                hull.remove(hull.size() - 1);
            }
            hull.add(point);
        }
        return new RocCurve(hull);
    }

    private static boolean turnsDown(CurvePoint first, CurvePoint second, CurvePoint third) {
        return (second.y() - first.y()) * (third.x() - second.x())
                > (third.y() - second.y()) * (second.x() - first.x());
    }
}
