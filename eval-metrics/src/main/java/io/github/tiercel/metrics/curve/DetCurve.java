package io.github.tiercel.metrics.curve;

import io.github.tiercel.metrics.ScoreGroups;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The detection error trade-off: false negative rate (y) against false positive rate (x) at every threshold.
 *
 * <p>It starts at (0, 1) with threshold infinity and ends at (1, 0) with the smallest score; x never falls and y never
 * rises in between. All rows of one score share one point. It is drawn on axes of normal deviates, which spread small
 * rates out. Called {@code det_curve} in scikit-learn, which leaves out points of rates 0 and 1 at both ends and has no
 * point at infinity; the points in between are the same.
 *
 * <pre>{@code
 * DetCurve curve = DetCurve.of(predictions.groups(), 512).orElseThrow();
 * }</pre>
 *
 * <p>Source: A. Martin et al., "The DET Curve in Assessment of Detection Task Performance", Eurospeech 1997.
 *
 * @param points the points from threshold infinity downwards
 * @since 0.1
 */
public record DetCurve(List<CurvePoint> points) {

    /** Copies the points. */
    public DetCurve {
        points = List.copyOf(points);
    }

    /**
     * {@return the curve; empty where one class is absent; O(groups)}
     *
     * @param groups the score groups
     * @param mostPoints at most this many points, at least 3; spread evenly by the log-odds of both rates if there are
     *     more scores, so that small rates keep their points
     * @throws IllegalArgumentException if {@code mostPoints} is below 3
     */
    public static Optional<DetCurve> of(ScoreGroups groups, int mostPoints) {
        Thinning.requireAtLeast(3, mostPoints);
        if (!(groups.positives() > 0 && groups.negatives() > 0)) {
            return Optional.empty();
        }
        Rates rates = new Rates(groups);
        List<CurvePoint> points = new ArrayList<>();
        points.add(new CurvePoint(Double.POSITIVE_INFINITY, 0, 1));
        double least = 0.5 / groups.rows();
        double start = logOdds(0, least) + logOdds(0, least);
        for (int g : Thinning.choose(
                groups.size(),
                mostPoints - 1,
                g -> logOdds(rates.falsePositive(g), least) + logOdds(rates.truePositive(g), least) - start)) {
            points.add(new CurvePoint(groups.score(g), rates.falsePositive(g), rates.falseNegative(g)));
        }
        return Optional.of(new DetCurve(points));
    }

    /** Rates of 0 and 1 count as half a row, so that they lie no infinite way off. */
    private static double logOdds(double rate, double least) {
        double inside = Math.max(least, Math.min(1 - least, rate));
        return Math.log(inside / (1 - inside));
    }
}
