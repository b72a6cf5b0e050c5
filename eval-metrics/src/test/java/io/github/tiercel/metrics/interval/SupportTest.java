package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.RankingPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.multiclass.ClassMetric;
import io.github.tiercel.metrics.multiclass.MulticlassMetrics;
import io.github.tiercel.metrics.ranking.RankingMetrics;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupportTest {

    /** Two, three and no rows of the classes, one of each weighing more. */
    private static final MulticlassPredictions CLASSES = MulticlassPredictions.of(
                    List.of("a", "b", "c"), new int[] {0, 0, 1, 1, 1}, new double[3][5])
            .withWeights(new double[] {1, 3, 1, 1, 2});

    @Test
    void theRarerClassOfTwoCountsWhicheverItIs() {
        boolean[] labels = {true, true, true, false, false, false, false, false};
        boolean[] opposite = {false, false, false, true, true, true, true, true};
        for (boolean[] either : List.of(labels, opposite)) {
            BinaryPredictions rows = BinaryPredictions.of(either, new double[8]);
            assertEquals(3, Support.of(BinaryMetrics.ROC_AUC, rows, Design.independent(8)));
            assertEquals(3, Support.effective(subject(rows)));
            // (1 + 1 + 1 + 1 + 6)^2 / (1 + 1 + 1 + 1 + 36) = 2.5.
            BinaryPredictions heavy = rows.withWeights(new double[] {1, 1, 1, 1, 1, 1, 1, 6});
            assertEquals(2.5, Support.effective(subject(heavy)), 1e-15);
        }
    }

    @Test
    void aClassWithoutRowsIsNotTheRarest() {
        ClassMetric metric = (ClassMetric) MulticlassMetrics.F1_MACRO;
        // (1 + 3)^2 / (1 + 9).
        assertEquals(1.6, Support.rarest(metric, CLASSES, Design.independent(5)), 1e-15);
        Subject<MulticlassPredictions> subject =
                new Subject<>(MulticlassMetrics.F1_MACRO, CLASSES, 1, Design.independent(5), 0.95);
        assertEquals(1.6, Support.effective(subject), 1e-15);
    }

    @Test
    void classesThatAMetricDoesNotRestOnAreLeftOut() {
        Subject<MulticlassPredictions> subject =
                new Subject<>(MulticlassMetrics.f1("b"), CLASSES, 1, Design.independent(5), 0.95);
        // (1 + 1 + 2)^2 / (1 + 1 + 4).
        assertEquals(16 / 6.0, Support.of(MulticlassMetrics.f1("b"), CLASSES, Design.independent(5)), 1e-15);
        assertEquals(16 / 6.0, Support.effective(subject), 1e-15);
    }

    @Test
    void queriesCountByTheirRelevantRowsOfPositiveWeight() {
        RankingPredictions rows = RankingPredictions.of(
                        new int[] {0, 0, 0, 1, 1, 2, 2}, new double[] {1, 2, 0, 0, 0, 1, 0}, new double[7])
                .withWeights(new double[] {1, 1, 1, 1, 1, 0, 0});
        assertEquals(
                1,
                Support.of(
                        RankingMetrics.MRR, rows, Design.independent(7).withClusters(new int[] {0, 0, 0, 1, 1, 2, 2})));
    }

    private static Subject<BinaryPredictions> subject(BinaryPredictions rows) {
        return new Subject<>(BinaryMetrics.ROC_AUC, rows, 1, Design.independent(rows.rows()), 0.95);
    }
}
