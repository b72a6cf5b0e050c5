package io.github.tiercel.metrics.binary;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.SmoothMetric;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BinaryMetricsTest {

    private static final BinaryPredictions PREDICTIONS =
            BinaryPredictions.of(new boolean[] {true, true, false, false}, new double[] {.9, .4, .6, .1});
    private static final BinaryPredictions NEGATIVES = BinaryPredictions.of(new boolean[2], new double[] {.1, .2});

    @Test
    void namesAreThoseOfTheContract() {
        List<String> names = BinaryMetrics.all().stream().map(Metric::name).toList();
        assertEquals(
                List.of(
                        "roc_auc",
                        "gini",
                        "ks",
                        "partial_auc_0.1",
                        "partial_auc_raw_0.1",
                        "partial_auc_sens_0.9",
                        "partial_auc_sens_raw_0.9",
                        "average_precision",
                        "pr_auc_dg",
                        "pr_auc_trapezoid",
                        "precision_at_recall_0.9",
                        "recall_at_precision_0.9",
                        "lift_0.1",
                        "gain_0.1",
                        "log_loss",
                        "brier",
                        "accuracy",
                        "balanced_accuracy",
                        "precision",
                        "recall",
                        "specificity",
                        "npv",
                        "fpr",
                        "fnr",
                        "f1",
                        "f2",
                        "jaccard",
                        "youden_j",
                        "mcc",
                        "cohen_kappa",
                        "cost_1_5",
                        "best_f1"),
                names);
    }

    @Test
    void everyMetricIsFoundByItsName() {
        for (Metric<BinaryPredictions> metric : BinaryMetrics.all()) {
            assertSame(metric, BinaryMetrics.named(metric.name()).orElseThrow());
        }
        assertEquals(Optional.empty(), BinaryMetrics.named("ROC_AUC"));
        assertEquals(Optional.empty(), BinaryMetrics.named("auc"));
    }

    @Test
    void onlyLossesAndErrorRatesAreBetterWhenLower() {
        for (Metric<BinaryPredictions> metric : BinaryMetrics.all()) {
            boolean loss =
                    List.of("log_loss", "brier", "fpr", "fnr", "cost_1_5").contains(metric.name());
            assertEquals(loss ? Direction.LOWER_IS_BETTER : Direction.HIGHER_IS_BETTER, metric.direction());
        }
    }

    @Test
    void rangesAreThoseOfTheDefinitions() {
        for (Metric<BinaryPredictions> metric : BinaryMetrics.all()) {
            Range range =
                    switch (metric.name()) {
                        case "log_loss" -> Range.NON_NEGATIVE;
                        case "mcc", "cohen_kappa", "youden_j", "gini" -> Range.CORRELATION;
                        case "cost_1_5" -> new Range(0, 5);
                        case "lift_0.1" -> new Range(0, 10);
                        case "partial_auc_raw_0.1" -> new Range(0, 0.1);
                        case "partial_auc_sens_raw_0.9" -> new Range(0, 1 - 0.9);
                        case "partial_auc_0.1", "partial_auc_sens_0.9" ->
                            new Range(metric.range().lower(), 1);
                        default -> Range.UNIT;
                    };
            assertEquals(range, metric.range(), metric.name());
        }
    }

    @Test
    void rankMetricsAloneDoWithoutProbabilities() {
        for (Metric<BinaryPredictions> metric : BinaryMetrics.all()) {
            boolean rank = metric instanceof RankMetric;
            assertEquals(!rank, metric.needsProbabilities(), metric.name());
        }
    }

    @Test
    void thresholdReplacesThatOfADecisionAndOfNothingElse() {
        assertEquals(new FBeta(1, 0.3), BinaryMetrics.at(BinaryMetrics.F1, 0.3));
        assertSame(BinaryMetrics.ROC_AUC, BinaryMetrics.at(BinaryMetrics.ROC_AUC, 0.3));
        for (Metric<BinaryPredictions> metric : BinaryMetrics.all()) {
            if (metric instanceof ConfusionMetric confusion) {
                assertEquals(BinaryMetrics.DEFAULT_THRESHOLD, confusion.threshold());
                assertEquals(0.3, confusion.at(0.3).threshold());
                assertEquals(confusion.name(), confusion.at(0.3).name());
            }
        }
    }

    @Test
    void thresholdIsReachedByAnEqualScore() {
        assertEquals(new ConfusionMatrix(0.6, 1, 1, 1, 1), ConfusionMatrix.at(PREDICTIONS, 0.6));
        assertEquals(new ConfusionMatrix(0.6, 1, 1, 1, 1), ConfusionMatrix.at(PREDICTIONS.groups(), 0.6));
        assertEquals(1, ConfusionMatrix.at(PREDICTIONS, Math.nextUp(0.6)).predictedPositives());
    }

    @Test
    void proportionsKnowTheirTrials() {
        ConfusionMatrix matrix = new ConfusionMatrix(0.5, 1, 2, 4, 8);
        assertEquals(9, BinaryMetrics.ACCURACY.successes(matrix));
        assertEquals(15, BinaryMetrics.ACCURACY.trials(matrix));
        assertEquals(1, BinaryMetrics.RECALL.successes(matrix));
        assertEquals(5, BinaryMetrics.RECALL.trials(matrix));
        assertEquals(8, BinaryMetrics.SPECIFICITY.successes(matrix));
        assertEquals(10, BinaryMetrics.SPECIFICITY.trials(matrix));
        assertTrue(BinaryMetrics.ACCURACY.isTrial(true) && BinaryMetrics.ACCURACY.isTrial(false));
        assertTrue(BinaryMetrics.RECALL.isTrial(true) && !BinaryMetrics.RECALL.isTrial(false));
        assertFalse(BinaryMetrics.SPECIFICITY.isTrial(true) || !BinaryMetrics.SPECIFICITY.isTrial(false));
        assertEquals(UndefinedReason.EMPTY, BinaryMetrics.ACCURACY.withoutTrials());
        assertEquals(UndefinedReason.NO_POSITIVES, BinaryMetrics.RECALL.withoutTrials());
        assertEquals(UndefinedReason.NO_NEGATIVES, BinaryMetrics.SPECIFICITY.withoutTrials());
    }

    @Test
    void missedClassHasF1ZeroThoughPrecisionDoesNotExist() {
        ConfusionMatrix missed = new ConfusionMatrix(0.5, 0, 0, 3, 5);
        assertEquals(Value.of(0), BinaryMetrics.F1.value(missed));
        assertEquals(Value.undefined(UndefinedReason.NO_PREDICTED_POSITIVES), BinaryMetrics.PRECISION.value(missed));
    }

    @Test
    void kappaKeepsItsDigitsForRareClasses() {
        // 2 (ad - bc) / ((a+b)(b+d) + (a+c)(c+d)); the textbook form subtracts numbers near 1 and loses eight digits.
        ConfusionMatrix rare = new ConfusionMatrix(0.5, 1, 1, 1, 1e9);
        double exact = (2e9 - 2) / (4e9 + 4);
        assertEquals(exact, BinaryMetrics.COHEN_KAPPA.value(rare).orNaN(), 1e-15);
    }

    @Test
    void bestF1TakesTheHighestOfEqualThresholds() {
        // F1 is 2/3 at 0.9 (one of two found, nothing else) and again at 0.1 (everything predicted).
        assertEquals(
                Optional.of(new ThresholdChoice(0.9, 2 / 3.0)),
                BinaryMetrics.BEST_F1.choose(
                        BinaryPredictions.of(new boolean[] {true, false, false, true}, new double[] {.9, .6, .4, .1})
                                .groups()));
        assertEquals(Optional.empty(), BinaryMetrics.BEST_F1.choose(NEGATIVES.groups()));
    }

    @Test
    void fBetaIsNamedAfterBeta() {
        assertEquals("f1", new FBeta(1, 0.5).name());
        assertEquals("f2", new FBeta(2, 0.5).name());
        assertEquals("f0.5", new FBeta(0.5, 0.5).name());
    }

    @Test
    void influenceValuesOfAnUndefinedMetricAreRefusedWithTheReason() {
        for (Metric<BinaryPredictions> metric : BinaryMetrics.all()) {
            if (metric instanceof SmoothMetric<BinaryPredictions> smooth) {
                BinaryPredictions empty = BinaryPredictions.of(new boolean[0], new double[0]);
                assertEquals(
                        metric.name()
                                + " has no influence values on these predictions: there is no row of positive weight",
                        assertThrows(IllegalStateException.class, () -> smooth.influence(empty))
                                .getMessage());
            }
        }
    }

    @Test
    void betaMustBeOfReasonableSize() {
        assertRefused("beta must be in [1e-6, 1e6], got 0.0", () -> new FBeta(0, 0.5));
        assertRefused("beta must be in [1e-6, 1e6], got -1.0", () -> new FBeta(-1, 0.5));
        assertRefused("beta must be in [1e-6, 1e6], got NaN", () -> new FBeta(Double.NaN, 0.5));
        // Its square would overflow, or vanish, and F would be NaN or precision.
        assertRefused("beta must be in [1e-6, 1e6], got 1.0E200", () -> new FBeta(1e200, 0.5));
        assertRefused("beta must be in [1e-6, 1e6], got 1.0E-200", () -> new FBeta(1e-200, 0.5));
    }

    @Test
    void clipMustLeaveRoomBelowOne() {
        assertRefused("clip must be in [2^-53, 0.5), got 0.0", () -> new LogLoss(0));
        assertRefused("clip must be in [2^-53, 0.5), got 0.5", () -> new LogLoss(0.5));
        assertRefused("clip must be in [2^-53, 0.5), got -0.1", () -> new LogLoss(-0.1));
        assertRefused("clip must be in [2^-53, 0.5), got NaN", () -> new LogLoss(Double.NaN));
    }

    @Test
    void confidentMistakesOfBothKindsCostTheSame() {
        for (double clip : new double[] {0x1p-53, LogLoss.DEFAULT_CLIP, 0.01}) {
            LogLoss logLoss = new LogLoss(clip);
            assertEquals(-Math.log(clip), logLoss.rowValue(true, 0), 1e-12);
            assertEquals(-Math.log(clip), logLoss.rowValue(false, 1), 1e-12);
        }
    }

    @Test
    void thresholdMustBeANumber() {
        assertRefused("threshold must be a number, got NaN", () -> ConfusionMatrix.at(PREDICTIONS, Double.NaN));
        assertRefused(
                "threshold must be a number, got NaN", () -> ConfusionMatrix.at(PREDICTIONS.groups(), Double.NaN));
        assertRefused(
                "threshold must be a number, got NaN",
                () -> BinaryMetrics.F1.at(Double.NaN).value(PREDICTIONS));
    }
}
