package io.github.tiercel.report;

import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.calibration.ReliabilityBin;
import io.github.tiercel.metrics.calibration.ReliabilityCurve;
import io.github.tiercel.metrics.curve.BandPoint;
import io.github.tiercel.metrics.curve.CurveBand;
import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.metrics.curve.PrecisionRecallCurve;
import io.github.tiercel.metrics.curve.RocCurve;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Reads what is particular to the task of a model, as {@link FindingsJson} writes it. */
final class FindingsReader {

    private static final String THRESHOLD = "threshold";
    private static final List<String> RATES = List.of("precision", "recall", "f1");

    private FindingsReader() {}

    static TaskFindings findings(JsonSource json) {
        return switch (json.text("task")) {
            case "binary" -> binary(json);
            case "multiclass" -> multiclass(json);
            case "regression" -> regression(json);
            case "ranking" -> PanelsReader.ranking(json);
            default ->
                throw json.wrong(
                        "task",
                        "is \"" + json.text("task") + "\" instead of binary, multiclass, regression or ranking");
        };
    }

    /** {@return how much evidence a slice holds, in what the task counts} */
    static Support support(JsonSource slice, TaskFindings findings) {
        if (findings instanceof BinaryFindings) {
            return new Support(Support.Unit.POSITIVES, slice.count("positives"));
        }
        if (findings instanceof MulticlassFindings) {
            return new Support(Support.Unit.RAREST_CLASS, slice.count("rarest_class"));
        }
        return findings instanceof RankingFindings
                ? new Support(Support.Unit.QUERIES, slice.count("queries"))
                : new Support(Support.Unit.ROWS, slice.count("rows"));
    }

    private static BinaryFindings binary(JsonSource json) {
        return new BinaryFindings(
                json.count("positives"),
                json.maybeObject("confusion", FindingsReader::outcomes),
                json.maybeObject("thresholds", FindingsReader::thresholds)
                        .flatMap(found -> found.stream().findFirst()),
                json.maybeObject("curves", FindingsReader::curves),
                json.maybeObject("calibration", FindingsReader::calibration),
                json.maybeObject("score_histogram", FindingsReader::histogram));
    }

    private static RegressionFindings regression(JsonSource json) {
        RegressionFindings labels = json.object("labels", FindingsReader::labels);
        return new RegressionFindings(
                labels.labelMean(), labels.labelDeviation(), json.maybeObject("residuals", PanelsReader::residuals));
    }

    private static RegressionFindings labels(JsonSource labels) {
        return RegressionFindings.of(labels.number("mean", Double.NaN), labels.number("deviation", Double.NaN));
    }

    private static ConfusionMatrix outcomes(JsonSource json) {
        return new ConfusionMatrix(
                json.number(THRESHOLD, Double.POSITIVE_INFINITY),
                json.number("true_positives", Double.NaN),
                json.number("false_positives", Double.NaN),
                json.number("false_negatives", Double.NaN),
                json.number("true_negatives", Double.NaN));
    }

    /** {@return the threshold with the largest F1, if it is there} */
    private static List<BestThreshold> thresholds(JsonSource json) {
        return json.maybeObject("best_f1", FindingsReader::bestF1).stream().toList();
    }

    private static BestThreshold bestF1(JsonSource json) {
        return new BestThreshold(
                json.number(THRESHOLD, Double.POSITIVE_INFINITY),
                json.number("value", Double.NaN),
                json.maybeNumber("cross_fitted", Double.NaN),
                EstimateReader.maybeInterval(json));
    }

    static Curves curves(JsonSource json) {
        JsonSource roc = json.object("roc");
        JsonSource pr = json.object("pr");
        return new Curves(
                new RocCurve(points(roc, "fpr", "tpr")),
                roc.maybeObject("band", band -> band(band, "fpr", "tpr")),
                new PrecisionRecallCurve(points(pr, "recall", "precision")),
                pr.maybeObject("band", band -> band(band, "recall", "precision")));
    }

    static List<CurvePoint> points(JsonSource curve, String x, String y) {
        double[] thresholds = curve.numbers(THRESHOLD, Double.POSITIVE_INFINITY);
        double[] xs = numbers(curve, x, thresholds.length);
        double[] ys = numbers(curve, y, thresholds.length);
        return list(thresholds.length, i -> new CurvePoint(thresholds[i], xs[i], ys[i]));
    }

