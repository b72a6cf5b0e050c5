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
        if (mostPoints < 3) {
            throw new IllegalArgumentException("mostPoints must be at least 3, got " + mostPoints);
        }
        if (!(groups.positives() > 0 && groups.negatives() > 0)) {
            return Optional.empty();
        }
        List<CurvePoint> points = new ArrayList<>();
        points.add(new CurvePoint(Double.POSITIVE_INFINITY, 0, 0));
        for (int g : Thinning.choose(groups.size(), mostPoints - 1, g -> falseRate(groups, g) + trueRate(groups, g))) {
            points.add(new CurvePoint(groups.score(g), falseRate(groups, g), trueRate(groups, g)));
        }
        return Optional.of(new RocCurve(points));
    }

    private static double falseRate(ScoreGroups groups, int group) {
        return groups.falsePositives(group) / groups.negatives();
    }

    private static double trueRate(ScoreGroups groups, int group) {
        return groups.truePositives(group) / groups.positives();
    }
}
