package io.github.tiercel.metrics.multiclass;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The registry knows its metrics by name, and metrics say what they refuse. */
class MulticlassMetricsTest {

    private static final List<String> CLASSES = List.of("cat", "dog", "owl");

    /** Two cats, one dog, no owl; one cat is taken for an owl. */
    private static final MulticlassPredictions WITHOUT_OWLS = MulticlassPredictions.of(
            CLASSES, new int[] {0, 0, 1}, new double[][] {{.7, .1, .2}, {.2, .1, .5}, {.1, .8, .3}});

    @Test
    void aTableOfWeightsIsTheOneThatWasCounted() {
        ConfusionTable counted = ConfusionTable.of(List.of("cat", "dog"), new double[] {3, 1, 0.5, 2});
        assertEquals(1, counted.weight(0, 1));
        assertEquals(2.5, counted.labelled(1));
        assertEquals(3.5, counted.predicted(0));
        assertEquals(6.5, counted.total());
        Exception few = assertThrows(
                IllegalArgumentException.class, () -> ConfusionTable.of(List.of("cat", "dog"), new double[] {1}));
        assertEquals("weights must be one for each pair of the 2 classes, got 1", few.getMessage());
        Exception negative = assertThrows(
                IllegalArgumentException.class, () -> ConfusionTable.of(List.of("cat"), new double[] {-1}));
        assertEquals("weights must be finite and at least 0, got -1.0", negative.getMessage());
        assertThrows(
                IllegalArgumentException.class, () -> ConfusionTable.of(List.of("cat"), new double[] {Double.NaN}));
    }

    @Test
    void tablesOfTheSameClassesAndWeightsAreEqual() {
        MulticlassPredictions rows = MulticlassPredictions.of(
                List.of("cat", "dog"), new int[] {0, 1}, new double[][] {{0.9, 0.2}, {0.1, 0.8}});
        ConfusionTable table = ConfusionTable.of(rows);
        assertEquals(table, ConfusionTable.of(rows));
        assertEquals(table.hashCode(), ConfusionTable.of(rows).hashCode());
        assertEquals("[cat, dog] [1.0, 0.0, 0.0, 1.0]", table.toString());
        assertNotEquals(table, ConfusionTable.of(rows.withWeights(new double[] {1, 2})));
    }

    @Test
    void everyMetricIsFoundByItsName() {
        Set<String> names = new HashSet<>();
        for (Metric<MulticlassPredictions> metric : MulticlassMetrics.all()) {
            assertTrue(names.add(metric.name()));
            assertEquals(Optional.of(metric), MulticlassMetrics.named(metric.name()));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "top_1",
                "top_12",
                "precision[cat]",
                "recall[a[0]]",
                "f1[]",
                "f0.5[cat]",
                "f2_weighted",
                "f0.5_macro"
            })
    void parametersArePartOfTheName(String name) {
        assertEquals(name, MulticlassMetrics.named(name).orElseThrow().name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Accuracy",
                "top_0",
                "top_",
                "top_99999999999",
                "f1",
                "mcc[cat]",
                "roc_auc",
                "f02_macro",
                "f2.0[cat]",
                "f0_macro",
                "f3_micro"
            })
    void otherNamesAreUnknown(String name) {
        assertEquals(Optional.empty(), MulticlassMetrics.named(name));
    }

    @Test
    void recallOfAClassByNameIsTheOneByFactoryWithTheSameInterval() {
        TableMetric recall = MulticlassMetrics.recall("cat");
        Metric<MulticlassPredictions> named =
                MulticlassMetrics.named("recall[cat]").orElseThrow();
        assertEquals(recall, named);
        IntervalEstimator estimator = IntervalEstimator.of(Design.independent(3), 0.95);
        assertEquals(
                "wilson",
                estimator
                        .estimate(named, WITHOUT_OWLS)
                        .population()
                        .orElseThrow()
                        .method());
        assertEquals(estimator.estimate(recall, WITHOUT_OWLS), estimator.estimate(named, WITHOUT_OWLS));
    }

    @Test
    void onlyLossesImproveDownwards() {
        for (Metric<MulticlassPredictions> metric : MulticlassMetrics.all()) {
            boolean loss = metric.name().startsWith("log_loss") || metric.name().equals("brier");
            assertEquals(loss, metric.direction() == Direction.LOWER_IS_BETTER, metric.name());
            assertEquals(loss, metric.needsProbabilities(), metric.name());
        }
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertRefused("k must be at least 1, got 0", () -> MulticlassMetrics.topK(0));
        assertRefused("beta must be in [1e-6, 1e6], got 0.0", () -> MulticlassMetrics.fBetaMacro(0));
        assertRefused("clip must be in [2^-53, 0.5), got 0.5", () -> MulticlassMetrics.logLoss(0.5, false));
        assertRefused("clip must be in [2^-53, 0.5), got NaN", () -> MulticlassMetrics.logLoss(Double.NaN, true));
    }

