package io.github.tiercel.data;

import static io.github.tiercel.data.Thrown.assertBadData;
import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.sampling.RowKey;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EvaluationSetTest {

    private static final boolean[] LABELS = {true, false, false, true};

    @Test
    void theLikelyPairsOfLabelsAreUnderstood() {
        assertEquals("1", guessed("0", "1"));
        assertEquals("1", guessed("-1", "1"));
        assertEquals("TRUE", guessed("TRUE", "FALSE"));
        assertEquals("yes", guessed("No", "yes"));
        assertEquals("positive", guessed("positive", "negative"));
        assertEquals("pos", guessed("neg", "pos"));
        assertEquals("1", set(numbers("y", 0, 1, 1)).positive().orElseThrow());
        assertEquals("1", set(numbers("y", -0.0, 1, 0)).positive().orElseThrow());
        assertEquals("1", set(integers("y", 1, 0)).positive().orElseThrow());
    }

    @Test
    void oneClassIsNoError() {
        assertEquals(0, positives(set(text("y", "0", "0"))));
        assertEquals(2, positives(set(integers("y", 1, 1))));
        assertEquals(0, positives(set(text("y", "no", "no"))));
        assertEquals("yes", set(text("y", "no", "no")).positive().orElseThrow());
        assertEquals(
                0, positives(set(text("y", "ham", "ham"), ColumnRoles.label("y").positive("spam"))));
    }

    @Test
    void thePositiveLabelIsFoundInAnySpellingOfItsNumber() {
        for (String form : List.of("1", "1.0")) {
            ColumnRoles roles = ColumnRoles.label("y").positive(form);
            assertEquals(2, positives(set(numbers("y", 1, 0, 1), roles)));
            assertEquals(2, positives(set(integers("y", 1, 0, 1), roles)));
            assertEquals("1", set(integers("y", 1, 0, 1), roles).positive().orElseThrow());
        }
        assertEquals(
                1, positives(set(text("y", "1.0", "0.0"), ColumnRoles.label("y").positive("1.0"))));
        assertEquals(
                1, positives(set(integers("y", 1, 0, 1), ColumnRoles.label("y").positive("0"))));
    }

    @Test
    void labelsThatCannotBeGuessedAreRefused() {
        assertMisuse(
                "Label column \"y\" holds \"ham\" (2), \"spam\" (1), and which one is positive cannot be guessed. Name"
                        + " it with --positive.",
                () -> set(text("y", "ham", "spam", "ham")));
        assertMisuse(
                "Label column \"y\" holds \"yes\" (2), \"Yes\" (1), and which one is positive cannot be guessed. Name"
                        + " it with --positive.",
                () -> set(text("y", "yes", "Yes", "yes")));
        assertMisuse(
                "Label column \"y\" holds \"1.5\" (2), \"0.5\" (1), and which one is positive cannot be guessed. Name"
                        + " it with --positive, or say --task regression if these are numbers to predict.",
                () -> set(numbers("y", 1.5, 0.5, 1.5)));
        assertMisuse(
                "Positive label \"Spam\" does not occur in column \"y\", which holds \"ham\" (2), \"spam\" (1). Name"
                        + " one of them with --positive.",
                () -> set(
                        text("y", "ham", "spam", "ham"), ColumnRoles.label("y").positive("Spam")));
    }

    @Test
    void aThirdLabelIsRefused() {
        assertBadData(
                "Label column \"y\" has 3 values: \"0\" (2), \"1\" (1), \"2\" (1). A binary label has two. If these are"
                        + " classes, say --task multiclass with a score for each; else drop or map the other rows, or"
                        + " name another label column.",
                () -> set(integers("y", 0, 1, 2, 0)));
        assertBadData(
                "Label column \"y\" has 4 values: \"a\\u0009b\" (2), \"b\" (1), \"c\" (1) and others. A binary label"
                        + " has two. If these are classes, say --task multiclass with a score for each; else drop or map"
                        + " the other rows, or name another label column.",
                () -> set(text("y", "a\tb", "b", "c", "d", "a\tb")));
        double[] many = new double[30];
        Arrays.setAll(many, row -> row);
        assertBadData(
                "Label column \"y\" has 30 values: \"0\" (1), \"1\" (1), \"2\" (1) and others. A binary label has"
                        + " two; these look like numbers to predict: say --task regression, or name another label column.",
                () -> set(numbers("y", many)));
    }

    @Test
    void missingLabelsAreRefusedAndNotANumberIsMissing() {
        String sentence = "2 of 4 rows have no label in column \"y\" of rows.csv (first at rows 1, 4). Rows without a"
                + " label cannot be evaluated: remove them, or leave them out on purpose with --drop-unlabelled.";
        assertBadData(sentence, () -> set(text("y", "", "1", "0", "")));
        assertBadData(sentence, () -> set(numbers("y", Double.NaN, 1, 0, Double.NaN)));
        assertBadData(sentence, () -> set(numbers("y", Double.NaN, 1, 1, Double.NaN)));
    }

    @Test
    void unlabelledRowsCanBeLeftOut() {
        Columns columns = table(numbers("y", Double.NaN, 1, 0, 1), integers("id", 7, 8, 9, 10));
        Columns labelled = EvaluationSet.labelled(columns, "y");
        assertArrayEquals(
                new long[] {8, 9, 10},
                EvaluationSet.from(labelled, ColumnRoles.label("y").id("id")).keys());
        assertSame(labelled, EvaluationSet.labelled(labelled, "y"));
        assertEquals(1, EvaluationSet.labelled(table(text("y", "", "a")), "y").rows());
    }

    @Test
    void noRowIsRefused() {
        String sentence = "There is no row to evaluate in %s. Give at least one labelled row.";
        assertBadData(String.format(sentence, "rows.csv"), () -> set(text("y")));
        assertBadData(String.format(sentence, "the rows given"), () -> EvaluationSet.binary(new boolean[0])
                .build());
    }

    @Test
    void unknownColumnsAreNamed() {
        Columns columns = table(text("label", "0", "1"));
        assertMisuse(
                "There is no column \"lable\" in rows.csv. Did you mean \"label\"? Columns: label.",
                () -> EvaluationSet.from(columns, ColumnRoles.label("lable")));
        for (ColumnRoles roles : List.of(
                ColumnRoles.label("label").id("key"),
                ColumnRoles.label("label").weight("key"),
                ColumnRoles.label("label").cluster("key"),
                ColumnRoles.label("label").slice("key"))) {
            assertMisuse(
                    "There is no column \"key\" in rows.csv. Columns: label.",
                    () -> EvaluationSet.from(columns, roles));
        }
    }

    @Test
    void badWeightsAreRefused() {
        String end = " Weights must be finite and at least 0, with a positive sum.";
        assertBadData(
                "Weight in column \"weights\" of the rows given is -1.0 (2 of 4, first at rows 2, 4)." + end,
                () -> weighted(1, -1, 1, -2));
        assertBadData(
                "Weight in column \"weights\" of the rows given is NaN (1 of 4, at row 3)." + end,
                () -> weighted(1, 1, Double.NaN, 1));
        assertBadData(
                "Weight in column \"weights\" of the rows given is Infinity (1 of 4, at row 1)." + end,
                () -> weighted(Double.POSITIVE_INFINITY, 1, 1, 1));
        assertBadData(
                "All weights in column \"weights\" of the rows given are 0, so no row counts. Weights must be at least"
                        + " 0 with a positive sum.",
                () -> weighted(0, 0, 0, 0));
        assertBadData(
                "The weights in column \"weights\" of the rows given sum to 2.0E200, which is too large to compute with."
                        + " Only their ratios count: scale them, for example to a mean of 1.",
                () -> weighted(1e200, 1, 1e200, 0));
        assertBadData(
                "The weights in column \"weights\" of the rows given sum to 1.0E-300, which is too small to compute"
                        + " with. Only their ratios count: scale them, for example to a mean of 1.",
                () -> weighted(1e-300, 0, 0, 0));
        ColumnRoles roles = ColumnRoles.label("y").weight("w");
        assertBadData(
                "Weight in column \"w\" of rows.csv is missing (1 of 2, at row 2)." + end,
                () -> EvaluationSet.from(table(integers("y", 0, 1), text("w", "1", "")), roles));
        assertBadData(
                "Column \"w\" of rows.csv holds text, \"one\" at row 1, but weights must be numbers. Name another column"
                        + " or mend the file.",
                () -> EvaluationSet.from(table(integers("y", 0, 1), text("w", "one", "2")), roles));
    }

    @Test
    void idsMustBeThereAndDistinct() {
        String end =
                " Ids must be distinct, because sampling and comparison go by id: name a finer column, or leave the"
                        + " id out to go by position.";
        assertBadData(
                "Id \"7\" in column \"id\" occurs 3 times (first at rows 1, 2, 4); 1 id is repeated." + end,
                () -> EvaluationSet.binary(LABELS).ids(new long[] {7, 7, 8, 7}));
        ColumnRoles roles = ColumnRoles.label("y").id("key");
        assertBadData(
                "Id \"a\" in column \"key\" occurs 2 times (first at rows 1, 3); 2 ids are repeated." + end,
                () -> EvaluationSet.from(
                        table(integers("y", 0, 1, 0, 1, 0), text("key", "a", "b", "a", "b", "c")), roles));
        assertBadData(
                "1 of 2 rows has no value in column \"key\" of rows.csv (at row 1). Every row needs one: fill them in,"
                        + " or name another column.",
                () -> EvaluationSet.from(table(integers("y", 0, 1), text("key", "", "b")), roles));
    }

    @Test
    void lengthsMustAgree() {
        String end = ". Each row needs one of both, in the same order.";
        EvaluationSetBuilder builder = EvaluationSet.binary(LABELS);
        assertBadData("LENGTH_MISMATCH", "Got 4 labels but 1 ids" + end, () -> builder.ids(new long[1]));
        assertBadData("Got 4 labels but 5 weights" + end, () -> builder.weights(new double[5]));
        assertBadData("Got 4 labels but 2 clusters" + end, () -> builder.clusters(new long[2]));
        assertBadData("Got 4 labels but 1 slice \"s\"" + end, () -> builder.slice("s", List.of("a")));
        assertBadData("Got 4 labels but 1,000 scores of \"m\"" + end, () -> builder.build()
                .predictions(Scores.of("m", new double[1000])));
    }

    @Test
    void everythingIsCopied() {
        boolean[] labels = LABELS.clone();
        double[] weights = {1, 2, 3, 4};
        long[] ids = {5, 6, 7, 8};
        EvaluationSet set =
                EvaluationSet.binary(labels).ids(ids).weights(weights).seed(9).build();
        Arrays.fill(labels, false);
        Arrays.fill(weights, 9);
        Arrays.fill(ids, 0);
        set.keys()[0] = 1;
        BinaryPredictions predictions = (BinaryPredictions) set.predictions(Scores.of("m", new double[4]));
        assertEquals(2, predictions.positives());
        assertEquals(3, predictions.weight(2));
        assertArrayEquals(new long[] {5, 6, 7, 8}, set.keys());
        assertArrayEquals(set.keys(), set.unitKeys());
        assertTrue(set.hasIds());
        assertTrue(set.isWeighted());
        assertEquals(9, set.seed());
        assertEquals("true", set.positive().orElseThrow());
        assertEquals("the rows given", set.source());
    }

    @Test
    void positionsAreTheKeysWithoutIds() {
        EvaluationSet set = EvaluationSet.binary(LABELS).build();
        assertArrayEquals(new long[] {0, 1, 2, 3}, set.keys());
        assertFalse(set.hasIds());
        assertFalse(set.isWeighted());
        assertEquals(EvaluationSet.DEFAULT_SEED, set.seed());
        assertSame(set.order(), set.order());
    }

    @Test
    void textIdsAndClustersAreHashed() {
        Columns columns = table(
                integers("y", 0, 1, 0), text("key", "a", "b", "c"), text("user", "u", "v", "u"), numbers("x", 1, 2, 1));
        EvaluationSet set = EvaluationSet.from(
                columns,
                ColumnRoles.label("y").id("key").cluster("user").slice("x").slice("user"),
                3);
        assertArrayEquals(new long[] {RowKey.of("a"), RowKey.of("b"), RowKey.of("c")}, set.keys());
        assertArrayEquals(new long[] {RowKey.of("u"), RowKey.of("v"), RowKey.of("u")}, set.unitKeys());
        assertTrue(set.design().isClustered());
        assertEquals(
                List.of("x", "user"),
                set.slices().stream().map(TextColumn::name).toList());
        assertEquals(List.of("1.0", "2.0"), set.slices().get(0).dictionary());
    }

    @Test
    void rolesNameEachColumnOnce() {
        ColumnRoles roles = ColumnRoles.label("y")
                .id("i")
                .weight("w")
                .cluster("c")
                .slice("s")
                .slice("c");
        assertEquals(List.of("y", "i", "w", "c", "s"), roles.columns());
    }

    private static String guessed(String... labels) {
        return set(text("y", labels)).positive().orElseThrow();
    }

    private static EvaluationSet set(Column label) {
        return set(label, ColumnRoles.label("y"));
    }

    private static EvaluationSet set(Column label, ColumnRoles roles) {
        return EvaluationSet.from(table(label), roles);
    }

    private static int positives(EvaluationSet set) {
        return ((BinaryPredictions) set.predictions(Scores.of("m", new double[set.rows()]))).positives();
    }

    private static EvaluationSet weighted(double... weights) {
        return EvaluationSet.binary(LABELS).weights(weights).build();
    }

    private static Columns table(Column... columns) {
        return Columns.of("rows.csv", columns[0].rows(), List.of(columns));
    }

    private static NumberColumn numbers(String name, double... values) {
        return NumberColumn.wrap(name, values, new BitSet());
    }

    private static IntegerColumn integers(String name, long... values) {
        return IntegerColumn.wrap(name, values, new BitSet());
    }

    /** The empty text stands for a missing value. */
    private static TextColumn text(String name, String... values) {
        Map<String, Integer> dictionary = new LinkedHashMap<>();
        int[] codes = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            codes[row] = values[row].isEmpty()
                    ? TextColumn.MISSING
                    : dictionary.computeIfAbsent(values[row], value -> dictionary.size());
        }
        return TextColumn.wrap(name, codes, List.copyOf(dictionary.keySet()));
    }
}
