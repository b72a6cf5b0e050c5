package io.github.tiercel.report;

import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.result.Curves;
import java.util.List;
import java.util.Optional;

/**
 * How many of the positive rows are among the rows of the highest scores.
 *
 * @param points share of positives found (y) against share of rows (x)
 */
record Gains(List<CurvePoint> points) {

    /** Of fewer rows, lift is mostly chance. */
    private static final double LEAST_SHARE = 0.01;

    /** {@return the gains, from the points of the ROC curve and the share of positive rows; empty without these} */
    static Optional<Gains> of(Curves curves) {
        List<CurvePoint> ofRecall = curves.precisionRecall().points();
        if (ofRecall.isEmpty() || curves.roc().points().isEmpty()) {
            return Optional.empty();
        }
        // With every row predicted positive, precision is the share of positives.
        double positives = ofRecall.get(ofRecall.size() - 1).y();
        return Optional.of(new Gains(curves.roc().points().stream()
                .map(point -> new CurvePoint(
                        point.threshold(), positives * point.y() + (1 - positives) * point.x(), point.y()))
                .toList()));
    }

    /** {@return the share of positives in a share of rows; between two thresholds, equal scores are taken evenly} */
    double found(double share) {
        CurvePoint before = points.get(0);
        for (CurvePoint point : points) {
            if (point.x() >= share) {
                double width = point.x() - before.x();
                double part = width > 0 ? (share - before.x()) / width : 1;
                return before.y() + part * (point.y() - before.y());
            }
            before = point;
        }
        return before.y();
    }

    /** {@return how many times more positives a share of rows holds than as many rows at random} */
    double lift(double share) {
        return found(share) / share;
    }

    /** {@return lift (y) against share of rows (x), from the first percent on} */
    List<CurvePoint> lifts() {
        return points.stream()
                .filter(point -> point.x() >= LEAST_SHARE && Double.isFinite(point.y()))
                .map(point -> new CurvePoint(point.threshold(), point.x(), point.y() / point.x()))
                .toList();
    }
}
