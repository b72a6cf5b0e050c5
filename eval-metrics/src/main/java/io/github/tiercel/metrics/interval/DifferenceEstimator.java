package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.EstimateFlag;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.Value;

/**
 * The difference estimator: an estimate from a sample that borrows from another model, evaluated on all rows before. On
 * the metric's {@link Scale} it is
 *
 * <pre>{@code
 * now on the sample + share * (reference on all rows - reference on the sample)
 * }</pre>
 *
 * <p>What the sample did to the reference is known, and what two models of one training have in common it did to the
 * present model too, so that part of the error is taken off. The share is {@code cov / var} of the influence values of
 * the two under the design ({@code sum_h n_h/(n_h-1) (1 - n_h/N_h)} times the sums of products within strata), kept in
 * [0, 1], and 1 below 100 units, too few to estimate it.
 *
 * <ul>
 *   <li>The variance around the value on all rows is that of {@code IF_now - share * IF_reference}: the plain one times
 *       {@code 1 - correlation²} where the share is not cut.
 *   <li>For the world the variance of the full set itself is added, from the influence values of the present model; it
 *       does not become smaller by another model.
 *   <li>Degrees of freedom by Satterthwaite's rule and the kurtosis of the differences. What planning formulas add to
 *       the plain variance of rank metrics, they add in proportion.
 * </ul>
 *
 * <p>A sum on a scale that ends, as the logit does, stays inside the metric's range by itself: 0.9995 never becomes
 * more than 1, and an RMSE is multiplied by the ratio of the reference's. Means, which need no scale, are cut at the
 * end of the range.
 *
 * <p>Nothing is borrowed, and the plain estimate returned with the reason, where that would be wrong or useless: see
 * {@link NotBorrowed}. On all rows this is so, and the estimate is that of {@link IntervalEstimator} to the last bit. A
 * reference that gives the same scores (to a rank metric: the same ranking) gives its value on all rows with an
 * interval for them of no width; its scores on the other rows are taken to be the same too.
 *
 * <p>The estimate is unbiased to O(1/n) under any reference, a bad one costs no more than the plain estimate. Models
 * must not have seen these rows. Immutable, and safe for use by several threads. Time O(rows) for each metric, beside
 * the influence values of two models; 36 bytes a row while it runs.
 *
 * <p>Source: C.-E. Särndal et al., Model Assisted Survey Sampling (1992), 6.3; for predictions of models A. N.
 * Angelopoulos et al., PPI++ (2023), arXiv:2311.01453.
 *
 * <pre>{@code
 * var borrowing = DifferenceEstimator.of(design, 0.95, epoch7, epoch5);
 * DifferenceEstimate auc = borrowing.estimate(BinaryMetrics.ROC_AUC, aucOfEpoch5OnAllRows);
 * }</pre>
 *
 * @param <P> the kind of predictions
 * @since 0.1
 */
public final class DifferenceEstimator<P extends Predictions> {

    /** Below this a reference explains too little of the variance to be worth its place. */
    private static final double LEAST_SQUARED_CORRELATION = 0.5;

    /** Fewer units are too few to estimate the share. */
    private static final int UNITS_OF_A_SHARE = 100;

    private final Design design;
    private final double level;
    private final P now;
    private final ReferenceSample<P> reference;
    private final boolean sameRows;

    private DifferenceEstimator(Design design, double level, P now, ReferenceSample<P> reference) {
        this.design = design;
        this.level = level;
        this.now = now;
        this.reference = reference;
        this.sameRows = SameRows.hindrance(now, reference.predictions()).isEmpty();
    }

    /**
     * {@return an estimator for one model that borrows from another}
     *
     * @param <P> the kind of predictions
     * @param design how the rows came to be
     * @param level the two-sided confidence level in (0, 1)
     * @param now predictions of the present model
     * @param reference predictions of the earlier one on the same rows, with the same labels and weights; if they are
     *     not, nothing is borrowed
     * @throws IllegalArgumentException if the level is not in (0, 1), the present predictions and the design differ in
     *     rows, or the design parts a query's rows
     */
    public static <P extends Predictions> DifferenceEstimator<P> of(Design design, double level, P now, P reference) {
        return of(level, now, ReferenceSample.of(design, reference));
    }