    @Test
    void undeclaredClassIsRefused() {
        assertRefused("class must be one of [cat, dog, owl], got cow", () -> MulticlassMetrics.f1("cow")
                .value(WITHOUT_OWLS));
    }

    @Test
    void influenceOfAnUndefinedMetricIsRefused() {
        IllegalStateException refused =
                assertThrows(IllegalStateException.class, () -> MulticlassMetrics.ROC_AUC_OVO.influence(WITHOUT_OWLS));
        assertEquals(
                "roc_auc_ovo has no influence values on these predictions:"
                        + " a declared class has no row of positive weight",
                refused.getMessage());
    }

    @Test
    void absentClassIsNeverAveragedInSilence() {
        Value absent = Value.undefined(UndefinedReason.ABSENT_CLASS);
        for (String name : List.of(
                "f1_macro", "balanced_accuracy", "roc_auc_ovr", "roc_auc_ovo_weighted", "average_precision_ovr")) {
            assertEquals(absent, MulticlassMetrics.named(name).orElseThrow().value(WITHOUT_OWLS), name);
        }
        assertEquals(absent, MulticlassMetrics.recall("owl").value(WITHOUT_OWLS));
        assertEquals(List.of("owl"), ConfusionTable.of(WITHOUT_OWLS).absentClasses());
    }

    @Test
    void classWithoutRowsHasNoPartInMeansByWeight() {
        // F1 of cats 2/3 on two thirds of the rows, of dogs 1 on one third.
        assertEquals(7.0 / 9, MulticlassMetrics.F1_WEIGHTED.value(WITHOUT_OWLS).orNaN(), 1e-15);
        assertEquals(Value.of(0), MulticlassMetrics.f1("owl").value(WITHOUT_OWLS));
    }

    @Test
    void tableCountsWeightByClassAndDecision() {
        ConfusionTable table = ConfusionTable.of(WITHOUT_OWLS.withWeights(new double[] {1, 2, 4}));
        assertEquals(CLASSES, table.classes());
        assertEquals(1, table.weight(0, 0));
        assertEquals(2, table.weight(0, 2));
        assertEquals(4, table.weight(1, 1));
        assertEquals(3, table.labelled(0));
        assertEquals(2, table.predicted(2));
        assertEquals(7, table.total());
        assertEquals(List.of(), table.unpredictedClasses());
        assertEquals(5.0 / 7, MulticlassMetrics.ACCURACY.value(table).orNaN(), 1e-15);
    }

    @Test
    void tiedHighestScoresGoToTheLowestIndexAndCountByChanceInTopK() {
        MulticlassPredictions tied =
                MulticlassPredictions.of(CLASSES, new int[] {2, 1}, new double[][] {{.2, -0.0}, {.4, 0.0}, {.4, 0.0}});
        assertEquals(1, ConfusionTable.decision(tied, 0));
        assertEquals(0, ConfusionTable.decision(tied, 1));
        assertEquals(
                (1 / 2.0 + 1 / 3.0) / 2, MulticlassMetrics.topK(1).value(tied).orNaN(), 1e-15);
        assertEquals((1 + 2 / 3.0) / 2, MulticlassMetrics.topK(2).value(tied).orNaN(), 1e-15);
    }

    @Test
    void confidentMistakeCostsTheClip() {
        MulticlassPredictions wrong =
                MulticlassPredictions.of(List.of("a", "b"), new int[] {0}, new double[][] {{0}, {1}});
        assertEquals(
                -Math.log(0.01),
                MulticlassMetrics.logLoss(0.01, false).value(wrong).orNaN());
        assertEquals(-Math.log(0x1p-52), MulticlassMetrics.LOG_LOSS.value(wrong).orNaN());
        assertEquals(Value.of(2), MulticlassMetrics.BRIER.value(wrong));
    }

    @Test
    void correlationKeepsItsDigitsWhereNearlyAllWeightIsInOneCell() {
        MulticlassPredictions uneven = MulticlassPredictions.of(
                CLASSES,
                new int[] {0, 0, 1, 1, 2},
                new double[][] {{1, 0, 0, 1, 1}, {0, 1, 1, 0, 0}, {0, 0, 0, 0, 0}},
                new double[] {0x1p40, 1, 1, 3, 1});
        // In exact integers, the root in 40 digits.
        assertEquals(0.3162277660151411, MulticlassMetrics.MCC.value(uneven).orNaN(), 1e-15);
    }
}
