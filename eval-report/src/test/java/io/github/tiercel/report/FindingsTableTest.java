package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.result.ClassResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.RankingFindings;
import io.github.tiercel.result.RegressionFindings;
import io.github.tiercel.result.TaskFindings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tables of several classes, of predicted numbers and of rankings. */
class FindingsTableTest {

    @Test
    void multiclassIsAsInTheGoldenFile() throws IOException {
        Golden.assertGolden("multiclass.txt", ResultTable.render(HandMade.of(HandMadeTasks.multiclass())));
    }

    @Test
    void regressionIsAsInTheGoldenFile() throws IOException {
        Golden.assertGolden("regression.txt", ResultTable.render(HandMade.of(HandMadeTasks.regression())));
    }

    @Test
    void rankingIsAsInTheGoldenFile() throws IOException {
        Golden.assertGolden("ranking.txt", ResultTable.render(HandMade.of(HandMadeTasks.ranking())));
    }

    @Test
    void narrowScreenIsAsInTheGoldenFile() throws IOException {
        Golden.assertGolden(
                "multiclass-narrow.txt", ResultTable.render(HandMade.of(HandMadeTasks.multiclass()), 64, Style.PLAIN));
    }

    @Test
    void numbersOfThingsAgreeWithTheirNouns() {
        assertEquals("1 query, 1 row", evidence(RankingFindings.of(1, 0), 1));
        assertEquals("2 queries, 1 without a relevant row, 9 rows", evidence(RankingFindings.of(2, 1), 9));
        assertEquals("9 rows, 1 class", EvidenceText.of(rows(HandMadeTasks.manyClasses(1), 9)));
    }

    @Test
    void spreadOfLabelsHasThreeDigits() {
        assertEquals("9 rows, label 12.1 ± 40.2", evidence(RegressionFindings.of(12.1345, 40.2101), 9));
        assertEquals("9 rows, label 0.250 ± 0.500", evidence(RegressionFindings.of(0.25, 0.5), 9));
        assertEquals("9 rows, label 1,234,567 ± 56,789", evidence(RegressionFindings.of(1234567, 56789), 9));
        assertEquals("9 rows, label 3.21e-07 ± 1.55e-07", evidence(RegressionFindings.of(3.21e-7, 1.55e-7), 9));
        assertEquals("9 rows, label 5.000 ± 0.000", evidence(RegressionFindings.of(5, 0), 9));
    }

    @Test
    void factsThatDoNotFitBesideTheNameStandBelowIt() {
        assertEquals(
                List.of("bm25", "   1,000 queries, 23 without a relevant row,", "   12,345 of 200,000 rows, fast tier"),
                Header.of(HandMadeTasks.ranking(), new Layout(48, Style.PLAIN)));
    }

    @Test
    void neitherEndOfAMetricIsBetterOrWorse() {
        String table = ResultTable.render(HandMade.of(HandMadeTasks.regression()));
        assertTrue(table.contains("\nmean_error   0.010  +1.39       [+1.21, +1.57]  <0.001\n"), table);
        assertEquals(
                Cell.EMPTY,
                DifferenceColumns.outcome(HandMadeParts.difference("slope", Direction.NEITHER, 1, 0.5, 1.5, 0.1)));
    }

    @Test
    void pValuesStandWhereThereIsRoom() {
        String wide = String.join("\n", lines(HandMadeTasks.regression(), 120));
        assertTrue(wide.contains("  0.010  +1.39       [+1.21, +1.57]  <0.001\n"), wide);
        String narrow = String.join("\n", lines(HandMadeTasks.regression(), 60));
        assertTrue(narrow.contains("\nmean_error   0.010  +1.39       [+1.21, +1.57]  <0.001\n"), narrow);
    }

    @Test
    void manyClassesAreTheWeakestOnesAndTheLargestConfusions() {
        List<String> lines = lines(HandMadeTasks.manyClasses(25), 100);
        assertTrue(
                lines.contains("20 of 25 classes: those with the lowest f1, by the upper end of its interval"),
                lines::toString);
        int first = lines.indexOf("class      rows  precision             recall                f1") + 1;
        assertTrue(lines.get(first).startsWith("class 24  1,000  "), lines::toString);
        assertTrue(lines.get(first + 19).startsWith("class 5   1,000  "), lines::toString);
        int confusions = lines.indexOf("class     taken for  weight  of the class");
        assertEquals("class 24  class 0        24         2.4 %", lines.get(confusions + 1));
        assertEquals("class 15  class 16       15         1.5 %", lines.get(confusions + 10));
        assertEquals(confusions + 11, lines.size(), lines::toString);
    }

    @Test
    void elevenClassesAreTooManyForATableOfAllPairs() {
        assertTrue(
                lines(HandMadeTasks.manyClasses(10), 200).stream().anyMatch(line -> line.startsWith("class \\ pre")));
        assertTrue(lines(HandMadeTasks.manyClasses(11), 200).stream().noneMatch(line -> line.startsWith("class \\ p")));
    }

    @Test
    void classesWithoutConfusionsHaveNoTableOfThem() {
        List<String> names = HandMadeTasks.manyClasses(12).findings() instanceof MulticlassFindings findings
                ? findings.confusion().classes()
                : List.of();
        double[][] right = new double[12][12];
        right[3][3] = 7;
        List<String> lines = Confusions.lines(HandMadeTasks.confusion(names, right), new Layout(100, Style.PLAIN));
        assertEquals(List.of(), lines);
    }

    @Test
    void classesOfASampleHaveNoEstimatesAndNoTable() {
        MulticlassFindings sampled = MulticlassFindings.of(
                List.of(new ClassResult("a", 3, Map.of()), new ClassResult("b", 4, Map.of())),
                HandMadeTasks.confusion(List.of("a", "b"), new double[][] {{2.5, 1}, {0, 4}}));
        String table = ResultTable.render(HandMade.of(HandMadeTasks.bare("m", sampled)));
        assertEquals("""
                m   78,543 rows, 2 classes   full tier
                     value  95 % interval
                any  0.700  [0.600, 0.800]
                """, table);
    }

    @Test
    void narrowScreensShowMarginsAndThenFewerRates() {
        ModelResult model = HandMadeTasks.manyClasses(2);
        assertTrue(lines(model, 70).contains("class 0  1,000  0.900 ±0.010  0.900 ±0.010  0.900 ±0.010"));
        assertTrue(lines(model, 50).contains("class 0  1,000  0.900 ±0.010  0.900 ±0.010"));
        assertFalse(lines(model, 40).stream().anyMatch(line -> line.length() > 40));
    }

    private static List<String> lines(ModelResult model, int width) {
        return ResultTable.render(HandMade.of(model), width, Style.PLAIN)
                .lines()
                .toList();
    }

    private static String evidence(TaskFindings findings, int rows) {
        return EvidenceText.of(rows(HandMadeTasks.bare("m", findings), rows));
    }

    private static ModelResult rows(ModelResult model, int rows) {
        return new ModelResult(
                model.model(),
                model.tier(),
                rows,
                rows,
                model.metrics(),
                model.findings(),
                model.slices(),
                model.baseline(),
                model.comparison(),
                model.gates(),
                model.warnings());
    }
}
