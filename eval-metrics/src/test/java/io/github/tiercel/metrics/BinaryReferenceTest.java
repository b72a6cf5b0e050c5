package io.github.tiercel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.ReferenceTable.Row;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.ConfusionMatrix;
import io.github.tiercel.metrics.binary.ConfusionMetric;
import io.github.tiercel.metrics.binary.FBeta;
import io.github.tiercel.metrics.binary.LogLoss;
import io.github.tiercel.metrics.binary.ThresholdChoice;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Metrics are what scikit-learn says they are, but for the differences listed here. */
class BinaryReferenceTest {

    /**
     * Where we say "undefined" and scikit-learn returns a number (0, or for balanced accuracy the recall of the only
     * class) with or without a warning.
     */
    private static final List<Difference> DELIBERATE_DIFFERENCES = List.of(
            new Difference("ap_allneg4_score", "average_precision", UndefinedReason.NO_POSITIVES),
            new Difference("thr0.3_allpos4", "mcc", UndefinedReason.ONE_CLASS),
            new Difference("thr0.3_allpos4", "balanced_accuracy", UndefinedReason.NO_NEGATIVES),
            new Difference("thr0.3_allpos4", "specificity", UndefinedReason.NO_NEGATIVES),
            new Difference("thr0.3_allneg4", "recall", UndefinedReason.NO_POSITIVES),
            new Difference("thr0.3_allneg4", "mcc", UndefinedReason.ONE_CLASS),
            new Difference("thr0.3_allneg4", "balanced_accuracy", UndefinedReason.NO_POSITIVES),
            new Difference("thr0.3_alltied6", "mcc", UndefinedReason.ONE_CLASS),
            new Difference("thr0.5_allpos4", "mcc", UndefinedReason.ONE_CLASS),
            new Difference("thr0.5_allpos4", "balanced_accuracy", UndefinedReason.NO_NEGATIVES),
            new Difference("thr0.5_allpos4", "specificity", UndefinedReason.NO_NEGATIVES),
            new Difference("thr0.5_allneg4", "recall", UndefinedReason.NO_POSITIVES),
            new Difference("thr0.5_allneg4", "mcc", UndefinedReason.ONE_CLASS),
            new Difference("thr0.5_allneg4", "balanced_accuracy", UndefinedReason.NO_POSITIVES),
            new Difference("thr0.5_alltied6", "mcc", UndefinedReason.ONE_CLASS));

    private static final Map<String, ConfusionMetric> THRESHOLD_METRICS = thresholdMetrics();

    record Difference(String name, String metric, UndefinedReason reason) {}

    static List<Row> rocAuc() {
        return ReferenceTable.read("roc_auc.csv").rows();
    }

    static List<Row> averagePrecision() {
        return ReferenceTable.read("average_precision.csv").rows();
    }

    static List<Row> logLoss() {
        return ReferenceTable.read("log_loss.csv").rows();
    }

    static List<Row> brier() {
        return ReferenceTable.read("brier.csv").rows();
    }

    static List<Row> decisions() {
        return ReferenceTable.read("threshold_metrics.csv").rows();
    }

    static List<Row> bestF1() {
        return ReferenceTable.read("best_f1.csv").rows();
    }

    @ParameterizedTest
    @MethodSource
    void rocAuc(Row expected) {
        check(expected, "expected", "roc_auc", BinaryMetrics.ROC_AUC.value(expected.predictions()));
    }

    @ParameterizedTest
    @MethodSource
    void averagePrecision(Row expected) {
        Value value = BinaryMetrics.AVERAGE_PRECISION.value(expected.predictions());
        check(expected, "expected", "average_precision", value);
    }

    @ParameterizedTest
    @MethodSource
    void logLoss(Row expected) {
        Value value = new LogLoss(expected.number("clip")).value(expected.predictions());
        check(expected, "expected", "log_loss", value);
    }

    @ParameterizedTest
    @MethodSource
    void brier(Row expected) {
        check(expected, "expected", "brier", BinaryMetrics.BRIER.value(expected.predictions()));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void metricsOfADecision(Row expected) {
        BinaryPredictions predictions = expected.predictions();
        THRESHOLD_METRICS.forEach((column, metric) -> check(
                expected,
                column,
                column,
                metric.at(expected.number("threshold")).value(predictions)));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void confusionMatrix(Row expected) {
        ConfusionMatrix matrix = ConfusionMatrix.at(expected.predictions(), expected.number("threshold"));
        double tolerance = expected.number("tolerance") * Math.max(1, matrix.total());
        assertEquals(expected.number("tn"), matrix.trueNegatives(), tolerance);
        assertEquals(expected.number("fp"), matrix.falsePositives(), tolerance);
        assertEquals(expected.number("fn"), matrix.falseNegatives(), tolerance);
        assertEquals(expected.number("tp"), matrix.truePositives(), tolerance);
    }

    @ParameterizedTest
    @MethodSource
    void bestF1(Row expected) {
        BinaryPredictions predictions = expected.predictions();
        ThresholdChoice choice =
                BinaryMetrics.BEST_F1.choose(predictions.groups()).orElseThrow();
        assertEquals(expected.number("threshold"), choice.threshold());
        assertEquals(expected.number("expected"), choice.value(), expected.number("tolerance"));
        check(expected, "expected", "best_f1", BinaryMetrics.BEST_F1.value(predictions));
    }

    @Test
    void everyListedDifferenceStillHasItsCase() {
        Set<String> cases = Stream.of(rocAuc(), averagePrecision(), decisions())
                .flatMap(List::stream)
                .map(Row::toString)
                .collect(Collectors.toSet());
        for (Difference difference : DELIBERATE_DIFFERENCES) {
            assertTrue(cases.contains(difference.name()), difference::toString);
        }
        assertEquals(DELIBERATE_DIFFERENCES.size(), new HashSet<>(DELIBERATE_DIFFERENCES).size());
    }

    private static void check(Row expected, String column, String metric, Value value) {
        Value wanted = DELIBERATE_DIFFERENCES.stream()
                .filter(difference -> difference.name().equals(expected.toString()))
                .filter(difference -> difference.metric().equals(metric))
                .map(difference -> Value.undefined(difference.reason()))
                .findFirst()
                .orElseGet(() -> number(expected, column, value));
        if (!wanted.isDefined() || !value.isDefined()) {
            assertEquals(wanted, value, () -> metric + " of " + expected);
        }
        assertEquals(wanted.orNaN(), value.orNaN(), expected.number("tolerance"), metric);
    }

    /** The expected number, or our own where the producer gives none: specificity of one class. */
    private static Value number(Row expected, String column, Value own) {
        return expected.text(column).equals("none") ? own : Value.of(expected.number(column));
    }

    private static Map<String, ConfusionMetric> thresholdMetrics() {
        Map<String, ConfusionMetric> metrics = new LinkedHashMap<>();
        metrics.put("accuracy", BinaryMetrics.ACCURACY);
        metrics.put("precision", BinaryMetrics.PRECISION);
        metrics.put("recall", BinaryMetrics.RECALL);
        metrics.put("f1", BinaryMetrics.F1);
        metrics.put("f2", new FBeta(2, 0.5));
        metrics.put("f05", new FBeta(0.5, 0.5));
        metrics.put("mcc", BinaryMetrics.MCC);
        metrics.put("kappa", BinaryMetrics.COHEN_KAPPA);
        metrics.put("balanced_accuracy", BinaryMetrics.BALANCED_ACCURACY);
        metrics.put("specificity", BinaryMetrics.SPECIFICITY);
        return metrics;
    }
}
