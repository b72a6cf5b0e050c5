package io.github.tiercel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.ReferenceTable.Row;
import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.metrics.curve.DetCurve;
import io.github.tiercel.metrics.curve.PrecisionRecallCurve;
import io.github.tiercel.metrics.curve.RocCurve;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Curves are those of scikit-learn, but for the conventional points without a threshold. */
class CurveReferenceTest {

    private static final int ALL = Integer.MAX_VALUE;

    static Collection<List<Row>> roc() {
        return curves("roc_curve.csv");
    }

    static Collection<List<Row>> precisionRecall() {
        return curves("pr_curve.csv");
    }

    static Collection<List<Row>> det() {
        return curves("det_curve.csv");
    }

    @ParameterizedTest
    @MethodSource
    void roc(List<Row> expected) {
        List<CurvePoint> points =
                RocCurve.of(predictions(expected).groups(), ALL).orElseThrow().points();
        assertEquals(new CurvePoint(Double.POSITIVE_INFINITY, 0, 0), points.get(0));
        check(expected, "fpr", "tpr", points.subList(1, points.size()));
    }

    @ParameterizedTest
    @MethodSource
    void precisionRecall(List<Row> expected) {
        List<CurvePoint> points = PrecisionRecallCurve.of(predictions(expected).groups(), ALL)
                .orElseThrow()
                .points();
        check(expected, "recall", "precision", points);
    }

    /** scikit-learn leaves out points at both ends, so its points are a run of ours. */
    @ParameterizedTest
    @MethodSource("det")
    void detectionErrorTradeOff(List<Row> expected) {
        List<CurvePoint> points =
                DetCurve.of(predictions(expected).groups(), ALL).orElseThrow().points();
        assertEquals(new CurvePoint(Double.POSITIVE_INFINITY, 0, 1), points.get(0));
        int first = points.stream().map(CurvePoint::threshold).toList().indexOf(highest(expected));
        check(expected, "fpr", "fnr", points.subList(first, first + expected.size()));
    }

    private static double highest(List<Row> curve) {
        return curve.get(0).number("threshold");
    }

    private static void check(List<Row> expected, String x, String y, List<CurvePoint> points) {
        assertEquals(expected.size(), points.size());
        for (int i = 0; i < points.size(); i++) {
            Row row = expected.get(i);
            assertEquals(row.number("threshold"), points.get(i).threshold());
            assertEquals(row.number(x), points.get(i).x(), row.number("tolerance"));
            assertEquals(row.number(y), points.get(i).y(), row.number("tolerance"));
        }
    }

    private static BinaryPredictions predictions(List<Row> curve) {
        return curve.get(0).predictions();
    }

    private static Collection<List<Row>> curves(String file) {
        Map<String, List<Row>> curves = new LinkedHashMap<>();
        for (Row row : ReferenceTable.read(file).rows()) {
            curves.computeIfAbsent(row.toString(), name -> new ArrayList<>()).add(row);
        }
        return curves.values();
    }
}
