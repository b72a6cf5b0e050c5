package io.github.tiercel.metrics.compare;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.multiclass.MulticlassMetrics;
import io.github.tiercel.metrics.ranking.RankingMetrics;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameRowsTest {

    private static final double[] SCORES = {0.1, 0.6, 0.3, 0.8};
    private static final BinaryPredictions MODEL =
            BinaryPredictions.of(new boolean[] {false, true, false, true}, SCORES);
    private static final PairedComparison COMPARISON = PairedComparison.of(Design.independent(4), 0.95);
    private static final SignFlipTest FLIPS = SignFlipTest.of(new long[] {1, 2, 3, 4}, 1, 64);

    @Test
    void equalScoresOfOppositeLabelsAreNotIdenticalModels() {
        BinaryPredictions opposite = BinaryPredictions.of(new boolean[] {true, false, true, false}, SCORES);
        String message = "models must have the same labels, but differ at row 0";
        assertRefused(message, () -> COMPARISON.difference(BinaryMetrics.ROC_AUC, MODEL, opposite));
        assertRefused(message, () -> DeLongTest.paired(MODEL, opposite));
        assertRefused(message, () -> FLIPS.test(BinaryMetrics.LOG_LOSS, MODEL, opposite));
    }

    @Test
    void weightsThatDifferAreRefusedWhicheverModelHasThem() {
        BinaryPredictions weighted = MODEL.withWeights(new double[] {1, 1, 5, 1});
        String message = "models must have the same weights, but differ at row 2";
        assertRefused(message, () -> COMPARISON.difference(BinaryMetrics.F1, MODEL, weighted));
        assertRefused(message, () -> COMPARISON.difference(BinaryMetrics.F1, weighted, MODEL));
        assertRefused(message, () -> DeLongTest.paired(MODEL, weighted));
        assertRefused(message, () -> FLIPS.test(BinaryMetrics.LOG_LOSS, MODEL, weighted));
    }

    @Test
    void theFirstRowThatDiffersIsNamed() {
        BinaryPredictions other =
                BinaryPredictions.of(new boolean[] {false, true, false, false}, SCORES, new double[] {1, 2, 1, 1});
        assertRefused(
                "models must have the same weights, but differ at row 1",
                () -> COMPARISON.difference(BinaryMetrics.F1, MODEL, other));
    }

    @Test
    void rowsOfWeightZeroAreAbsentWhateverTheirLabels() {
        double[] weights = {1, 1, 1, 0};
        BinaryPredictions other = BinaryPredictions.of(new boolean[] {false, true, false, false}, SCORES, weights);
        assertEquals(
                0,
                COMPARISON
                        .difference(BinaryMetrics.LOG_LOSS, MODEL.withWeights(weights), other)
                        .value()
                        .orNaN());
    }

    @Test
    void weightsOfOneAreNoWeights() {
        BinaryPredictions ones = MODEL.withWeights(new double[] {1, 1, 1, 1});
        assertEquals(
                0,
                COMPARISON
                        .difference(BinaryMetrics.LOG_LOSS, MODEL, ones)
                        .value()
                        .orNaN());
    }

    @Test
    void numbersMustHaveTheSameLabels() {
        assertRefused(
                "models must have the same labels, but differ at row 3",
                () -> COMPARISON.difference(
                        RegressionMetrics.MAE,
                        RegressionPredictions.of(new double[] {1, 2, 3, 4}, SCORES),
                        RegressionPredictions.of(new double[] {1, 2, 3, 5}, SCORES)));
    }

    @Test
    void severalClassesMustHaveTheSameNamesInTheSameOrder() {
        double[][] scores = {{0.5, 0.5}, {0.3, 0.3}, {0.2, 0.2}};
        PairedComparison two = PairedComparison.of(Design.independent(2), 0.95);
        MulticlassPredictions model = MulticlassPredictions.of(List.of("a", "b", "c"), new int[] {0, 1}, scores);
        assertRefused(
                "models must have the same classes, got [a, b, c] and [b, a, c]",
                () -> two.difference(
                        MulticlassMetrics.LOG_LOSS,
                        model,
                        MulticlassPredictions.of(List.of("b", "a", "c"), new int[] {0, 1}, scores)));
        assertRefused(
                "models must have the same labels, but differ at row 1",
                () -> two.difference(
                        MulticlassMetrics.LOG_LOSS,
                        model,
                        MulticlassPredictions.of(List.of("a", "b", "c"), new int[] {0, 2}, scores)));
    }

    @Test
    void rankingsMustHaveTheSameQueriesAndRelevance() {
        RankingPredictions model = RankingPredictions.of(new int[] {0, 0, 1, 1}, new double[] {1, 0, 1, 0}, SCORES);
        assertRefused(
                "models must have the same queries, but differ at row 1",
                () -> COMPARISON.difference(
                        RankingMetrics.MRR,
                        model,
                        RankingPredictions.of(new int[] {0, 1, 1, 1}, new double[] {1, 0, 1, 0}, SCORES)));
        assertRefused(
                "models must have the same labels, but differ at row 2",
                () -> COMPARISON.difference(
                        RankingMetrics.MRR,
                        model,
                        RankingPredictions.of(new int[] {0, 0, 1, 1}, new double[] {1, 0, 2, 0}, SCORES)));
    }
}
