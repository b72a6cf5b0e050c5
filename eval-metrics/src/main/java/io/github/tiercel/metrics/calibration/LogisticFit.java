package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.calibration.LogisticPoint.Line;
import java.util.Optional;

/**
 * A logistic regression of labels on one number by maximum likelihood, with or without a free slope.
 *
 * <p>With a free slope by Newton's method (iteratively reweighted least squares). A step that does not lower the loss
 * enough is halved until it does, so that it cannot run away. Numbers are centred anew after every step where level and
 * tilt do not depend on each other, so that few overlapping rows cost no digits. Some eight passes over the numbers.
 */
final class LogisticFit {

    private static final int MOST_STEPS = 200;

    /** A step this short (squared, in standard errors of one row) squares itself away in the next one. */
    private static final double SHORT = 1e-12;

    private static final double NOTHING = 1e-26;

    /**
     * The loss must fall by this share of what the slope promises (Armijo's rule). Steps that barely lower it end where
     * all curvature is gone.
     */
    private static final double ENOUGH = 0.1;

    private static final double SMALLEST_PART = 0x1p-60;

    private final LogisticPoint point;
    private final double total;
    private final boolean freeSlope;

    private LogisticFit(LogisticPoint point, double total, boolean freeSlope) {
        this.point = point;
        this.total = total;
        this.freeSlope = freeSlope;
    }

    /** The fit of level and slope to a sample on which there is a finite slope; empty if it is out of reach. */
    static Optional<LogisticFit> ofSlope(LogisticSample sample) {
        double centre = sample.mean();
        LogisticPoint point = LogisticPoint.at(sample, new Line(centre, sample.reach(centre), sample.logOdds(), 0));
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double length = squaredLength(point);
            if (length <= NOTHING || (length < SHORT && length >= before)) {
                return Optional.of(new LogisticFit(point, sample.total(), true));
            }
            if (!(length < Double.POSITIVE_INFINITY)) {
                return Optional.empty();
            }
            point = next(sample, point, length);
            before = length;
        }
        return Optional.empty();
    }

    /** The fit of the level alone, at slope 1, to a sample of both labels. */
    static LogisticFit ofLevel(LogisticSample sample) {
        // With all numbers at one end the level would be this far below the log-odds of the labels; 1 is for rounding.
        double lower = sample.logOdds() - sample.highest() - 1;
        double upper = sample.logOdds() - sample.lowest() + 1;
        double level = Roots.between(
                lower, upper, at -> LogisticPoint.at(sample, level(at)).levelSlope());
        return new LogisticFit(LogisticPoint.at(sample, level(level)), sample.total(), false);
    }

    double slope() {
        return point.line().slope();
    }

    double intercept() {
        return point.line().intercept();
    }

    /** The influence value of a row on the slope. */
    double slopeInfluence(double x, boolean label) {
        double z = point.line().z(x) - point.shift();
        return total
                * residual(x, label)
                * z
                / point.tiltCurvatureAtShift()
                / point.line().unit();
    }

    /** The influence value of a row on the intercept. */
    double interceptInfluence(double x, boolean label) {
        double level = total * residual(x, label) / point.levelCurvature();
        if (!freeSlope) {
            return level;
        }
        double centre = point.line().centre() + point.shift() * point.line().unit();
        return level - centre * slopeInfluence(x, label);
    }

    private double residual(double x, boolean label) {
        double logOdds = point.line().logOdds(x);
        return label ? Logit.inverse(-logOdds) : -Logit.inverse(logOdds);
    }

    private static Line level(double level) {
        return new Line(0, 1, level, 1);
    }

    /** The squared Newton step in the metric of the curvature. */
    private static double squaredLength(LogisticPoint point) {
        return point.levelSlope() * point.levelSlope() / point.levelCurvature()
                + point.tiltSlopeAtShift() * point.tiltSlopeAtShift() / point.tiltCurvatureAtShift();
    }

    private static LogisticPoint next(LogisticSample sample, LogisticPoint from, double length) {
        double part = 1;
        LogisticPoint to = LogisticPoint.at(sample, line(from, part));
        // The loss of a short step differs by little more than its rounding.
        while (length >= SHORT && part > SMALLEST_PART && !(to.loss() <= from.loss() - ENOUGH * part * length)) {
            part /= 2;
            to = LogisticPoint.at(sample, line(from, part));
        }
        return to;
    }

    /** A part of the Newton step, with the centre moved to where level and tilt do not depend on each other. */
    private static Line line(LogisticPoint from, double part) {
        Line line = from.line();
        return new Line(
                line.centre() + from.shift() * line.unit(),
                line.unit(),
                line.level() + line.tilt() * from.shift() + part * from.levelSlope() / from.levelCurvature(),
                line.tilt() + part * from.tiltSlopeAtShift() / from.tiltCurvatureAtShift());
    }
}
