package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.LabelWeights;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.curve.BandPoint;
import io.github.tiercel.metrics.curve.CurveBand;
import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.metrics.curve.PrecisionRecallCurve;
import io.github.tiercel.metrics.curve.RocCurve;
import java.util.function.IntPredicate;

/**
 * Bands around curves.
 *
 * <p><em>Pointwise</em>: at each threshold an interval of a share, of positive rows for the true positive rate and of
 * negative rows for the false positive rate.
 *
 * <p><em>Simultaneous, ROC</em>: {@code TPR -+ e1} and {@code FPR -+ e0}, e being the quantile of the Kolmogorov
 * statistic of n1 positive and n0 negative rows at level {@code sqrt(level)} each; exact for independent rows, whatever
 * the distribution of scores, and wider than needed only where scores tie.
 *
 * <p><em>Simultaneous, precision-recall</em>: the corners of the same rectangles at level {@code cbrt(level)} each,
 * through {@code precision = s TPR / (s TPR + (1 - s) FPR)}, the share s of positive rows being in its Wilson interval
 * at level {@code cbrt(level)}. Conservative: the three misses are spent apart. Where recall is below 5 / n1 there is
 * no band, because precision there rests on fewer than five positive rows.
 *
 * <p>Weights make rows count less: n1, n0 and the number of all rows are Kish's effective numbers {@code (sum w)² / sum
 * w²}. For rows in clusters give the numbers of clusters to {@link #withAtMost}. Both are approximations; the exactness
 * above is that of independent rows of weight 1.
 *
 * <p>Immutable, and safe for use by several threads. O(rows) once, then O(1) a point of a ROC curve and O(log groups) a
 * point of a precision-recall curve.
 *
 * <pre>{@code
 * RocCurve curve = RocCurve.of(predictions.groups(), 512).orElseThrow();
 * CurveBand band = CurveBands.of(predictions.groups(), 0.95).simultaneous(curve);
 * }</pre>
 *
 * <p>Sources: G. Campbell, Statistics in Medicine 13 (1994), for the rectangles; E. B. Wilson, JASA 22 (1927),
 * doi:10.1080/01621459.1927.10502953; L. Kish, Survey Sampling (1965), for effective numbers.
 *
 * @since 0.1
 */
public final class CurveBands {

    private static final int FEWEST_POSITIVES = 5;

    private final ScoreGroups groups;
    private final double level;
    private final double positives;
    private final double negatives;
    private final double rows;

    private CurveBands(ScoreGroups groups, double level, double positives, double negatives, double rows) {
        this.groups = groups;
        this.level = level;
        this.positives = positives;
        this.negatives = negatives;
        this.rows = rows;
    }

