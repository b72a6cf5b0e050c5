package io.github.tiercel.metrics.resample;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.Range;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.multiclass.MulticlassMetrics;
import io.github.tiercel.metrics.registry.MetricFamily;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemeRuleTest {

    private static final String INSTEAD = "; use row-hashed replicates, which hold for everything";
    private static final BinaryPredictions ROWS = ReferenceTable.predictions("b60", "score");
    private static final Metric<BinaryPredictions> OF_ROWS = Metric.of(
            BinaryPredictions.class, "own", Direction.NEITHER, Range.UNIT, rows -> BinaryMetrics.BRIER.value(rows));

    private static final Bootstrap COMPRESSED = Bootstrap.compressed(1, 20);
    private static final Bootstrap RANK_BLOCKS = Bootstrap.rankBlocks(1, 20);

    @Test
    void weightsAreRefused() {
        double[] ones = new double[60];
        Arrays.fill(ones, 1);
        BinaryPredictions weighted = ROWS.withWeights(ones);
        assertRefused(
                "compressed replicates need rows that count alike, got weights" + INSTEAD,
                () -> COMPRESSED.replicates(List.of(BinaryMetrics.ROC_AUC), weighted));
        assertRefused(
                "rank-blocks replicates need rows that count alike, got weights" + INSTEAD,
                () -> RANK_BLOCKS.replicates(List.of(BinaryMetrics.BRIER), weighted));
    }

    @Test
    void otherTasksAreRefused() {
        MulticlassPredictions classes =
                MulticlassPredictions.of(List.of("a", "b"), new int[] {0, 1}, new double[][] {{0.6, 0.2}, {0.4, 0.8}});
        assertRefused(
                "compressed replicates need yes-or-no predictions, got those of another task" + INSTEAD,
                () -> COMPRESSED.replicates(MulticlassMetrics.all(), classes));
        RegressionPredictions numbers = RegressionPredictions.of(new double[2], new double[] {1, 2});
        assertRefused(
                "rank-blocks replicates need yes-or-no predictions, got those of another task" + INSTEAD,
                () -> RANK_BLOCKS.replicates(List.of(RegressionMetrics.MAE), numbers));
    }

    @Test
    void metricsOfRowsAreRefused() {
        assertRefused(
                "compressed replicates need metrics of score groups and means over rows, got own" + INSTEAD,
                () -> COMPRESSED.replicates(List.of(BinaryMetrics.ROC_AUC, OF_ROWS), ROWS));
        assertRefused(
                "rank-blocks replicates need roc_auc, average_precision, best_f1, functions of the confusion matrix and"
                        + " means, got own" + INSTEAD,
                () -> RANK_BLOCKS.replicates(List.of(OF_ROWS), ROWS));
    }

    @Test
    void rankBlocksRefuseWhatReadsSingleGroups() {
        for (Metric<BinaryPredictions> metric : List.<Metric<BinaryPredictions>>of(
                BinaryMetrics.KS, BinaryMetrics.GINI, BinaryMetrics.PR_AUC_TRAPEZOID)) {
            assertRefused(
                    "rank-blocks replicates need roc_auc, average_precision, best_f1, functions of the confusion matrix"
                            + " and means, got " + metric.name() + INSTEAD,
                    () -> RANK_BLOCKS.replicates(List.of(metric), ROWS));
        }
    }

    @Test
    void severalModelsAreRefused() {
        List<Metric<BinaryPredictions>> auc = List.of(BinaryMetrics.ROC_AUC);
        assertRefused(
                "compressed replicates need one model, got 2 models, which would not share their weights" + INSTEAD,
                () -> COMPRESSED.replicates(auc, List.of(ROWS, ROWS)));
        assertRefused(
                "rank-blocks replicates need one model, got 3 models, which would not share their weights" + INSTEAD,
                () -> RANK_BLOCKS.replicates(auc, List.of(ROWS, ROWS, ROWS)));
        assertEquals(1, COMPRESSED.replicates(auc, List.of(ROWS)).size());
    }

    @Test
    void theRefusalIsWhatReplicatesSay() {
        double[] weights = new double[60];
        weights[3] = 1;
        int refused = 0;
        for (Bootstrap bootstrap : List.of(COMPRESSED, RANK_BLOCKS, Bootstrap.of(new long[60], 1, 20))) {
            for (BinaryPredictions rows : List.of(ROWS, ROWS.withWeights(weights))) {
                for (Metric<BinaryPredictions> metric : MetricFamily.BINARY.all()) {
                    Optional<String> refusal = bootstrap.refusal(metric, rows);
                    if (refusal.isPresent()) {
                        assertRefused(refusal.get(), () -> bootstrap.replicates(List.of(metric), rows));
                        refused++;
                    } else {
                        assertEquals(
                                1, bootstrap.replicates(List.of(metric), rows).size());
                    }
                }
            }
        }
        assertTrue(refused > MetricFamily.BINARY.all().size());
    }

    @Test
    void compressedReplicatesHoldForEveryBinaryMetric() {
        for (Metric<BinaryPredictions> metric : BinaryMetrics.all()) {
            assertEquals(Optional.empty(), COMPRESSED.refusal(metric, ROWS), metric.name());
        }
    }

    @Test
    void metricsThatReplicatesSayNothingOfAreNotRefusedAndHaveNone() {
        Metric<BinaryPredictions> ece = MetricFamily.BINARY.all().stream()
                .filter(metric -> metric.name().equals("ece"))
                .findFirst()
                .orElseThrow();
        for (Bootstrap bootstrap : List.of(COMPRESSED, RANK_BLOCKS)) {
            Replicates none = Objects.requireNonNull(
                    bootstrap.replicates(List.of(ece), ROWS).get("ece"));
            assertEquals(0, none.defined());
            assertEquals(20, none.undefined());
        }
    }

    @Test
    void differencesNeedRowsThatShareTheirWeights() {
        Map<String, Replicates> compressed = COMPRESSED.replicates(List.of(BinaryMetrics.ROC_AUC), ROWS);
        Replicates auc = Objects.requireNonNull(compressed.get("roc_auc"));
        Replicates hashed = Replicates.of(new double[20]);
        String needed = "differences need replicates in which both models share the weights of rows, got ";
        assertRefused(needed + "compressed and compressed ones; use row-hashed ones", () -> auc.minus(auc));
        assertRefused(needed + "compressed and row-hashed ones; use row-hashed ones", () -> auc.minus(hashed));
        assertRefused(needed + "row-hashed and compressed ones; use row-hashed ones", () -> hashed.minus(auc));
        Replicates strata = Replicates.of(Scheme.WITHIN_STRATA, new double[20]);
        assertRefused(needed + "row-hashed and within-strata ones; use row-hashed ones", () -> hashed.minus(strata));
        assertEquals(20, strata.minus(strata).defined());
    }

    @Test
    void replicatesWithErrorsOfTheirOwnAreRowHashed() {
        for (Bootstrap bootstrap : List.of(COMPRESSED, RANK_BLOCKS)) {
            assertEquals(
                    "replicates with standard errors of their own are row-hashed, these are "
                            + bootstrap.scheme().title(),
                    assertThrows(
                                    IllegalStateException.class,
                                    () -> bootstrap.studentized(List.of(BinaryMetrics.ROC_AUC), ROWS))
                            .getMessage());
        }
    }

    @Test
    void rankBlocksSayWhatTheyApproximate() {
        Map<String, Replicates> blocks =
                RANK_BLOCKS.replicates(List.of(BinaryMetrics.AVERAGE_PRECISION, BinaryMetrics.ACCURACY), ROWS);
        assertTrue(Objects.requireNonNull(blocks.get("average_precision"))
                .approximationError()
                .isPresent());
        assertEquals(
                0,
                Objects.requireNonNull(blocks.get("accuracy"))
                        .approximationError()
                        .orElseThrow());
        COMPRESSED
                .replicates(BinaryMetrics.all(), ROWS)
                .forEach((name, replicates) ->
                        assertTrue(replicates.approximationError().isEmpty(), name));
    }

    @Test
    void undefinedValuesAreNoError() {
        BinaryPredictions negative = ReferenceTable.predictions("allneg4", "score");
        for (Bootstrap bootstrap : List.of(COMPRESSED, RANK_BLOCKS)) {
            Replicates auc = Objects.requireNonNull(bootstrap
                    .replicates(List.of(BinaryMetrics.ROC_AUC), negative)
                    .get("roc_auc"));
            assertEquals(0, auc.defined());
            assertTrue(auc.approximationError().isEmpty());
        }
    }

    @Test
    void badArgumentsAreRefused() {
        assertRefused("replicates must be at least 2, got 1", () -> Bootstrap.compressed(1, 1));
        assertRefused("replicates must be at least 2, got 0", () -> Bootstrap.rankBlocks(1, 0));
        assertRefused("share must be above 0, got 0.0", () -> COMPRESSED.untilMonteCarloError(0, 0.95));
        assertRefused("share must be above 0, got NaN", () -> COMPRESSED.untilMonteCarloError(Double.NaN, 0.95));
        assertRefused("level must be in (0, 1), got 1.0", () -> COMPRESSED.untilMonteCarloError(0.1, 1));
        assertRefused("threads must be at least 1, got 0", () -> Execution.of(Runnable::run, 0));
    }
}
