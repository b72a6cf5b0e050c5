package io.github.tiercel.metrics.calibration;

import io.github.tiercel.metrics.calibration.LogisticPoint.Line;
import java.util.Optional;

/**
 * A logistic regression of labels on one number by maximum likelihood, with or without a free slope.
 *
 * <p>Newton's method (iteratively reweighted least squares). A step that does not lower the loss is halved until it
 * does, so that it cannot run away. Numbers are centred anew after every step where level and tilt do not depend on
 * each other, so that few overlapping rows cost no digits. Eight passes over the numbers or so.
 */
final class LogisticFit {

    private static final int MOST_STEPS = 200;

    /** A step this short (squared, in standard errors of one row) squares itself away in the next one. */
    private static final double SHORT = 1e-12;

    private static final double NOTHING = 1e-26;

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
        return of(sample, new Line(centre, sample.reach(centre), sample.logOdds(), 0), true);
    }

    /** The fit of the level alone, at slope 1, to a sample of both labels; empty if it is out of reach. */
    static Optional<LogisticFit> ofLevel(LogisticSample sample) {
        return of(sample, new Line(0, 1, sample.logOdds() - sample.mean(), 1), false);
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
        double perRow = residual(x, label) * z / point.tiltCurvatureAtShift();
        return freeSlope ? total * perRow / point.line().unit() : 0;
    }

    /** The influence value of a row on the intercept. */
    double interceptInfluence(double x, boolean label) {
        Line line = point.line();
        double level = total * residual(x, label) / point.levelCurvature();
        return freeSlope ? level - (line.centre() + point.shift() * line.unit()) * slopeInfluence(x, label) : level;
    }

    private double residual(double x, boolean label) {
        double logOdds = point.line().logOdds(x);
        return label ? Logit.inverse(-logOdds) : -Logit.inverse(logOdds);
    }

    private static Optional<LogisticFit> of(LogisticSample sample, Line start, boolean freeSlope) {
        LogisticPoint point = LogisticPoint.at(sample, start);
        double before = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double length = squaredLength(point, freeSlope);
            if (length <= NOTHING || (length < SHORT && length >= before)) {
                return Optional.of(new LogisticFit(point, sample.total(), freeSlope));
            }
            if (!(length < Double.POSITIVE_INFINITY)) {
                return Optional.empty();
            }
            point = next(sample, point, freeSlope, length);
            before = length;
        }
        return Optional.empty();
    }

    /** The squared Newton step in the metric of the curvature. */
    private static double squaredLength(LogisticPoint point, boolean freeSlope) {
        double level = point.levelSlope() * point.levelSlope() / point.levelCurvature();
        double tilt = point.tiltSlopeAtShift() * point.tiltSlopeAtShift() / point.tiltCurvatureAtShift();
        return freeSlope ? level + tilt : level;
    }

    private static LogisticPoint next(LogisticSample sample, LogisticPoint from, boolean freeSlope, double length) {
        double part = 1;
        LogisticPoint to = LogisticPoint.at(sample, line(from, freeSlope, part));
        // The loss of a short step differs by less than its rounding.
        while (length >= SHORT && !(to.loss() <= from.loss()) && part > Double.MIN_NORMAL) {
            part /= 2;
            to = LogisticPoint.at(sample, line(from, freeSlope, part));
        }
        return to;
    }

    private static Line line(LogisticPoint from, boolean freeSlope, double part) {
        Line line = from.line();
        double level = line.level() + part * from.levelSlope() / from.levelCurvature();
        if (!freeSlope) {
            return new Line(line.centre(), line.unit(), level, line.tilt());
        }
        double tilt = line.tilt() + part * from.tiltSlopeAtShift() / from.tiltCurvatureAtShift();
        // The level at the new centre, of the old line, and the step from there.
        return new Line(
                line.centre() + from.shift() * line.unit(), line.unit(), level + line.tilt() * from.shift(), tilt);
    }
}
