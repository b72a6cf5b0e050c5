package io.github.tiercel.metrics.interval;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.MeanMetric;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Range;
import java.util.Optional;

/** A value with what each unit contributes to its error: all that an interval from a standard error is made of. */
record Evidence<P extends Predictions>(Subject<P> subject, Contributions contributions) {

    /** A standard error below this share of the value, or of the range, is rounding, not spread. */
    private static final double ROUNDING = 1e-14;

    /** A mean knows which rows it is of; of any other metric all rows of positive weight count. */
    static <P extends Predictions> Evidence<P> of(Subject<P> subject) {
        Optional<InfluenceMoments> moments = subject.moments();
        if (moments.isPresent()) {
            return of(subject, moments.get());
        }
        return subject.metric() instanceof MeanMetric<P> mean
                ? new Evidence<>(
                        subject,
                        UnitContributions.ofMean(subject.design(), mean.terms(subject.predictions()), subject.value()))
                : of(subject, subject.metric().influence(subject.predictions()));
    }

    static <P extends Predictions> Evidence<P> of(Subject<P> subject, InfluenceMoments moments) {
        if (Double.isNaN(moments.positives().cubes() + moments.negatives().cubes())) {
            throw new IllegalStateException("the influence values of "
                    + subject.metric().name() + " must be numbers where the metric is defined, got NaN");
        }
        return new Evidence<>(subject, moments.contributions());
    }

    static <P extends Predictions> Evidence<P> of(Subject<P> subject, double[] influence) {
        requireNumbers(subject, influence);
        return new Evidence<>(subject, UnitContributions.of(subject.design(), subject.predictions(), influence));
    }

    private static void requireNumbers(Subject<?> subject, double[] influence) {
        for (int row = 0; row < influence.length; row++) {
            if (Double.isNaN(influence[row]) && subject.predictions().weight(row) > 0) {
                throw new IllegalStateException(
                        "the influence values of " + subject.metric().name()
                                + " must be numbers where the metric is defined, got NaN at row " + row);
            }
        }
    }

    P predictions() {
        return subject.predictions();
    }

    Design design() {
        return subject.design();
    }

    double value() {
        return subject.value();
    }

    /** Whether there are enough independent units for an error to exist. */
    boolean hasError() {
        return contributions.hasError();
    }

    Variance population() {
        return contributions.population();
    }

    Variance fullSet() {
        return contributions.fullSet();
    }

    /** Whether the error is more than rounding, and the value not at the end of a scale that ends there. */
    boolean canSpread(Variance variance) {
        Range range = subject.metric().range();
        return variance.standardError() > range.rounding(value(), ROUNDING)
                && Double.isFinite(scale().slope(value(), range));
    }

    /** How the variances depend on the size of the sample that this is of. */
    StratumSpreads spreads() {
        return contributions.spreads().orElseThrow();
    }

    Interval interval(Variance variance, String error) {
        Scale scale = scale();
        return scale.interval(
                value(), variance, subject.level(), subject.metric().range(), scale.method(error, "t"));
    }

    private Scale scale() {
        return Scale.of(subject.metric());
    }
}