    /** The bands of results hold at all thresholds at once. */
    private static CurveBand band(JsonSource band, String x, String y) {
        double[] thresholds = band.numbers(THRESHOLD, Double.POSITIVE_INFINITY);
        double[] xLower = numbers(band, x + "_lower", thresholds.length);
        double[] xUpper = numbers(band, x + "_upper", thresholds.length);
        double[] yLower = numbers(band, y + "_lower", thresholds.length);
        double[] yUpper = numbers(band, y + "_upper", thresholds.length);
        return new CurveBand(
                list(thresholds.length, i -> new BandPoint(thresholds[i], xLower[i], xUpper[i], yLower[i], yUpper[i])),
                band.number("level", Double.NaN),
                true,
                band.text("method"));
    }

    static ReliabilityCurve calibration(JsonSource json) {
        double level = json.number("level", Double.NaN);
        double[] lowest = json.numbers("lowest", Double.NaN);
        double[] highest = numbers(json, "highest", lowest.length);
        double[] predicted = numbers(json, "predicted", lowest.length);
        double[] observed = numbers(json, "observed", lowest.length);
        double[] lower = numbers(json, "lower", lowest.length);
        double[] upper = numbers(json, "upper", lowest.length);
        double[] weight = numbers(json, "weight", lowest.length);
        List<Integer> rows = json.counts("rows");
        requireLength(json, "rows", rows.size(), lowest.length);
        return new ReliabilityCurve(list(
                lowest.length,
                i -> new ReliabilityBin(
                        lowest[i],
                        highest[i],
                        predicted[i],
                        observed[i],
                        weight[i],
                        rows.get(i),
                        new Interval(lower[i], upper[i], level, "wilson"))));
    }

    private static ScoreHistogram histogram(JsonSource json) {
        double[] positives = json.numbers("positives", Double.NaN);
        double[] negatives = numbers(json, "negatives", positives.length);
        return new ScoreHistogram(
                json.number("lowest", Double.NaN),
                json.number("highest", Double.NaN),
                list(positives.length, i -> positives[i]),
                list(negatives.length, i -> negatives[i]));
    }

    private static MulticlassFindings multiclass(JsonSource json) {
        JsonSource perClass = json.object("per_class");
        List<ClassResult> classes = json.names("classes").stream()
                .map(name -> perClass.object(name, ofClass -> ofClass(name, ofClass)))
                .toList();
        return new MulticlassFindings(
                classes,
                json.object("confusion", FindingsReader::confusion),
                PanelsReader.classCurves(json),
                json.maybeObject("calibration", FindingsReader::calibration));
    }

    private static ClassResult ofClass(String name, JsonSource json) {
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        RATES.stream()
                .filter(json::has)
                .forEach(rate -> metrics.put(
                        rate, json.object(rate, metric -> EstimateReader.estimate(rate + "[" + name + "]", metric))));
        return new ClassResult(name, json.count("rows"), metrics);
    }

    private static ConfusionTable confusion(JsonSource json) {
        List<String> classes = json.names("classes");
        List<double[]> grid = json.grid("weights", Double.NaN);
        requireLength(json, "weights", grid.size(), classes.size());
        double[] weights = new double[classes.size() * classes.size()];
        for (int label = 0; label < grid.size(); label++) {
            double[] row = grid.get(label);
            requireLength(json, "weights[" + label + "]", row.length, classes.size());
            System.arraycopy(row, 0, weights, label * classes.size(), row.length);
        }
        return ConfusionTable.of(classes, weights);
    }

    static double[] numbers(JsonSource json, String name, int length) {
        double[] numbers = json.numbers(name, Double.NaN);
        requireLength(json, name, numbers.length, length);
        return numbers;
    }

    private static void requireLength(JsonSource json, String name, int length, int wanted) {
        if (length != wanted) {
            throw json.wrong(name, "must have " + wanted + " entries, got " + length);
        }
    }

    static <T> List<T> list(int size, IntFunction<T> item) {
        List<T> list = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            list.add(item.apply(i));
        }
        return list;
    }
}