    /**
     * {@return an estimator for one model that borrows from another, from which others may have borrowed}
     *
     * @param <P> the kind of predictions
     * @param level the two-sided confidence level in (0, 1)
     * @param now predictions of the present model
     * @param reference the earlier one on the same rows, with the same labels and weights; if they are not, nothing is
     *     borrowed
     * @throws IllegalArgumentException if the level is not in (0, 1), the present predictions and the design differ in
     *     rows, or the design parts a query's rows
     */
    public static <P extends Predictions> DifferenceEstimator<P> of(double level, P now, ReferenceSample<P> reference) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("level must be in (0, 1), got " + level);
        }
        return new DifferenceEstimator<>(reference.design().withUnitsOf(now), level, now, reference);
    }

    /**
     * {@return the metric's estimate for the present model}
     *
     * @param metric any metric; nothing is borrowed for one without influence values
     * @param referenceOnAll the metric's value for the reference on all rows, or why it has none
     */
    public DifferenceEstimate estimate(Metric<P> metric, Value referenceOnAll) {
        Estimate plain = IntervalEstimator.of(design, level).estimate(metric, now);
        return estimate(
                metric, plain, sameRows ? metric.value(reference.predictions()) : referenceOnAll, referenceOnAll);
    }

    /**
     * {@return the metric's estimate for the present model, from values computed before}
     *
     * @param metric any metric; nothing is borrowed for one without influence values
     * @param plain what {@link IntervalEstimator} finds for the present model at the same level
     * @param referenceOnSample the metric's value on the reference's predictions, or why it has none
     * @param referenceOnAll the metric's value for the reference on all rows, or why it has none
     */
    public DifferenceEstimate estimate(
            Metric<P> metric, Estimate plain, Value referenceOnSample, Value referenceOnAll) {
        if (!design.isSample()) {
            return DifferenceEstimate.plain(plain, NotBorrowed.ALL_ROWS);
        }
        if (!(metric instanceof SmoothMetric<P> smooth)) {
            return DifferenceEstimate.plain(plain, NotBorrowed.NO_INFLUENCE);
        }
        if (!sameRows) {
            return DifferenceEstimate.plain(plain, NotBorrowed.OTHER_ROWS);
        }
        if (!plain.value().isDefined()) {
            return DifferenceEstimate.plain(plain, NotBorrowed.UNDEFINED);
        }
        if (!referenceOnSample.isDefined() || !referenceOnAll.isDefined()) {
            return DifferenceEstimate.plain(plain, NotBorrowed.UNDEFINED_REFERENCE);
        }
        Places<P> places =
                new Places<>(smooth, plain.value().orNaN(), referenceOnSample.orNaN(), referenceOnAll.orNaN());
        if (plain.flags().contains(EstimateFlag.AT_THE_EDGE) || !places.areInside()) {
            return DifferenceEstimate.plain(plain, NotBorrowed.AT_THE_EDGE);
        }
        return plain.fullSet().isEmpty()
                ? DifferenceEstimate.plain(plain, NotBorrowed.NO_ERROR)
                : borrow(plain, places);
    }

    private DifferenceEstimate borrow(Estimate plain, Places<P> places) {
        PairedSpread spread = PairedSpread.of(
                UnitParts.of(design, now, places.metric().influence(now)),
                places.slope(places.now()),
                reference.parts(places.metric()),
                places.slope(places.sampled()));
        double ofNow = spread.ofNow();
        double ofReference = spread.ofReference();
        if (!(ofNow > 0 && ofReference > 0)) {
            return DifferenceEstimate.plain(plain, NotBorrowed.NO_SPREAD);
        }
        double together = spread.together();
        double correlation = Math.max(-1, Math.min(1, together / Math.sqrt(ofNow) / Math.sqrt(ofReference)));
        double share = spread.units() < UNITS_OF_A_SHARE ? 1 : Math.max(0, Math.min(1, together / ofReference));
        if (together <= 0 || correlation * correlation < LEAST_SQUARED_CORRELATION) {
            return DifferenceEstimate.plain(plain, NotBorrowed.STALE, share, correlation);
        }
        boolean alike = Likeness.of(places.metric(), now, reference.predictions());
        Variance left = spread.left(share, places.jumps(spread));
        double value = alike ? places.onAll() : places.moved(share);
        if (!places.isInside(value)) {
            return DifferenceEstimate.plain(plain, NotBorrowed.AT_THE_EDGE, share, correlation);
        }
        if (!alike && !places.canSpread(value, left)) {
            return DifferenceEstimate.plain(plain, NotBorrowed.NO_SPREAD, share, correlation);
        }
        Estimate estimate = new BorrowedValue<>(places, value, left, alike).estimate(plain, design, now, level);
        return width(estimate) < width(plain)
                ? DifferenceEstimate.borrowed(estimate, plain, alike ? 1 : share, correlation)
                : DifferenceEstimate.plain(plain, NotBorrowed.NO_GAIN, share, correlation);
    }

    private static double width(Estimate estimate) {
        return estimate.fullSet().orElseThrow().width();
    }
}
