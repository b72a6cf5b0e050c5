package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.CompensatedSum;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.registry.MetricRegistry;
import io.github.tiercel.metrics.regression.Residuals;
import io.github.tiercel.result.RegressionFindings;
import io.github.tiercel.result.Support;
import java.util.Map;
import java.util.function.IntToDoubleFunction;

/** A number: how the labels are spread, against which errors are to be read, and where errors are. */
record RegressionKind(MetricRegistry<RegressionPredictions> registry) implements TaskKind<RegressionPredictions> {

    @Override
    public Class<RegressionPredictions> reads() {
        return RegressionPredictions.class;
    }

    @Override
    public boolean sameScores(RegressionPredictions one, RegressionPredictions other, int row) {
        return one.predicted(row) == other.predicted(row);
    }

    @Override
    public Support support(RegressionPredictions predictions) {
        return new Support(Support.Unit.ROWS, predictions.weightedRows());
    }

    @Override
    public RegressionFindings bare(RegressionPredictions predictions) {
        double mean = mean(predictions, predictions::label);
        double variance = mean(predictions, row -> square(predictions.label(row) - mean));
        return RegressionFindings.of(mean, Math.sqrt(variance));
    }

    @Override
    public RegressionFindings findings(
            Contender<RegressionPredictions> model,
            Map<String, Estimate> metrics,
            Estimates<RegressionPredictions> estimates,
            Units units) {
        RegressionPredictions predictions = model.predictions();
        RegressionFindings labels = bare(predictions);
        return estimates.ofSample()
                ? labels
                : new RegressionFindings(
                        labels.labelMean(),
                        labels.labelDeviation(),
                        Residuals.of(predictions, estimates.settings().level()));
    }

    private static double mean(RegressionPredictions predictions, IntToDoubleFunction ofRow) {
        CompensatedSum sum = new CompensatedSum();
        CompensatedSum total = new CompensatedSum();
        for (int row = 0; row < predictions.rows(); row++) {
            double weight = predictions.weight(row);
            if (weight > 0) {
                sum.add(weight * ofRow.applyAsDouble(row));
                total.add(weight);
            }
        }
        return sum.value() / total.value();
    }

    private static double square(double x) {
        return x * x;
    }

    @Override
    public void notice(
            Notices notices,
            Contender<RegressionPredictions> model,
            Map<String, Estimate> metrics,
            Settings<RegressionPredictions> settings) {
        new RegressionNotices(notices, model.predictions(), metrics).add();
    }
}
