package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import java.util.Optional;
import java.util.Random;

/** Holds the intervals of a metric on some predictions against what they must be. */
record IntervalCheck<P extends Predictions>(Claim<P> claim, P predictions) {

    private static final double LEVEL = 0.95;

    void holdsTheValueWithinTheRange() {
        Estimate estimate = estimate(design(predictions), predictions, LEVEL);
        estimate.population().ifPresent(interval -> check("population", interval, estimate));
        estimate.gate().ifPresent(interval -> check("gate", interval, estimate));
    }

    private void check(String which, Interval interval, Estimate estimate) {
        Range range = claim.metric().range();
        double value = estimate.value().orNaN();
        claim.holds(isWithin(value, value, interval), which + " " + interval + " without the value " + value);
        claim.holds(
                range.contains(interval.lower()) && range.contains(interval.upper()),
                which + " " + interval + " leaves " + range);
    }

    void liesWithin(P some, double level, P others, double otherLevel) {
        Estimate inner = estimate(design(some), some, level);
        Estimate outer = estimate(design(others), others, otherLevel);
        liesWithin("population", inner.population(), outer.population());
        liesWithin("gate", inner.gate(), outer.gate());
    }

    private void liesWithin(String which, Optional<Interval> inner, Optional<Interval> outer) {
        if (inner.isPresent() && outer.isPresent()) {
            claim.holds(
                    isWithin(inner.get().lower(), inner.get().upper(), outer.get()),
                    which + " " + inner.get() + " is not within " + outer.get());
        }
    }

    private boolean isWithin(double lower, double upper, Interval outer) {
        boolean above = lower >= outer.lower() || claim.isNear(lower, outer.lower());
        return above && (upper <= outer.upper() || claim.isNear(upper, outer.upper()));
    }

    void ignoresNumbersOfClusters(Random random) {
        int[] clusters = Units.clusters(Kind.of(predictions).units(predictions), random);
        Design design = Design.independent(predictions.rows());
        double error = standardError(design.withClusters(clusters));
        double renumbered = standardError(design.withClusters(Units.renumbered(clusters, random)));
        claim.holds(
                Double.isNaN(error) ? Double.isNaN(renumbered) : claim.isNear(error, renumbered),
                "the standard error becomes " + renumbered + ", it was " + error);
    }

    private double standardError(Design design) {
        return estimate(design, predictions, LEVEL).standardError().orElse(Double.NaN);
    }

    private Estimate estimate(Design design, P some, double level) {
        return claim.unlessThrown(
                "the interval", () -> IntervalEstimator.of(design, level).estimate(claim.metric(), some));
    }

    /** Independent rows, or rows in clusters where several make one unit. */
    private static <P extends Predictions> Design design(P predictions) {
        Kind<P> kind = Kind.of(predictions);
        Design design = Design.independent(predictions.rows());
        return kind.hasUnits() ? design.withClusters(Units.dense(kind.units(predictions))) : design;
    }
}
