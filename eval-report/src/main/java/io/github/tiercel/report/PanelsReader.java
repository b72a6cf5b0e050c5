package io.github.tiercel.report;

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
import java.util.Arrays;
import java.util.List;

/** Reads what is behind the pictures of classes, numbers and rankings, as {@link PanelsJson} writes it. */
final class PanelsReader {

    private static final String WEIGHTS = "weights";

    private PanelsReader() {}

    static List<ClassCurve> classCurves(JsonSource json) {
        return json.has("class_curves") ? json.objects("class_curves", PanelsReader::classCurve) : List.of();
    }

    private static ClassCurve classCurve(JsonSource json) {
        return new ClassCurve(
                json.text("class"),
                json.number("auc", Double.NaN),
                new RocCurve(FindingsReader.points(json, "fpr", "tpr")));
    }

    static Residuals residuals(JsonSource json) {
        return new Residuals(
                json.objects("bins", PanelsReader::bin),
                json.object("histogram", PanelsReader::residualHistogram),
                json.object("absolute", PanelsReader::absolute));
    }

    private static ResidualBin bin(JsonSource json) {
        return new ResidualBin(
                json.number("lowest", Double.NaN),
                json.number("highest", Double.NaN),
                json.number("predicted", Double.NaN),
                json.number("observed", Double.NaN),
                EstimateReader.maybeInterval(json),
                json.number("tenth", Double.NaN),
                json.number("median", Double.NaN),
                json.number("ninetieth", Double.NaN),
                json.number("weight", Double.NaN),
                json.count("rows"));
    }

    private static ResidualHistogram residualHistogram(JsonSource json) {
        return new ResidualHistogram(
                json.number("lowest", Double.NaN),
                json.number("highest", Double.NaN),
                json.number("below", Double.NaN),
                weights(json),
                json.number("above", Double.NaN));
    }

    private static ErrorCurve absolute(JsonSource json) {
        double[] errors = json.numbers("error", Double.NaN);
        double[] shares = FindingsReader.numbers(json, "share", errors.length);
        return new ErrorCurve(FindingsReader.list(errors.length, i -> new ErrorCurve.Point(errors[i], shares[i])));
    }

    static RankingFindings ranking(JsonSource json) {
        return new RankingFindings(
                json.count("queries"),
                json.count("queries_without_relevant"),
                json.has("ndcg_by_k") ? json.objects("ndcg_by_k", PanelsReader::point) : List.of(),
                json.maybeObject("ndcg_histogram", histogram -> new QueryHistogram(weights(histogram))),
                json.maybeObject("first_relevant", PanelsReader::firstRelevant));
    }

    private static CutPoint point(JsonSource json) {
        return new CutPoint(json.count("k"), json.number("value", Double.NaN), EstimateReader.maybeInterval(json));
    }

    private static FirstRelevant firstRelevant(JsonSource json) {
        return new FirstRelevant(weights(json), json.number("later", Double.NaN), json.number("never", Double.NaN));
    }

    private static List<Double> weights(JsonSource json) {
        return Arrays.stream(json.numbers(WEIGHTS, Double.NaN)).boxed().toList();
    }
}
