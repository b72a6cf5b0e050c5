package io.github.tiercel.report;

import io.github.tiercel.metrics.curve.CurvePoint;
import io.github.tiercel.metrics.ranking.FirstRelevant;
import io.github.tiercel.metrics.ranking.QueryHistogram;
import io.github.tiercel.metrics.regression.ErrorCurve;
import io.github.tiercel.metrics.regression.ResidualBin;
import io.github.tiercel.metrics.regression.ResidualHistogram;
import io.github.tiercel.metrics.regression.Residuals;
import io.github.tiercel.result.ClassCurve;
import io.github.tiercel.result.CutPoint;
import io.github.tiercel.result.RankingFindings;
import java.io.IOException;
import java.util.List;

/** The keys behind the pictures of classes, numbers and rankings. */
final class PanelsJson {

    private final JsonSink json;
    private final EstimateJson estimates;

    PanelsJson(JsonSink json, EstimateJson estimates) {
        this.json = json;
        this.estimates = estimates;
    }

    void classCurves(List<ClassCurve> curves) throws IOException {
        if (!curves.isEmpty()) {
            json.objects("class_curves", curves, this::classCurve);
        }
    }

    private void classCurve(ClassCurve curve) throws IOException {
        List<CurvePoint> points = curve.roc().points();
        json.text("class", curve.name());
        json.number("auc", curve.auc());
        json.numbers("threshold", points, CurvePoint::threshold);
        json.numbers("fpr", points, CurvePoint::x);
        json.numbers("tpr", points, CurvePoint::y);
    }

    void residuals(Residuals residuals) throws IOException {
        json.objects("bins", residuals.bins(), this::bin);
        json.object("histogram", () -> histogram(residuals.histogram()));
        json.object("absolute", () -> {
            json.numbers("error", residuals.absolute().points(), ErrorCurve.Point::error);
            json.numbers("share", residuals.absolute().points(), ErrorCurve.Point::share);
        });
    }

    private void bin(ResidualBin bin) throws IOException {
        json.number("lowest", bin.lowest());
        json.number("highest", bin.highest());
        json.number("predicted", bin.predicted());
        json.number("observed", bin.observed());
        json.optional(bin.interval(), estimates::write);
        json.number("tenth", bin.tenth());
        json.number("median", bin.median());
        json.number("ninetieth", bin.ninetieth());
        json.number("weight", bin.weight());
        json.count("rows", bin.rows());
    }

    private void histogram(ResidualHistogram histogram) throws IOException {
        json.number("lowest", histogram.lowest());
        json.number("highest", histogram.highest());
        json.number("below", histogram.below());
        json.numbers("weights", histogram.weights(), weight -> weight);
        json.number("above", histogram.above());
    }

    void ranking(RankingFindings ranking) throws IOException {
        if (!ranking.ndcg().isEmpty()) {
            json.objects("ndcg_by_k", ranking.ndcg(), this::point);
        }
        json.object("ndcg_histogram", ranking.histogram(), this::histogram);
        json.object("first_relevant", ranking.firstRelevant(), this::firstRelevant);
    }

    private void point(CutPoint point) throws IOException {
        json.count("k", point.k());
        json.number("value", point.value());
        json.optional(point.interval(), estimates::write);
    }

    private void histogram(QueryHistogram histogram) throws IOException {
        json.numbers("weights", histogram.weights(), weight -> weight);
    }

    private void firstRelevant(FirstRelevant first) throws IOException {
        json.numbers("weights", first.weights(), weight -> weight);
        json.number("later", first.later());
        json.number("never", first.never());
    }
}
