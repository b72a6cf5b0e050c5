package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.ScoreGroups;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.BinaryValues;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.calibration.Binning;
import io.github.tiercel.metrics.calibration.ReliabilityCurve;
import io.github.tiercel.metrics.curve.PrecisionRecallCurve;
import io.github.tiercel.metrics.curve.RocCurve;
import io.github.tiercel.metrics.curve.ScoreHistogram;
import io.github.tiercel.metrics.interval.CurveBands;
import io.github.tiercel.metrics.registry.MetricRegistry;
import io.github.tiercel.metrics.threshold.CrossFittedThreshold;
import io.github.tiercel.metrics.threshold.ThresholdRule;
import io.github.tiercel.result.BaselineResult;
import io.github.tiercel.result.BestThreshold;
import io.github.tiercel.result.BinaryFindings;
import io.github.tiercel.result.Curves;
import io.github.tiercel.result.Support;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Yes or no: a confusion matrix at the threshold, the best threshold, curves. */
record BinaryKind(MetricRegistry<BinaryPredictions> registry) implements TaskKind<BinaryPredictions> {

    /** More points than this do not show on any screen. */
    private static final int CURVE_POINTS = 512;

    @Override
    public Class<BinaryPredictions> reads() {
        return BinaryPredictions.class;
    }

    @Override
    public Metric<BinaryPredictions> at(Metric<BinaryPredictions> metric, double threshold) {
        return BinaryMetrics.at(metric, threshold);
    }

    @Override
    public boolean areProbabilities(BinaryPredictions predictions) {
        return predictions.areProbabilities();
    }

    @Override
    public Map<String, Value> values(List<Metric<BinaryPredictions>> metrics, BinaryPredictions predictions) {
        return BinaryValues.of(metrics, predictions);
    }

    @Override
    public boolean sameScores(BinaryPredictions one, BinaryPredictions other, int row) {
        return one.score(row) == other.score(row);
    }

    @Override
    public Support support(BinaryPredictions predictions) {
        return new Support(Support.Unit.POSITIVES, predictions.positives());
    }

    @Override
    public BinaryFindings bare(BinaryPredictions predictions) {
        return BinaryFindings.of(predictions.positives());
    }

    @Override
    public BinaryFindings findings(
            Contender<BinaryPredictions> model,
            Map<String, Estimate> metrics,
            Estimates<BinaryPredictions> estimates,
            Units units) {
        BinaryPredictions predictions = model.predictions();
        double level = estimates.settings().level();
        Optional<Curves> curves = curves(predictions.groups());
        return new BinaryFindings(
                predictions.positives(),
                confusion(predictions, estimates.settings().threshold()),
                bestThreshold(predictions, metrics, units),
                units.ofSample() ? curves : curves.map(bare -> banded(bare, predictions, units, level)),
                calibration(predictions, estimates),
                ScoreHistogram.of(predictions.groups(), predictions.areProbabilities()));
    }

    @Override
    public BaselineResult drawn(
            BaselineResult baseline, BinaryPredictions predictions, Estimates<BinaryPredictions> estimates) {
        return baseline.withCurves(curves(predictions.groups()), calibration(predictions, estimates));
    }

    private static Optional<ReliabilityCurve> calibration(
            BinaryPredictions predictions, Estimates<BinaryPredictions> estimates) {
        return estimates.ofSample()
                ? Optional.empty()
                : ReliabilityCurve.of(
                        predictions,
                        Binning.equalMass(Binning.DEFAULT_BINS),
                        estimates.settings().level());
    }

    private static Curves banded(Curves bare, BinaryPredictions predictions, Units units, double level) {
        CurveBands rows = CurveBands.of(predictions.groups(), level);
        CurveBands bands = units.set().isClustered()
                ? rows.withAtMost(units.with(predictions, true), units.with(predictions, false))
                : rows;
        return new Curves(
                bare.roc(),
                Optional.of(bands.simultaneous(bare.roc())),
                bare.precisionRecall(),
                Optional.of(bands.simultaneous(bare.precisionRecall())));
    }

    @Override
    public void notice(
            Notices notices,
            Contender<BinaryPredictions> model,
            Map<String, Estimate> metrics,
            Settings<BinaryPredictions> settings) {
        new BinaryNotices(notices, model.predictions(), metrics).add(settings.metrics());
    }

    private static Optional<ConfusionMatrix> confusion(BinaryPredictions predictions, double threshold) {
        return predictions.areProbabilities()
                ? Optional.of(ConfusionMatrix.at(predictions, threshold))
                : Optional.empty();
    }

    private static Optional<BestThreshold> bestThreshold(
            BinaryPredictions predictions, Map<String, Estimate> metrics, Units units) {
        Optional<Estimate> estimate = Optional.ofNullable(metrics.get(BinaryMetrics.BEST_F1.name()));
        return estimate.flatMap(asked -> BinaryMetrics.BEST_F1.choose(predictions.groups()))
                .map(choice -> new BestThreshold(
                        choice.threshold(),
                        choice.value(),
                        units.ofSample() ? OptionalDouble.empty() : crossFitted(predictions, units),
                        estimate.flatMap(Estimate::bootstrap).map(BootstrapInterval::interval)));
    }

    private static OptionalDouble crossFitted(BinaryPredictions predictions, Units units) {
        return CrossFittedThreshold.of(
                        ThresholdRule.fBeta(1),
                        predictions,
                        units.set()::unitKey,
                        units.set().seed())
                .filter(fitted -> fitted.crossFitted().isDefined())
                .map(fitted -> OptionalDouble.of(fitted.crossFitted().orNaN()))
                .orElse(OptionalDouble.empty());
    }

    private static Optional<Curves> curves(ScoreGroups groups) {
        return RocCurve.of(groups, CURVE_POINTS)
                .flatMap(roc -> PrecisionRecallCurve.of(groups, CURVE_POINTS).map(pr -> Curves.of(roc, pr)));
    }
}
