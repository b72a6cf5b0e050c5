package io.github.tiercel.serving;

import static io.github.tiercel.data.Thrown.assertBadData;
import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.data.Scores;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.compare.Difference;
import io.github.tiercel.metrics.interval.ProportionInterval;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.ParityResult;
import io.github.tiercel.result.ParityRow;
import io.github.tiercel.result.RowShare;
import io.github.tiercel.result.ScoreGap;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParityCheckTest {

    private static Scores scores(String name, double... values) {
        return Scores.of(name, values);
    }

    private static ParityCheck check(double[] reference, double... served) {
        return ParityCheck.of(scores("train", reference), scores("serve", served));
    }

    private static double[] values(double... values) {
        return values;
    }

    @Test
    void gapsAreCountedByHand() {
        ParityResult result =
                check(values(0.1, 0.25, 0.5, 0.75), 0.1, 0.5, 0.375, 0.75).result();
        assertEquals(
                new ScoreGap(2, 0.25, 0.09375, 0, 0.25, 0.25, 0.25),
                result.figures().gap());
        assertEquals(
                new RowShare(2, 4, ProportionInterval.CLOPPER_PEARSON.of(2, 4, 0.95)),
                result.figures().beyondTolerance());
        assertEquals(0.5, result.figures().beyondTolerance().share());
        assertEquals(List.of("score"), result.outputs());
        assertEquals(4, result.rows());
        assertFalse(result.isIdentical());
    }

    @Test
    void anEqualScoreIsNoGapHoweverItIsWritten() {
        ParityResult zero = check(values(0.0, 1), -0.0, 1).result();
        assertEquals(0, zero.figures().gap().max());
        assertFalse(zero.isIdentical());
        assertEquals(1, zero.figures().gap().identical());
    }

    @Test
    void aGapWithoutBoundIsSaidAsSuch() {
        ScoreGap gap = check(values(-Double.MAX_VALUE, 1), Double.MAX_VALUE, 1)
                .result()
                .figures()
                .gap();
        assertEquals(Double.POSITIVE_INFINITY, gap.max());
        assertEquals(Double.POSITIVE_INFINITY, gap.mean());
        assertEquals(0, gap.median());
    }

    @Test
    void quantilesAreGapsThatRowsHave() {
        double[] reference = new double[1000];
        double[] served = IntStream.rangeClosed(1, 1000).asDoubleStream().toArray();
        ScoreGap gap = check(reference, served).result().figures().gap();
        assertEquals(new ScoreGap(0, 1000, 500.5, 500, 900, 990, 999), gap);
    }

    @Test
    void aGapOfTheToleranceIsWithinIt() {
        ParityCheck check = check(values(0.25, 0.5), 0.375, 0.75);
        assertEquals(
                1, check.tolerance(0.125).result().figures().beyondTolerance().count());
        assertEquals(
                2, check.tolerance(0.124).result().figures().beyondTolerance().count());
        assertEquals(1e-5, check.result().tolerance());
    }

    @Test
    void decisionsFlipAtTheThreshold() {
        ParityCheck check = check(values(0.49, 0.5, 0.3, 0.9), 0.5, 0.51, 0.2, 0.4);
        ParityResult half = check.result();
        assertEquals(OptionalDouble.of(0.5), half.threshold());
        assertEquals(2, half.figures().labelFlips().orElseThrow().count());
        assertEquals(
                1,
                check.threshold(0.25)
                        .result()
                        .figures()
                        .labelFlips()
                        .orElseThrow()
                        .count());
        assertEquals(
                List.of(true, false, false, true),
                half.firstRows().stream().map(ParityRow::flipped).toList());
    }

    @Test
    void scoresThatAreNoProbabilitiesDecideByANamedThresholdOnly() {
        ParityCheck check = check(values(-2, 3), 1, 3);
        assertEquals(Optional.empty(), check.result().figures().labelFlips());
        assertEquals(OptionalDouble.empty(), check.result().threshold());
        assertEquals(
                1,
                check.threshold(0).result().figures().labelFlips().orElseThrow().count());
    }

    @Test
    void ofSeveralOutputsTheLargestDecides() {
        List<String> classes = List.of("cat", "dog", "eel");
        Scores train = Scores.ofClasses("train", classes, new double[][] {{0.5, 0.2}, {0.3, 0.4}, {0.2, 0.4}});
        Scores serve = Scores.ofClasses("serve", classes, new double[][] {{0.4, 0.2}, {0.4, 0.35}, {0.2, 0.45}});
        ParityResult result = ParityCheck.of(train, serve).result();
        // A tie goes to the first, so the first row stays a cat; the second turns from dog to eel.
        assertEquals(1, result.figures().labelFlips().orElseThrow().count());
        assertEquals(0.1, result.figures().gap().max(), 1e-15);
        assertEquals(List.of(0.5, 0.3, 0.2), result.worstRows().get(0).reference());
        assertEquals(classes, result.outputs());
        assertMisuse(
                "A threshold is for one score a row; of 3 outputs the largest decides. Leave the threshold out.",
                () -> ParityCheck.of(train, serve).threshold(0.5).result());
    }

    @Test
    void theOutputThatAgreesLeastIsShown() {
        List<String> classes = List.of("a", "b");
        Scores train = Scores.ofClasses("train", classes, new double[][] {{1, 2, 3, 4}, {4, 3, 2, 1}});
        Scores serve = Scores.ofClasses("serve", classes, new double[][] {{1, 2, 3, 4}, {4, 3, 1, 2}});
        ParityResult result = ParityCheck.of(train, serve).result();
        assertEquals(0.8, result.figures().spearman().value().orNaN(), 1e-15);
        assertEquals(2.0 / 3, result.figures().kendall().orNaN(), 1e-15);
    }

    @Test
    void firstAndWorstRowsAreToldApart() {
        double[] reference = new double[30];
        double[] served = new double[30];
        IntStream.range(0, 30).forEach(row -> served[row] = row % 2 == 0 ? 0 : (row + 1) / 100.0);
        ParityResult result = check(reference, served).result();
        assertEquals(
                List.of(2, 4, 6, 8, 10, 12, 14, 16, 18, 20),
                result.firstRows().stream().map(ParityRow::row).toList());
        assertEquals(
                List.of(30, 28, 26, 24, 22, 20, 18, 16, 14, 12),
                result.worstRows().stream().map(ParityRow::row).toList());
        assertEquals(0.3, result.worstRows().get(0).gap());
    }

    @Test
    void ofEqualGapsTheFirstRowsAreTheWorst() {
        double[] served = new double[30];
        Arrays.fill(served, 0.25);
        assertEquals(
                List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
                check(new double[30], served).result().worstRows().stream()
                        .map(ParityRow::row)
                        .toList());
        assertEquals(List.of(), check(new double[30], new double[30]).result().worstRows());
    }

    private static Columns table(String source, long[] ids, double[] scores, String... hours) {
        int[] codes = IntStream.range(0, hours.length).toArray();
        return Columns.of(
                source,
                ids.length,
                List.of(
                        IntegerColumn.wrap("id", ids, new BitSet()),
                        NumberColumn.wrap("p", scores, new BitSet()),
                        TextColumn.wrap("hour", codes, List.of(hours))));
    }

    private static PipelineScores side(Columns table) {
        return PipelineScores.of(Scores.from(table, "p").called(table.source()))
                .keyedBy(table, "id")
                .showing(table, "hour");
    }

    @Test
    void pipelinesAreJoinedByIdsAndShowWhatTheyRead() {
        PipelineScores train = side(table("train", new long[] {7, 8, 9}, values(0.1, 0.2, 0.3), "1", "2", "3"));
        PipelineScores serve = side(table("serve", new long[] {9, 7, 8}, values(0.3, 0.1, 0.7), "3", "1", "14"));
        ParityResult result = ParityCheck.of(train, serve).result();
        assertEquals(
                List.of(new ParityRow(
                        2,
                        Optional.of("8"),
                        List.of(0.2),
                        List.of(0.7),
                        0.49999999999999994,
                        true,
                        Map.of("hour", "2"),
                        Map.of("hour", "14"))),
                result.firstRows());
        assertEquals("ids", result.provenance().settings().get("joined_by"));
    }

    @Test
    void rowsThatOneSideLacksAreCountedAndLeftOutOnlyIfAskedTo() {
        PipelineScores train = side(table("train", new long[] {7, 8, 9}, values(0.1, 0.2, 0.3), "1", "2", "3"));
        PipelineScores serve = side(table("serve", new long[] {9, 6}, values(0.35, 0.1), "3", "1"));
        assertBadData(
                "\"serve\" lacks 2 of the 3 rows of \"train\" (first at rows 1, 2) and has 1 that it has not. Score the"
                        + " same rows with both, or compare those of both alone: --shared-rows, in Java sharedRowsOnly().",
                () -> ParityCheck.of(train, serve).result());
        ParityResult shared = ParityCheck.of(train, serve).sharedRowsOnly().result();
        assertEquals(1, shared.rows());
        assertEquals(3, shared.firstRows().get(0).row());
        assertEquals(
                List.of(new Notice(
                        "UNSHARED_ROWS",
                        "Compared on the 1 rows that both have; left out were 2 of \"train\" and 1 of \"serve\", which the"
                                + " other lacks.")),
                shared.warnings());
        PipelineScores other = side(table("other", new long[] {1}, values(0.35), "3"));
        assertBadData(
                "\"train\" and \"other\" share no id: of 3 and 1 rows, none is the same. Name the column of ids that both"
                        + " have, or score the same rows.",
                () -> ParityCheck.of(train, other).sharedRowsOnly().result());
    }

    @Test
    void idsOfOneSideAloneAreRefused() {
        PipelineScores train = side(table("train", new long[] {7, 8}, values(0.1, 0.2), "1", "2"));
        PipelineScores serve = PipelineScores.of(scores("serve", 0.2, 0.1));
        assertBadData(
                "\"train\" has ids but \"serve\" has none, so its rows cannot be found by them. Name the ids of both to"
                        + " join by them, or of neither to compare row by row.",
                () -> ParityCheck.of(train, serve).result());
        assertBadData(
                "\"train\" has ids but \"serve\" has none, so its rows cannot be found by them. Name the ids of both to"
                        + " join by them, or of neither to compare row by row.",
                () -> ParityCheck.of(serve, train).sharedRowsOnly().result());
    }

    @Test
    void metricsOfSharedRowsReadTheirLabels() {
        PipelineScores train =
                PipelineScores.of(scores("train", 0.1, 0.9, 0.2, 0.8)).keyedBy(new long[] {1, 2, 3, 4});
        PipelineScores serve = PipelineScores.of(scores("serve", 0.8, 0.2, 0.9)).keyedBy(new long[] {4, 3, 2});
        EvaluationSet set =
                EvaluationSet.binary(new boolean[] {true, true, false, true}).build();
        ModelResult quality = ParityCheck.of(train, serve)
                .sharedRowsOnly()
                .labelled(set)
                .result()
                .quality()
                .orElseThrow();
        assertEquals(3, quality.rows());
        assertEquals(Value.of(1), quality.metric("roc_auc").value());
    }

    @Test
    void scoresThatCannotBeComparedAreRefused() {
        assertBadData(
                "\"train\" has scores of 2 rows but \"serve\" of 1. Score the same rows with both, or name the ids to join"
                        + " them by.",
                () -> check(values(0.1, 0.2), 0.1).result());
        Scores two = Scores.ofClasses("two", List.of("a", "b"), new double[][] {{0.1}, {0.9}});
        Scores swapped = Scores.ofClasses("swapped", List.of("b", "a"), new double[][] {{0.9}, {0.1}});
        Scores other = Scores.ofClasses("other", List.of("a", "c"), new double[][] {{0.9}, {0.1}});
        assertBadData(
                "\"one\" gives 1 score a row, \"two\" gives 2 scores a row (a, b). Compare models that give the same"
                        + " outputs.",
                () -> ParityCheck.of(scores("one", 0.5), two).result());
        assertBadData(
                "\"swapped\" gives its outputs in another order than \"two\": b, a instead of a, b. Whoever reads them by"
                        + " place takes one class for another. Put them into one order.",
                () -> ParityCheck.of(two, swapped).result());
        assertBadData(
                "\"two\" gives 2 scores a row (a, b), \"other\" gives 2 scores a row (a, c). Compare models that give the"
                        + " same outputs.",
                () -> ParityCheck.of(two, other).result());
        assertBadData("There is no row to compare: \"train\" has no score. Give at least one.", () -> check(values())
                .result());
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        ParityCheck check = check(values(0.1), 0.1);
        assertMisuse("tolerance must be at least 0, got -1.0", () -> check.tolerance(-1));
        assertMisuse("tolerance must be at least 0, got NaN", () -> check.tolerance(Double.NaN));
        assertMisuse("threshold must be finite, got Infinity", () -> check.threshold(Double.POSITIVE_INFINITY));
        assertMisuse("level must be in (0, 1), got 1.0", () -> check.level(1));
    }

    @Test
    void labelsOfOtherRowsAreRefused() {
        EvaluationSet set = EvaluationSet.binary(new boolean[] {true, false}).build();
        assertBadData(
                "Got 2 labels but 1 scores of the reference. Each row needs one of both, in the same order.",
                () -> check(values(0.1), 0.1).labelled(set).result());
    }

    @Test
    void modelsScoreTheSameRows() {
        Columns table = Columns.of("rows", 3, List.of(NumberColumn.wrap("x", values(0.1, 0.2, 0.3), new BitSet())));
        Features<FeatureRow> features = Features.from(table, "x");
        Predictor<FeatureRow> exact = Predictor.of(row -> row.number("x"));
        Predictor<FeatureRow> rounded = Predictor.of(row -> (float) row.number("x"));
        ParityResult same = ParityCheck.of(features, exact, exact).result();
        assertTrue(same.isIdentical());
        ParityResult close =
                ParityCheck.of(features, exact, rounded).tolerance(1e-9).result();
        assertEquals(3, close.figures().beyondTolerance().count());
        assertEquals(Map.of("x", "0.2"), close.firstRows().get(1).features());
        assertEquals(Map.of(), close.firstRows().get(1).servedFeatures());
        assertEquals("reference", close.reference());
    }

    @Test
    void twoPipelinesReadOtherFeaturesOfTheSameRows() {
        Predictor<double[]> model = Predictor.of(row -> row[0]);
        PipelineScores train = PipelineScores.of("train", Features.of(new double[][] {{0.1}, {0.2}}), model)
                .keyedBy(new long[] {1, 2});
        PipelineScores serve = PipelineScores.of("serve", Features.of(new double[][] {{0.9}, {0.1}}), model)
                .keyedBy(new long[] {2, 1});
        ParityRow row = ParityCheck.of(train, serve).result().firstRows().get(0);
        assertEquals(Map.of("row", "[0.2]"), row.features());
        assertEquals(Map.of("row", "[0.9]"), row.servedFeatures());
    }

    @Test
    void metricsAreComparedRowByRow() {
        Random random = new Random(3);
        boolean[] labels = new boolean[400];
        double[] train = new double[400];
        double[] serve = new double[400];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = random.nextBoolean();
            train[row] = (random.nextDouble() + (labels[row] ? 0.5 : 0)) / 1.5;
            serve[row] = Math.round(train[row] * 16) / 16.0;
        }
        ModelResult quality = ParityCheck.of(scores("train", train), scores("serve", serve))
                .labelled(EvaluationSet.binary(labels).build())
                .result()
                .quality()
                .orElseThrow();
        assertEquals(
                List.of("log_loss", "roc_auc", "accuracy"),
                List.copyOf(quality.comparison().keySet()));
        Difference auc = Objects.requireNonNull(quality.comparison().get("roc_auc"));
        assertTrue(auc.paired());
        assertTrue(auc.interval().isPresent());
        assertEquals("train", quality.baseline().orElseThrow().name());
    }
}
