package io.github.tiercel.report;

import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.calibration.ReliabilityBin;
import io.github.tiercel.metrics.calibration.ReliabilityCurve;
import io.github.tiercel.metrics.curve.BandPoint;
import io.github.tiercel.metrics.curve.CurveBand;
import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.metrics.curve.ScoreHistogram;
import io.github.tiercel.metrics.multiclass.ConfusionTable;
import io.github.tiercel.result.BestThreshold;
import io.github.tiercel.result.BinaryFindings;
import io.github.tiercel.result.ClassResult;
import io.github.tiercel.result.Curves;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.RankingFindings;
import io.github.tiercel.result.RegressionFindings;
import io.github.tiercel.result.Support;
import io.github.tiercel.result.TaskFindings;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The keys that are particular to the task of a model. */
final class FindingsJson {

    private final JsonSink json;
    private final EstimateJson estimates;
    private final PanelsJson panels;

    FindingsJson(JsonSink json, EstimateJson estimates) {
        this.json = json;
        this.estimates = estimates;
        this.panels = new PanelsJson(json, estimates);
    }

    /** Writes what stands beside the number of rows: what they are made of. */
    void evidence(TaskFindings findings) throws IOException {
        if (findings instanceof BinaryFindings binary) {
            json.count("positives", binary.positives());
        } else if (findings instanceof MulticlassFindings multiclass) {
            json.names("classes", names(multiclass));
        } else if (findings instanceof RegressionFindings regression) {
            json.object("labels", () -> labels(regression));
        } else if (findings instanceof RankingFindings ranking) {
            json.count("queries", ranking.queries());
            json.count("queries_without_relevant", ranking.withoutRelevant());
        }
    }

    /** Writes what stands behind the metrics: what they were made from. */
    void details(TaskFindings findings) throws IOException {
        if (findings instanceof BinaryFindings binary) {
            json.object("confusion", binary.confusion(), this::outcomes);
            json.object("thresholds", binary.thresholds(), this::thresholds);
            json.object("curves", binary.curves(), this::curves);
            json.object("calibration", binary.calibration(), this::calibration);
            json.object("score_histogram", binary.histogram(), this::histogram);
        } else if (findings instanceof MulticlassFindings multiclass) {
            json.members("per_class", byName(multiclass), this::ofClass);
            json.object("confusion", () -> confusion(multiclass.confusion()));
            panels.classCurves(multiclass.curves());
            json.object("calibration", multiclass.calibration(), this::calibration);
        } else if (findings instanceof RegressionFindings regression) {
            json.object("residuals", regression.residuals(), panels::residuals);
        } else if (findings instanceof RankingFindings ranking) {
            panels.ranking(ranking);
        }
    }

    /** Writes how much evidence a slice holds; nothing where that is its rows. */
    void support(Support support) throws IOException {
        switch (support.unit()) {
            case POSITIVES -> json.count("positives", support.count());
            case RAREST_CLASS -> json.count("rarest_class", support.count());
            case QUERIES -> json.count("queries", support.count());
            case ROWS -> {}
        }
    }

    private static List<String> names(MulticlassFindings findings) {
        return findings.classes().stream().map(ClassResult::name).toList();
    }

    private static Map<String, ClassResult> byName(MulticlassFindings findings) {
        Map<String, ClassResult> named = new LinkedHashMap<>();
        findings.classes().forEach(ofClass -> named.put(ofClass.name(), ofClass));
        return named;
    }

    private void labels(RegressionFindings regression) throws IOException {
        json.number("mean", regression.labelMean());
        json.number("deviation", regression.labelDeviation());
    }

    private void ofClass(ClassResult found) throws IOException {
        json.count("rows", found.rows());
        for (var metric : found.metrics().entrySet()) {
            json.object(metric.getKey(), () -> estimates.write(metric.getValue()));
        }
    }

    private void confusion(ConfusionTable table) throws IOException {
        json.names("classes", table.classes());
        int classes = table.classes().size();
        json.grid("weights", classes, classes, table::weight);
    }

    private void outcomes(ConfusionMatrix matrix) throws IOException {
        json.number("threshold", matrix.threshold());
        json.number("true_positives", matrix.truePositives());
        json.number("false_positives", matrix.falsePositives());
        json.number("false_negatives", matrix.falseNegatives());
        json.number("true_negatives", matrix.trueNegatives());
    }

    private void thresholds(BestThreshold best) throws IOException {
        json.object("best_f1", () -> {
            json.number("threshold", best.threshold());
            json.number("value", best.value());
            json.number("cross_fitted", best.crossFitted());
            json.optional(best.interval(), estimates::write);
        });
    }

    void curves(Curves curves) throws IOException {
        json.object("roc", () -> {
            curve(curves.roc().points(), "fpr", "tpr");
            json.object("band", curves.rocBand(), band -> band(band, "fpr", "tpr"));
        });
        json.object("pr", () -> {
            curve(curves.precisionRecall().points(), "recall", "precision");
            json.object("band", curves.precisionRecallBand(), band -> band(band, "recall", "precision"));
        });
    }

    private void band(CurveBand band, String x, String y) throws IOException {
        json.number("level", band.level());
        json.text("method", band.method());
        json.numbers("threshold", band.points(), BandPoint::threshold);
        json.numbers(x + "_lower", band.points(), BandPoint::xLower);
        json.numbers(x + "_upper", band.points(), BandPoint::xUpper);
        json.numbers(y + "_lower", band.points(), BandPoint::yLower);
        json.numbers(y + "_upper", band.points(), BandPoint::yUpper);
    }

    void calibration(ReliabilityCurve curve) throws IOException {
        List<ReliabilityBin> bins = curve.bins();
        json.number("level", bins.get(0).interval().level());
        json.numbers("lowest", bins, ReliabilityBin::lowest);
        json.numbers("highest", bins, ReliabilityBin::highest);
        json.numbers("predicted", bins, ReliabilityBin::predicted);
        json.numbers("observed", bins, ReliabilityBin::observed);
        json.numbers("lower", bins, bin -> bin.interval().lower());
        json.numbers("upper", bins, bin -> bin.interval().upper());
        json.numbers("weight", bins, ReliabilityBin::weight);
        json.counts("rows", bins, ReliabilityBin::rows);
    }

    private void histogram(ScoreHistogram histogram) throws IOException {
        json.number("lowest", histogram.lowest());
        json.number("highest", histogram.highest());
        json.numbers("positives", histogram.positives(), weight -> weight);
        json.numbers("negatives", histogram.negatives(), weight -> weight);
    }

    private void curve(List<CurvePoint> points, String x, String y) throws IOException {
        json.numbers("threshold", points, CurvePoint::threshold);
        json.numbers(x, points, CurvePoint::x);
        json.numbers(y, points, CurvePoint::y);
    }
}
