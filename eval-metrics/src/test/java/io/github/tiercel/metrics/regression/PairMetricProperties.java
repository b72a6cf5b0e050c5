package io.github.tiercel.metrics.regression;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Concordance, Kendall's tau and Spearman's correlation read the order of numbers and equal counting all pairs. */
class PairMetricProperties {

    private static final double TOLERANCE = 1e-12;

    @Provide
    Arbitrary<Metric<RegressionPredictions>> rankMetrics() {
        return Arbitraries.of(RegressionMetrics.CONCORDANCE, RegressionMetrics.KENDALL, RegressionMetrics.SPEARMAN);
    }

    @Provide
    Arbitrary<RegressionPredictions> predictions() {
        return RandomRegression.any();
    }

    @Property(seed = "42")
    void concordanceAndTauCountPairs(@ForAll("predictions") RegressionPredictions predictions) {
        double signs = 0;
        double byLabel = 0;
        double byPrediction = 0;
        for (int i = 0; i < predictions.rows(); i++) {
            for (int j = 0; j < i; j++) {
                double pair = predictions.weight(i) * predictions.weight(j);
                double label = Math.signum(predictions.label(i) - predictions.label(j));
                double predicted = Math.signum(predictions.predicted(i) - predictions.predicted(j));
                signs += pair * label * predicted;
                byLabel += pair * Math.abs(label);
                byPrediction += pair * Math.abs(predicted);
            }
        }
        // 0 / 0 is NaN, which stands for an undefined value here.
        assertEquals((1 + signs / byLabel) / 2, number(RegressionMetrics.CONCORDANCE, predictions), TOLERANCE);
        assertEquals(
                signs / Math.sqrt(byLabel * byPrediction), number(RegressionMetrics.KENDALL, predictions), TOLERANCE);
    }

    @Property(seed = "42")
    void spearmanIsTheCorrelationOfRanks(@ForAll("predictions") RegressionPredictions predictions) {
        double[] labels = ranks(predictions, predictions::label);
        double[] predicted = ranks(predictions, predictions::predicted);
        double joint = moment(predictions, labels, predicted);
        double margins = moment(predictions, labels, labels) * moment(predictions, predicted, predicted);
        assertEquals(joint / Math.sqrt(margins), number(RegressionMetrics.SPEARMAN, predictions), TOLERANCE);
    }

    @Property(seed = "42")
    void increasingMapsGiveTheSameBits(
            @ForAll("rankMetrics") Metric<RegressionPredictions> metric,
            @ForAll("predictions") RegressionPredictions predictions) {
        RegressionPredictions mapped = RandomRegression.map(
                predictions, row -> Math.cbrt(predictions.label(row)), row -> 8 * predictions.predicted(row) - 3);
        assertEquals(metric.value(predictions), metric.value(mapped));
    }

    @Property(seed = "42")
    void negatedPredictionsReverseTheValue(
            @ForAll("rankMetrics") Metric<RegressionPredictions> metric,
            @ForAll("predictions") RegressionPredictions predictions) {
        RegressionPredictions negated =
                RandomRegression.map(predictions, predictions::label, row -> -predictions.predicted(row));
        double sum = metric.range().lower() + metric.range().upper();
        assertEquals(sum - number(metric, predictions), number(metric, negated), TOLERANCE);
    }

    @Property(seed = "42")
    void labelsAndPredictionsMayChangePlacesInCorrelations(@ForAll("predictions") RegressionPredictions predictions) {
        RegressionPredictions swapped = RandomRegression.map(predictions, predictions::predicted, predictions::label);
        assertEquals(
                number(RegressionMetrics.KENDALL, predictions), number(RegressionMetrics.KENDALL, swapped), TOLERANCE);
        assertEquals(
                number(RegressionMetrics.SPEARMAN, predictions),
                number(RegressionMetrics.SPEARMAN, swapped),
                TOLERANCE);
    }

    @Property(seed = "42")
    void concordanceOfYesOrNoLabelsIsTheAreaUnderTheRocCurve(@ForAll("predictions") RegressionPredictions predictions) {
        boolean[] labels = new boolean[predictions.rows()];
        double[] scores = new double[predictions.rows()];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = predictions.label(row) > 1;
            scores[row] = predictions.predicted(row);
        }
        Value auc = BinaryMetrics.ROC_AUC.value(
                BinaryPredictions.of(labels, scores, RandomRegression.weights(predictions)));
        Assume.that(auc.isDefined());
        RegressionPredictions yesOrNo =
                RandomRegression.map(predictions, row -> labels[row] ? 1 : 0, predictions::predicted);
        assertEquals(auc.orNaN(), number(RegressionMetrics.CONCORDANCE, yesOrNo), TOLERANCE);
    }

    private static double number(Metric<RegressionPredictions> metric, RegressionPredictions predictions) {
        return metric.value(predictions).orNaN();
    }

    /** Ranks less their mean, counted row by row. */
    private static double[] ranks(RegressionPredictions predictions, IntToDoubleFunction number) {
        return IntStream.range(0, predictions.rows())
                .mapToDouble(i -> IntStream.range(0, predictions.rows())
                        .mapToDouble(j ->
                                predictions.weight(j) * Math.signum(number.applyAsDouble(i) - number.applyAsDouble(j)))
                        .sum())
                .toArray();
    }

    private static double moment(RegressionPredictions predictions, double[] a, double[] b) {
        return IntStream.range(0, a.length)
                .mapToDouble(row -> predictions.weight(row) * a[row] * b[row])
                .sum();
    }
}
