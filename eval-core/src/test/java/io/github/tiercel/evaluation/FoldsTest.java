package io.github.tiercel.evaluation;

import static io.github.tiercel.data.Thrown.assertMisuse;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.EvaluationSetBuilder;
import io.github.tiercel.data.Scores;
import io.github.tiercel.result.FoldSpread;
import io.github.tiercel.result.FoldSummary;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldsTest {

    private static final int ROWS = 2000;
    private static final Simulated WORLD = Simulated.rows(ROWS, 0.3, 7);
    private static final List<String> FOLDS =
            IntStream.range(0, ROWS).mapToObj(row -> String.valueOf(row % 5)).toList();

    @Test
    void foldsAreSlicesWithASpread() {
        ModelResult model = evaluate(WORLD.set().folds("fold", FOLDS), WORLD.candidate(), "roc_auc", "accuracy");
        assertEquals(5, model.slices().size());
        double[] values = model.slices().stream()
                .mapToDouble(slice ->
                        requireNonNull(slice.metrics().get("roc_auc")).value().orNaN())
                .toArray();
        FoldSummary folds = model.folds().orElseThrow();
        assertEquals("fold", folds.column());
        assertEquals(5, folds.count());
        assertEquals(FoldSpread.of(values), folds.metric("roc_auc"));
        // All folds have as many rows, so the mean over them is the pooled share.
        assertEquals(
                model.metric("accuracy").value().orNaN(),
                folds.metric("accuracy").mean(),
                1e-12);
        assertEquals(List.of(), codes(model, "POOLED_FOLDS"));
    }

    @Test
    void scoresOnDifferentScalesAreNoticed() {
        double[] scores = WORLD.scores().clone();
        for (int row = 0; row < ROWS; row++) {
            scores[row] = (scores[row] + row % 5) / 5;
        }
        ModelResult model = evaluate(WORLD.set().folds("fold", FOLDS), Scores.of("m", scores), "roc_auc");
        List<Notice> notices = codes(model, "POOLED_FOLDS");
        assertEquals(1, notices.size());
        assertTrue(notices.get(0).text().startsWith("The mean of roc_auc over folds, 0.7"), notices::toString);
        assertTrue(model.folds().orElseThrow().metric("roc_auc").mean()
                > model.metric("roc_auc").value().orNaN() + 0.1);
    }

    @Test
    void aMetricThatWasNotAskedForIsNamed() {
        FoldSummary folds = new FoldSummary("fold", 1, Map.of("mae", FoldSpread.of(1)));
        assertMisuse("metric \"rmse\" was not evaluated; the folds hold [mae]", () -> folds.metric("rmse"));
    }

    @Test
    void aFoldOfOneClassIsCountedAsUndefined() {
        List<String> folds = IntStream.range(0, ROWS)
                .mapToObj(row -> WORLD.labels()[row] && row % 2 == 0 ? "positives" : "rest" + row % 2)
                .toList();
        ModelResult model = evaluate(WORLD.set().folds("fold", folds), WORLD.candidate(), "roc_auc", "log_loss");
        FoldSummary summary = model.folds().orElseThrow();
        assertEquals(3, summary.count());
        // Half the positives are a fold, so a negative is all that is left of the even rows.
        assertEquals(2, summary.metric("roc_auc").undefined());
        assertEquals(0, summary.metric("log_loss").undefined());
        assertTrue(Double.isNaN(summary.metric("roc_auc").deviation()));
    }

    @Test
    void spreadsAreThoseOfTheDefinedFolds() {
        assertEquals(new FoldSpread(2, Math.sqrt(2), 1, 3, 1), FoldSpread.of(1, Double.NaN, 3));
        assertEquals(
                new FoldSpread(Double.NaN, Double.NaN, Double.NaN, Double.NaN, 2),
                FoldSpread.of(Double.NaN, Double.NaN));
        assertEquals(new FoldSpread(4, Double.NaN, 4, 4, 0), FoldSpread.of(4));
    }

    @Test
    void aFoldColumnThatIsAlsoSlicedByIsListedOnce() {
        ModelResult model =
                evaluate(WORLD.set().slice("fold", FOLDS).folds("fold", FOLDS), WORLD.candidate(), "accuracy");
        assertEquals(5, model.slices().size());
    }

    @Test
    void smallFoldsAreListedAllTheSame() {
        ModelResult model = Evaluator.of(WORLD.set().folds("fold", FOLDS).build())
                .metrics("accuracy")
                .replicates(0)
                .slicing(Slicing.all().minRows(1000))
                .build()
                .full(WORLD.candidate())
                .model();
        assertEquals(5, model.slices().size());
        assertEquals(List.of(), codes(model, "SMALL_SLICES"));
    }

    @Test
    void whatAreNoFoldsIsRefused() {
        assertEquals(
                "Column \"fold\" of the rows given names 1 fold. Cross-validation has 2 to 1,000: name the column that"
                        + " says which fold each row was left out of.",
                refused(Collections.nCopies(ROWS, "a")));
        assertEquals(
                "Column \"fold\" of the rows given names 2,000 folds. Cross-validation has 2 to 1,000: name the column"
                        + " that says which fold each row was left out of.",
                refused(IntStream.range(0, ROWS).mapToObj(String::valueOf).toList()));
        assertEquals(
                "Got 2,000 labels but 1 folds. Each row needs one of both, in the same order.", refused(List.of("a")));
    }

    @Test
    void partsOfTheRowsKeepTheirFolds() {
        EvaluationSet set = WORLD.set().folds("fold", FOLDS).build();
        assertEquals(set.folds(), set.withLabels(WORLD.labels()).folds());
        assertEquals(
                List.of("fold"),
                set.slices().stream().map(slice -> slice.name()).toList());
    }

    private static String refused(List<String> folds) {
        return requireNonNull(
                assertThrows(DataException.class, () -> WORLD.set().folds("fold", folds))
                        .getMessage());
    }

    private static List<Notice> codes(ModelResult model, String code) {
        return model.warnings().stream()
                .filter(notice -> notice.code().equals(code))
                .toList();
    }

    private static ModelResult evaluate(EvaluationSetBuilder set, Scores scores, String... metrics) {
        return Evaluator.of(set.build())
                .metrics(metrics)
                .replicates(0)
                .build()
                .full(scores)
                .model();
    }
}
