package io.github.tiercel.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Column;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.BatchScorer;
import io.github.tiercel.evaluation.RowScores;
import io.github.tiercel.inference.KnownCategories;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.UnknownCategories;
import io.github.tiercel.result.Notice;
import io.github.tiercel.sampling.RowKey;
import io.github.tiercel.store.CategoryCheck;
import io.github.tiercel.store.PredictionStore;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows whose inputs say nothing, because the model knows no such category. */
class UnknownCategoriesTest {

    private static final String CODE = "UNKNOWN_CATEGORIES";
    private static final String[] HOURS = {"hour=6", "hour=7", "hour=8", "hour=9", "hour=10"};

    @TempDir
    private Path folder;

    private OnnxPredictor open(String... columns) {
        return OnnxPredictor.builder(Graphs.sum(columns.length).write(folder, "m.onnx"))
                .columns(columns)
                .open();
    }

    private static Features<FeatureRow> rows(Column... columns) {
        return Scored.features(Columns.of("table", columns[0].rows(), List.of(columns)));
    }

    private static List<String> said(Predictor<FeatureRow> model, Column... columns) {
        return CategoryCheck.of(rows(columns), model).stream().map(Notice::text).toList();
    }

    private static String refused(Predictor<FeatureRow> model, Column... columns) {
        DataException thrown = assertThrows(DataException.class, () -> said(model, columns));
        assertEquals(CODE, thrown.code());
        return String.valueOf(thrown.getMessage());
    }

    @Test
    void someRowsAreCountedWithTheFirstValues() {
        try (OnnxPredictor model = open(HOURS)) {
            assertEquals(
                    List.of(
                            "Column \"hour\" holds a category that the model does not know in 5 of 8 rows (62.5 %), such as"
                                    + " \"noon\", \"7.5\", \"h07\"; it knows \"6\", \"7\", \"8\" and 2 others. Their scores are those"
                                    + " of rows without a category (there are 1), which is right only if it was trained so."),
                    said(model, Scored.texts("hour", "noon", "7", "noon", null, "7.5", "h07", "07", "8")));
        }
    }

    @Test
    void aColumnOfNothingElseIsRefused() {
        try (OnnxPredictor model = open(HOURS)) {
            assertEquals(
                    "Column \"hour\" holds no category that the model knows in any of 11 rows: it has \"noon\", and the model"
                            + " knows \"6\", \"7\", \"8\" and 2 others. Give the column as it was for training, or the model"
                            + " that was made for it.",
                    refused(model, Scored.texts("hour", repeated("noon", null))));
            assertEquals(
                    "Column \"hour\" holds no category that the model knows in any of 11 rows: it has \"7.5\", \"11.0\", and"
                            + " the model knows \"6\", \"7\", \"8\" and 2 others. Give the column as it was for training, or"
                            + " the model that was made for it.",
                    refused(
                            model,
                            Scored.numbers("hour", 7.5, 11, 7.5, 11, 7.5, 11, 7.5, 11, 7.5, 11, 7.5, Double.NaN)));
            refused(model, Scored.integers("hour", 11, 11, 11, 11, 11, 11, 11, 11, 11, 11));
        }
    }

    /** Eleven times the one, and then the other. */
    private static String[] repeated(String one, @Nullable String other) {
        String[] values = new String[12];
        Arrays.fill(values, one);
        values[11] = other;
        return values;
    }

    /** A single row with a rare category is scored. */
    @Test
    void fewRowsMayAllBeRare() {
        try (OnnxPredictor model = open(HOURS)) {
            String[] nine = Arrays.copyOf(repeated("noon", null), 9);
            assertEquals(1, said(model, Scored.texts("hour", nine)).size());
            assertTrue(said(model, Scored.integers("hour", 11)).get(0).contains("in 1 of 1 rows (100.0 %)"));
        }
    }

