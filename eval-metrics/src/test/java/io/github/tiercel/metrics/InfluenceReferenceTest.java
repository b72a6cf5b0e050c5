package io.github.tiercel.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.ReferenceTable.Row;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.FBeta;
import io.github.tiercel.metrics.binary.LogLoss;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Influence values, and the variances made of them, are those of an independent program. */
class InfluenceReferenceTest {

    private static final List<Row> INFLUENCE_VALUES =
            ReferenceTable.read("influence_values.csv").rows();
    private static final int CLUSTER_ROWS = 4;

    static List<Row> oneModel() {
        return ReferenceTable.read("influence.csv").rows();
    }

    static List<Row> clustered() {
        return ReferenceTable.read("influence_clustered.csv").rows();
    }

    static List<Row> paired() {
        return ReferenceTable.read("influence_paired.csv").rows();
    }

    @ParameterizedTest
    @MethodSource
    void oneModel(Row expected) {
        if (expected.text("statistic").matches("r2|rmse")) {
            assertReference(
                    RegressionMetrics.named(expected.text("statistic")).orElseThrow(),
                    numbers(expected.predictions()),
                    expected);
        } else {
            assertReference(metric(expected), expected.predictions(), expected);
        }
    }

    private static <P extends Predictions> void assertReference(Metric<P> any, P predictions, Row expected) {
        SmoothMetric<P> metric = (SmoothMetric<P>) any;
        double tolerance = expected.number("tolerance");
        double[] influence = metric.influence(predictions);
        assertEquals(expected.number("value"), metric.value(predictions).orNaN(), tolerance);
        assertEquals(expected.number("variance"), variance(predictions, influence), tolerance);
        double[] values = INFLUENCE_VALUES.stream()
                .filter(row -> row.toString().equals(expected.toString()))
                .mapToDouble(row -> row.number("influence"))
                .toArray();
        // Large cases give the variance only.
        if (values.length > 0) {
            assertArrayEquals(values, influence, tolerance);
        }
    }

    @ParameterizedTest
    @MethodSource
    void clustered(Row expected) {
        SmoothMetric<BinaryPredictions> metric = metric(expected);
        BinaryPredictions predictions = expected.predictions();
        double tolerance = expected.number("tolerance");
        assertEquals(expected.number("value"), metric.value(predictions).orNaN(), tolerance);
        assertEquals(expected.number("variance"), clusteredVariance(metric.influence(predictions)), tolerance);
    }

    @ParameterizedTest
    @MethodSource
    void paired(Row expected) {
        SmoothMetric<BinaryPredictions> metric = metric(expected);
        BinaryPredictions first = ReferenceTable.predictions(expected.text("dataset"), "score");
        BinaryPredictions second = ReferenceTable.predictions(expected.text("dataset"), "score2");
        double difference = metric.value(first).orNaN() - metric.value(second).orNaN();
        double[] influence = metric.influence(first);
        double[] other = metric.influence(second);
        for (int row = 0; row < influence.length; row++) {
            influence[row] -= other[row];
        }
        assertEquals(expected.number("difference"), difference, expected.number("tolerance"));
        assertEquals(expected.number("variance"), variance(first, influence), expected.number("tolerance"));
    }

    private static SmoothMetric<BinaryPredictions> metric(Row expected) {
        return switch (expected.text("statistic")) {
            case "roc_auc" -> BinaryMetrics.ROC_AUC;
            case "average_precision" -> BinaryMetrics.AVERAGE_PRECISION;
            case "log_loss" -> new LogLoss(expected.number("clip"));
            case "f1" -> BinaryMetrics.F1.at(expected.number("threshold"));
            case "f2" -> new FBeta(2, expected.number("threshold"));
            case "mcc" -> BinaryMetrics.MCC.at(expected.number("threshold"));
            case "kappa" -> BinaryMetrics.COHEN_KAPPA.at(expected.number("threshold"));
            case "balanced_accuracy" -> BinaryMetrics.BALANCED_ACCURACY.at(expected.number("threshold"));
            default -> throw new IllegalArgumentException(expected.text("statistic"));
        };
    }

    /** Labels 0 and 1 as numbers to predict. */
    private static RegressionPredictions numbers(BinaryPredictions predictions) {
        double[] labels = new double[predictions.rows()];
        double[] scores = new double[labels.length];
        double[] weights = new double[labels.length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = predictions.label(row) ? 1 : 0;
            scores[row] = predictions.score(row);
            weights[row] = predictions.weight(row);
        }
        return RegressionPredictions.of(labels, scores, weights);
    }

    private static double variance(Predictions predictions, double[] influence) {
        double sum = 0;
        double total = 0;
        for (int row = 0; row < influence.length; row++) {
            double weighted = predictions.weight(row) * influence[row];
            sum += weighted * weighted;
            total += predictions.weight(row);
        }
        return sum / (total * total);
    }

    private static double clusteredVariance(double[] influence) {
        double[] sums = new double[(influence.length + CLUSTER_ROWS - 1) / CLUSTER_ROWS];
        for (int row = 0; row < influence.length; row++) {
            sums[row / CLUSTER_ROWS] += influence[row] / influence.length;
        }
        double squares = 0;
        for (double sum : sums) {
            squares += sum * sum;
        }
        return squares * sums.length / (sums.length - 1);
    }
}
