package io.github.tiercel.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.result.Notice;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private static final Tier TIER = Tier.full().withReplicates(0);
    private static final String FEW =
            "Only %s; below 25 intervals are rough and average precision tends to be too high.";
    private static final Notice NO_IDS = new Notice(
            "NO_IDS",
            "Rows have no ids, so sample and bootstrap go by position and change when rows are added or reordered. Name a"
                    + " column of ids to keep them.");

    @Test
    void plentyOfGoodRowsNeedNoNotice() {
        Simulated rows = Simulated.rows(1000, 0.3, 1);
        assertEquals(List.of(), notices(rows.labels(), rows.scores()));
    }

    @Test
    void fewRowsOfAClassAreSmall() {
        assertEquals(
                List.of(new Notice("SMALL_SAMPLE", String.format(FEW, "3 of 43 labels are positive"))),
                notices(labels(3, 40), ascending(43)));
        assertEquals(
                List.of(new Notice("SMALL_SAMPLE", String.format(FEW, "24 of 49 labels are negative"))),
                notices(labels(25, 24), ascending(49)));
        assertEquals(List.of(), notices(labels(25, 25), ascending(50)));
    }

    @Test
    void oneClassLeavesMetricsUndefined() {
        assertEquals(
                List.of(new Notice(
                        "ONE_CLASS",
                        "All 4 labels are negative, so roc_auc, average_precision, balanced_accuracy, recall, mcc, best_f1 are"
                                + " undefined. The rest is reported. Check that the right label counts as positive.")),
                notices(labels(0, 4), new double[] {0.6, 0.2, 0.3, 0.7}));
        assertEquals(
                List.of(new Notice(
                        "ONE_CLASS",
                        "All 4 labels are positive, so roc_auc, balanced_accuracy, mcc are undefined. The rest is reported. Check that"
                                + " the right label counts as positive.")),
                notices(labels(4, 0), new double[] {0.6, 0.2, 0.3, 0.7}));
    }

    @Test
    void oneLabelIsNotSaidToBeAllLabels() {
        String text = notices(labels(1, 0), new double[] {0.6}).get(0).text();
        assertTrue(text.startsWith("The only label is positive, so "), text);
    }

    @Test
    void whatNoPredictionDefinesIsNotLaidOnLabels() {
        assertEquals(
                List.of(
                        new Notice(
                                "ONE_CLASS",
                                "All 4 labels are negative, so roc_auc, average_precision, balanced_accuracy, recall, f1, mcc, best_f1"
                                        + " are undefined. The rest is reported. Check that the right label counts as positive.")),
                notices(labels(0, 4), new double[] {0.1, 0.2, 0.3, 0.4}));
    }

    @Test
    void scoresOutsideTheUnitIntervalAreNoProbabilities() {
        double[] scores = ascending(60);
        scores[0] = -3;
        scores[1] = 2;
        assertEquals(
                List.of(new Notice(
                        "NOT_PROBABILITIES",
                        "2 scores are outside [0, 1], so metrics of probabilities and of decisions are undefined. Rank"
                                + " metrics take any score. If these are logits, apply the logistic function first.")),
                notices(labels(30, 30), scores));
    }

    @Test
    void scoresThatLeaveTheUnitIntervalByRoundingAreClamped() {
        double[] scores = ascending(60);
        scores[59] = 1 + 1e-10;
        assertEquals(
                List.of(
                        new Notice("CLAMPED", "1 score leaves [0, 1] by at most 1e-9 and counts as its nearest end."),
                        new Notice(
                                "CLIPPED",
                                "1 score is closer to 0 or 1 than 2.2e-16 and clipped to that for log-loss, whose"
                                        + " value depends on the clip.")),
                notices(labels(30, 30), scores));
    }

    @Test
    void decisionsAreNoScores() {
        double[] scores = new double[60];
        Arrays.fill(scores, 0, 25, 1);
        List<Notice> notices = notices(labels(30, 30), scores);
        assertEquals(
                new Notice(
                        "HARD_LABELS",
                        "The scores are only 0 and 1. They look like decisions, so the ROC curve has one point and"
                                + " ROC-AUC equals balanced accuracy. Pass probabilities instead."),
                notices.get(0));
        assertEquals("CLIPPED", notices.get(1).code());
        assertEquals(2, notices.size());
    }

    @Test
    void aScoreForTheOtherClassIsNoticed() {
        Simulated rows = Simulated.rows(1000, 0.3, 1);
        double[] inverted = Arrays.stream(rows.scores()).map(p -> 1 - p).toArray();
        List<Notice> notices = notices(rows.labels(), inverted);
        assertEquals(1, notices.size());
        assertEquals("INVERTED", notices.get(0).code());
        assertEquals(
                "ROC-AUC is 0.2",
                notices.get(0).text().substring(0, "ROC-AUC is 0.2".length()),
                notices.get(0).text());
    }

    @Test
    void aSampleHasNoBootstrap() {
        Simulated rows = Simulated.rows(3000, 0.3, 1);
        List<Notice> notices = Evaluator.of(rows.set().build())
                .replicates(10)
                .build()
                .fast(rows.candidate())
                .model()
                .warnings();
        assertEquals(
                List.of(
                        new Notice(
                                "NO_BOOTSTRAP",
                                "The rows are a sample, whose strata are fixed by design, so no bootstrap was made. Evaluate"
                                        + " all rows to get one."),
                        NO_IDS),
                notices);
    }

    @Test
    void rowsWithoutIdsGoByPosition() {
        Simulated rows = Simulated.rows(3000, 0.3, 1);
        long[] ids = new long[3000];
        Arrays.setAll(ids, row -> row);
        Evaluator withIds =
                Evaluator.of(rows.set().ids(ids).build()).replicates(10).build();
        Evaluator withoutIds = Evaluator.of(rows.set().build()).replicates(10).build();
        assertEquals(List.of(), withIds.full(rows.candidate()).model().warnings());
        assertEquals(List.of(NO_IDS), withoutIds.full(rows.candidate()).model().warnings());
    }

    @Test
    void aModelComparedWithItselfIsNoticed() {
        Simulated rows = Simulated.rows(300, 0.3, 1);
        List<Notice> notices = Evaluator.of(rows.set().build())
                .replicates(0)
                .build()
                .full(rows.candidate(), Scores.of("other", rows.scores()))
                .model()
                .warnings();
        assertEquals(
                List.of(new Notice(
                        "SAME_AS_BASELINE",
                        "Every score equals that of the baseline \"other\". Check that these are two models.")),
                notices);
    }

    private static List<Notice> notices(boolean[] labels, double[] scores) {
        return Evaluator.of(EvaluationSet.binary(labels).build())
                .build()
                .evaluate(TIER, List.of(Scores.of("m", scores)), Optional.empty())
                .model()
                .warnings();
    }

    /** Every other row is of the other class as long as there are any, so that no ranking is upside down. */
    private static boolean[] labels(int positives, int negatives) {
        boolean[] labels = new boolean[positives + negatives];
        for (int row = 0; row < positives; row++) {
            labels[row < negatives ? 2 * row + 1 : negatives + row] = true;
        }
        return labels;
    }

    private static double[] ascending(int rows) {
        double[] scores = new double[rows];
        Arrays.setAll(scores, row -> (row + 1) / (rows + 1.0));
        return scores;
    }
}