    @Test
    void knownAndMissingValuesAreNoNews() {
        try (OnnxPredictor model = open(HOURS)) {
            assertEquals(List.of(), said(model, Scored.texts("hour", "6", null, "10")));
            assertEquals(List.of(), said(model, Scored.numbers("hour", 6, Double.NaN, 10)));
            assertEquals(List.of(), said(model, Scored.integers("hour", 6, 10)));
            assertEquals(List.of(), said(model, Scored.texts("hour", new String[] {null, null})));
        }
    }

    @Test
    void eachColumnHasItsOwnWarningAndColumnsOfNumbersHaveNone() {
        try (OnnxPredictor model = open("from=ORD", "distance", "to=ATL", "to=DFW")) {
            assertEquals(
                    List.of("from", "to"),
                    model.categories().stream().map(KnownCategories::column).toList());
            assertEquals(List.of("ATL", "DFW"), model.categories().get(1).known());
            assertEquals(
                    2,
                    said(
                                    model,
                                    Scored.texts("from", "KORD", "ORD"),
                                    Scored.numbers("distance", 1, 2),
                                    Scored.texts("to", "ATL", "KDFW"))
                            .size());
        }
    }

    @Test
    void categoriesReadByTheirPlaceAreTheSame() {
        try (OnnxPredictor model = OnnxPredictor.builder(Graphs.sum(1).write(folder, "m.onnx"))
                .columns("from")
                .categories("from", List.of("ATL", "ORD"))
                .open()) {
            assertEquals(
                    new UnknownCategories(2, 1, List.of("KORD", "KATL")),
                    model.categories().get(0).unknown(Scored.batch(Scored.texts("from", "KORD", "ATL", null, "KATL"))));
        }
    }

    /** Rows are looked at when scores are asked for, wherever these come from. */
    @Test
    void scoresFromTheStoreAreWarnedOfToo() {
        Features<FeatureRow> rows = rows(Scored.texts("hour", "noon", "7", "8", "9"));
        try (OnnxPredictor model = open(HOURS);
                PredictionStore store = PredictionStore.open(folder.resolve("store"))) {
            BatchScorer<FeatureRow> scorer =
                    BatchScorer.of(RowKey.positions(4), rows).store(store);
            RowScores first = scorer.scores(model);
            RowScores again = scorer.scores(model);
            assertEquals(4, again.cost().rowsReused());
            assertEquals(first.notices(), again.notices());
            assertEquals(
                    List.of(CODE), first.notices().stream().map(Notice::code).toList());
        }
    }

    @Test
    void nothingIsScoredOfARefusedColumn() {
        Features<FeatureRow> rows = rows(Scored.texts("hour", repeated("noon", "h07")));
        try (OnnxPredictor model = open(HOURS)) {
            Predictor<FeatureRow> watched = model.watchedBy(scored -> {
                throw new AssertionError("scored " + scored + " rows");
            });
            DataException thrown = assertThrows(DataException.class, () -> BatchScorer.of(RowKey.positions(12), rows)
                    .scores(watched));
            assertEquals(CODE, thrown.code());
        }
    }

    /** Whatever a model is called, and whatever its rows are made of, it knows the same. */
    @Test
    void aModelUnderAnotherNameKnowsTheSame() {
        try (OnnxPredictor model = open(HOURS)) {
            Features<FeatureRow> rows = rows(Scored.texts("hour", "noon", "7"));
            Features<FeatureRow[]> wrapped = Features.of(List.of(
                    new FeatureRow[] {rows.batch(new int[] {0}).row(0)},
                    new FeatureRow[] {rows.batch(new int[] {1}).row(0)}));
            List<Notice> own = CategoryCheck.of(rows, model);
            assertEquals(
                    own,
                    CategoryCheck.of(
                            rows, model.withFingerprint(model.fingerprint().orElseThrow())));
            assertEquals(own, CategoryCheck.of(wrapped, model.on(row -> row[0])));
            assertEquals(
                    "hour",
                    model.<FeatureRow[]>on(row -> row[0]).categories().get(0).column());
            assertEquals(1, own.size());
        }
    }
}