    /**
     * {@return bands around curves of these groups}
     *
     * @param groups the score groups that the curves are made from
     * @param level the confidence level in (0, 1)
     * @throws IllegalArgumentException if the level is not in (0, 1)
     */
    public static CurveBands of(ScoreGroups groups, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + level);
        }
        BinaryPredictions predictions = groups.predictions();
        if (predictions.labelWeights().filter(LabelWeights::areEqual).isPresent()) {
            return new CurveBands(
                    groups, level, predictions.positives(), predictions.negatives(), predictions.weightedRows());
        }
        return new CurveBands(
                groups,
                level,
                effective(predictions, predictions::label),
                effective(predictions, row -> !predictions.label(row)),
                effective(predictions, row -> true));
    }

    /**
     * {@return the same bands, as wide as these numbers of independent units make them}
     *
     * @param mostPositives at most so many units hold positive rows: their clusters, say; above 0
     * @param mostNegatives at most so many units hold negative rows; above 0
     * @throws IllegalArgumentException if a number is not above 0
     */
    public CurveBands withAtMost(double mostPositives, double mostNegatives) {
        if (!(mostPositives > 0 && mostNegatives > 0)) {
            throw new IllegalArgumentException(
                    "mostPositives and mostNegatives must be above 0, got " + mostPositives + " and " + mostNegatives);
        }
        return new CurveBands(
                groups,
                level,
                Math.min(positives, mostPositives),
                Math.min(negatives, mostNegatives),
                Math.min(rows, mostPositives + mostNegatives));
    }

    /**
     * {@return for each point the intervals of both rates at its threshold, each at the level by itself}
     *
     * @param curve a curve of these groups
     * @param interval Wilson's, or Clopper and Pearson's where the level must not be missed
     */
    public CurveBand pointwise(RocCurve curve, ProportionInterval interval) {
        return new CurveBand(
                curve.points().stream()
                        .map(point -> rectangle(
                                point,
                                share(interval, point.x(), negatives, level),
                                share(interval, point.y(), positives, level)))
                        .toList(),
                level,
                false,
                interval.method());
    }

    /**
     * {@return for each point a rectangle, all of which hold the true point of their threshold at once}
     *
     * @param curve a curve of these groups
     */
    public CurveBand simultaneous(RocCurve curve) {
        double each = Math.sqrt(level);
        double x = Kolmogorov.exact(negatives, each);
        double y = Kolmogorov.exact(positives, each);
        return new CurveBand(
                curve.points().stream()
                        .map(point -> new BandPoint(
                                point.threshold(),
                                Math.max(0, point.x() - x),
                                Math.min(1, point.x() + x),
                                Math.max(0, point.y() - y),
                                Math.min(1, point.y() + y)))
                        .toList(),
                level,
                true,
                "kolmogorov");
    }

    /**
     * {@return for each point with recall of at least 5 / n1 a rectangle, all of which hold the true point of their
     * threshold at once}
     *
     * @param curve a curve of these groups
     */
    public CurveBand simultaneous(PrecisionRecallCurve curve) {
        PrecisionCorners corners = corners();
        return new CurveBand(
                curve.points().stream()
                        .filter(point -> point.x() * positives >= FEWEST_POSITIVES)
                        .map(point -> corners.around(point, falsePositiveRate(point.threshold())))
                        .toList(),
                level,
                true,
                "kolmogorov-wilson");
    }

    private PrecisionCorners corners() {
        double each = Math.cbrt(level);
        Interval share = share(ProportionInterval.WILSON, groups.positives() / groups.total(), rows, each);
        return new PrecisionCorners(
                Kolmogorov.exact(negatives, each), Kolmogorov.exact(positives, each), share.lower(), share.upper());
    }

    private double falsePositiveRate(double threshold) {
        // Without negative rows the rate does not exist; the corners then span all of [0, 1].
        double weight = groups.negatives();
        return weight > 0 ? groups.falsePositives(groups.groupsAtLeast(threshold) - 1) / weight : 0;
    }

    private static Interval share(ProportionInterval interval, double share, double rows, double level) {
        return interval.of(Math.min(rows, share * rows), rows, level);
    }

    private static BandPoint rectangle(CurvePoint point, Interval x, Interval y) {
        return new BandPoint(point.threshold(), x.lower(), x.upper(), y.lower(), y.upper());
    }

    /** How far both rates may be off, and the ends of the share of positive rows. */
    private record PrecisionCorners(double falseMargin, double trueMargin, double leastShare, double mostShare) {

        BandPoint around(CurvePoint point, double falseRate) {
            double leastRecall = Math.max(0, point.x() - trueMargin);
            double mostRecall = Math.min(1, point.x() + trueMargin);
            double leastFalse = Math.max(0, falseRate - falseMargin);
            double mostFalse = Math.min(1, falseRate + falseMargin);
            return new BandPoint(
                    point.threshold(),
                    leastRecall,
                    mostRecall,
                    precision(leastShare, leastRecall, mostFalse),
                    precision(mostShare, mostRecall, leastFalse));
        }

        private static double precision(double share, double recall, double falseRate) {
            return share * recall / (share * recall + (1 - share) * falseRate);
        }
    }

    private static double effective(BinaryPredictions predictions, IntPredicate counts) {
        return EffectiveUnits.own(Design.independent(predictions.rows()), predictions, counts);
    }
}
