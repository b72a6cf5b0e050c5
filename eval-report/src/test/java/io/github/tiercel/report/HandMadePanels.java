package io.github.tiercel.report;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.calibration.ReliabilityBin;
import io.github.tiercel.metrics.calibration.ReliabilityCurve;
import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.metrics.curve.RocCurve;
import io.github.tiercel.metrics.ranking.FirstRelevant;
import io.github.tiercel.metrics.ranking.QueryHistogram;
import io.github.tiercel.metrics.regression.ErrorCurve;
import io.github.tiercel.metrics.regression.ResidualBin;
import io.github.tiercel.metrics.regression.ResidualHistogram;
import io.github.tiercel.metrics.regression.Residuals;
import io.github.tiercel.result.ClassCurve;
import io.github.tiercel.result.CutPoint;
import io.github.tiercel.result.RankingFindings;
import java.util.List;
import java.util.Optional;

/** What is drawn of classes, numbers and rankings, written by hand. The numbers are made up. */
final class HandMadePanels {

    private HandMadePanels() {}

    /** Three curves of four classes: an absent one has none. */
    static List<ClassCurve> curves() {
        return List.of(curve("on time", 0.78, 0.7), curve("late", 0.71, 0.6), curve("cancelled", 0.93, 0.95));
    }

    private static ClassCurve curve(String name, double auc, double height) {
        return new ClassCurve(
                name,
                auc,
                new RocCurve(List.of(
                        new CurvePoint(Double.POSITIVE_INFINITY, 0, 0),
                        new CurvePoint(0.4, 0.1, height),
                        new CurvePoint(0.01, 1, 1))));
    }

    static ReliabilityCurve calibration() {
        return new ReliabilityCurve(List.of(
                new ReliabilityBin(0.3, 0.6, 0.51, 0.46, 39_000, 39_000, new Interval(0.455, 0.465, 0.95, "wilson")),
                new ReliabilityBin(0.6, 0.99, 0.84, 0.83, 39_543, 39_543, new Interval(0.826, 0.834, 0.95, "wilson"))));
    }

    /** Three bins, one of a single row. */
    static Residuals residuals() {
        return new Residuals(
                List.of(
                        bin(2, 3.5, Optional.of(new Interval(3.4, 3.6, 0.95, "student-t")), 40_000),
                        bin(10, 12.25, Optional.of(new Interval(11.75, 12.75, 0.95, "student-t")), 38_542),
                        bin(80, 120, Optional.empty(), 1)),
                new ResidualHistogram(-30, 90, 700, List.of(12_000.0, 50_000.0, 13_000.0, 2_000.0), 843),
                new ErrorCurve(List.of(
                        new ErrorCurve.Point(0, 0.02),
                        new ErrorCurve.Point(7.5, 0.5),
                        new ErrorCurve.Point(31, 0.9),
                        new ErrorCurve.Point(95, 0.99),
                        new ErrorCurve.Point(1_400, 1))));
    }

    private static ResidualBin bin(double predicted, double observed, Optional<Interval> interval, int rows) {
        return new ResidualBin(
                predicted - 1,
                predicted + 1,
                predicted,
                observed,
                interval,
                -predicted,
                observed - predicted,
                3 * observed,
                rows,
                rows);
    }

    /** A thousand queries, 23 of them without a relevant row, none with more than four. */
    static RankingFindings ranking() {
        return new RankingFindings(
                1_000,
                23,
                List.of(point(1, 0.52, 0.03), point(2, 0.58, 0.025), point(3, 0.6, 0.02), point(4, 0.66, 0.02)),
                Optional.of(new QueryHistogram(List.of(100.0, 77.0, 200.0, 600.0))),
                Optional.of(new FirstRelevant(List.of(520.0, 220.5, 110.5, 26.0), 100, 23)));
    }

    private static CutPoint point(int k, double value, double margin) {
        return new CutPoint(k, value, Optional.of(new Interval(value - margin, value + margin, 0.95, "influence-t")));
    }
}
