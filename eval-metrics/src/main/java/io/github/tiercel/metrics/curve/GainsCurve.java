package io.github.tiercel.metrics.curve;

import io.github.tiercel.metrics.ScoreGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Cumulative gains: the share of positive rows found (y) against the share of all rows looked at (x), from the highest
 * score downwards.
 *
 * <p>It starts at (0, 0) with threshold infinity and ends at (1, 1) with the smallest score; both shares never fall in
 * between. All rows of one score share one point and are looked at in no particular order, so the straight line to that
 * point is what is found on average. Shares are of weight. Chance is the diagonal. Also called CAP curve, and
 * {@code plot_cumulative_gain} in scikit-plot.
 *
 * <pre>{@code
 * GainsCurve curve = GainsCurve.of(predictions.groups(), 512).orElseThrow();
 * }</pre>
 *
 * @param points the points from threshold infinity downwards
 * @since 0.1
 */
public record GainsCurve(List<CurvePoint> points) {

    /** Copies the points. */
    public GainsCurve {
        points = List.copyOf(points);
    }

    /**
     * {@return the curve; empty without positive rows; O(groups)}
     *
     * @param groups the score groups
     * @param mostPoints at most this many points, at least 3; spread evenly along the curve if there are more scores
     * @throws IllegalArgumentException if {@code mostPoints} is below 3
     */
    public static Optional<GainsCurve> of(ScoreGroups groups, int mostPoints) {
        Thinning.requireAtLeast(3, mostPoints);
        if (!(groups.positives() > 0)) {
            return Optional.empty();
        }
        Rates rates = new Rates(groups);
        List<CurvePoint> points = new ArrayList<>();
        points.add(new CurvePoint(Double.POSITIVE_INFINITY, 0, 0));
        for (int g : Thinning.choose(groups.size(), mostPoints - 1, g -> rates.predicted(g) + rates.truePositive(g))) {
            points.add(new CurvePoint(groups.score(g), rates.predicted(g), rates.truePositive(g)));
        }
        return Optional.of(new GainsCurve(points));
    }

    /** {@return how many times more positive rows are found than by chance, at every point but the first} */
    public LiftCurve lift() {
        return new LiftCurve(points.stream()
                .filter(point -> point.x() > 0)
                .map(point -> new CurvePoint(point.threshold(), point.x(), point.y() / point.x()))
                .toList());
    }
}
