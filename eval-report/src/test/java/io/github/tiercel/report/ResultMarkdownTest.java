package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.GateResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.Provenance;
import io.github.tiercel.result.SliceResult;
import io.github.tiercel.result.Verdict;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultMarkdownTest {

    @Test
    void unpairedIsAsInTheGoldenFile() throws IOException {
        Golden.assertGolden("unpaired.md", ResultMarkdown.render(HandMade.unpaired()));
    }

    @Test
    void everythingIsAsInTheGoldenFile() throws IOException {
        Golden.assertGolden("everything.md", ResultMarkdown.render(HandMade.everything()));
    }

    @Test
    void severalClassesAreAsInTheGoldenFile() throws IOException {
        Golden.assertGolden("multiclass.md", ResultMarkdown.render(HandMade.of(HandMadeTasks.multiclass())));
    }

    @Test
    void regressionIsAsInTheGoldenFile() throws IOException {
        Golden.assertGolden("regression.md", ResultMarkdown.render(HandMade.of(HandMadeTasks.regression())));
    }

    @Test
    void bareResultIsAFewLines() {
        assertEquals("""
                <!-- tiercel:m -->

                No gates were given, so nothing was judged.

                ### m

                3 rows, 1 positive (33.3 %), full tier

                |  | value |  |
                | :-- | --: | :-- |
                | roc_auc | 0.5000 | ³ |

                Marks: ³ has no interval here: its error cannot be estimated, since these rows are too few or do not vary

                <details>
                <summary>Provenance</summary>

                - command: tiercel evaluate flights.csv --label late --score naive_bayes --baseline hour_rate
                - seed: 42
                - versions: tiercel 0.1.0, java 17.0.12
                - fingerprints: rows 9f2c41aa, data 77e0d3b1

                </details>
                """, ResultMarkdown.render(HandMade.of(HandMade.bare("m"))));
    }

    @ParameterizedTest
    @CsvSource({
        "naive_bayes, naive_bayes",
        "model-7.onnx, model-7.onnx",
        "a-->b, a-%2D%3Eb",
        "-->, %2D-%3E",
        "a b, a%20b",
        "日本, %E6%97%A5%E6%9C%AC",
        "'a,b', 'a%2Cb'"
    })
    void markerNamesTheModelInPlainCharacters(String name, String marked) {
        assertEquals("<!-- tiercel:" + marked + " -->", marker(HandMade.of(HandMade.bare(name))));
    }

    @Test
    void markerNamesAllModels() {
        assertEquals("<!-- tiercel:naive_bayes,gbm -->", marker(HandMade.everything()));
    }

    @Test
    void markersOfLongNamesStayApart() {
        String first = marker(HandMade.of(HandMade.bare("m".repeat(1_000) + "1")));
        String second = marker(HandMade.of(HandMade.bare("m".repeat(1_000) + "2")));
        assertTrue(first.length() < 250 && second.length() < 250, first + second);
        assertFalse(first.equals(second), first);
    }

    @Test
    void verdictIsTheFirstThingToSee() {
        assertEquals("**✗ Not ready** (FAIL): 2 of 7 gates failed, 2 inconclusive.", verdict(HandMade.everything()));
        assertEquals("**✓ Ready** (PASS): the gate passed.", verdict(HandMade.of(HandMade.sample())));
        ModelResult model = HandMade.full();
        assertEquals(
                "**? Inconclusive** (INCONCLUSIVE): 1 of 2 gates inconclusive, none failed.",
                verdict(HandMade.of(model.withGates(model.gates().subList(0, 2), List.of()))));
    }

    @Test
    void gatesWithTheWorstVerdictStandFirst() {
        List<String> results = MarkdownReader.rows(ResultMarkdown.render(HandMade.of(HandMade.full()))).stream()
                .skip(1)
                .limit(6)
                .map(row -> row.get(0))
                .toList();
        assertEquals(List.of("✗ FAIL", "✗ FAIL", "? INCONCLUSIVE", "? INCONCLUSIVE", "✓ PASS", "✓ PASS"), results);
    }

    @Test
    void warningOfModelAndBaselineIsSaidOnce() {
        Notice full = new Notice("NOT_STORED", "The disk is full.");
        String text = ResultMarkdown.render(HandMade.of(HandMade.full().withGates(List.of(), List.of(full, full))));
        assertEquals(
                1,
                text.lines()
                        .filter("- note NOT_STORED: The disk is full."::equals)
                        .count(),
                text);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 5_000, 20_000})
    void slicesThatHaveNoRoomAreLeftOutAndCounted(int slices) {
        String text = ResultMarkdown.render(HandMade.of(sliced("m", slices)));
        assertTrue(text.length() <= ResultMarkdown.MOST_CHARACTERS, () -> slices + ": " + text.length());
        int shown =
                (int) text.lines().filter(line -> line.startsWith("| airport=")).count();
        assertTrue(text.contains(String.format(Locale.ROOT, "<summary>%,d slices</summary>", slices)), text);
        if (slices == 200) {
            assertEquals(200, shown);
            assertFalse(text.contains("left out"), text);
        } else {
            assertTrue(text.length() > 59_000, () -> "room for more: " + text.length());
            assertTrue(
                    text.contains(String.format(
                            Locale.ROOT,
                            "\n\n%,d of %,d slices are left out to keep this short.\n\n</details>\n",
                            slices - shown,
                            slices)),
                    text);
        }
    }

    @Test
    void oneOfManyGatesThatFailedIsNotTheOneLeftOut() {
        List<GateResult> gates = new ArrayList<>(
                Collections.nCopies(5_000, HandMade.full().gates().get(0)));
        gates.add(HandMade.full().gates().get(2));
        String text = ResultMarkdown.render(HandMade.of(HandMade.full().withGates(gates, List.of())));
        assertTrue(text.length() <= ResultMarkdown.MOST_CHARACTERS, text);
        assertTrue(text.contains("| ✗ FAIL |"), text);
        assertTrue(text.contains(" of 5,001 gates are left out to keep this short."), text);
    }

    @Test
    void manyModelsWithManySlicesAreCutTogether() {
        ModelResult[] models =
                IntStream.range(0, 100).mapToObj(m -> sliced("model-" + m, 100)).toArray(ModelResult[]::new);
        String text = ResultMarkdown.render(HandMade.of(models));
        assertTrue(text.length() <= ResultMarkdown.MOST_CHARACTERS, () -> "" + text.length());
        int shown = MarkdownReader.headings(text).size();
        assertTrue(shown > 10, text);
        assertTrue(text.contains((100 - shown) + " of 100 models are left out to keep this short."), text);
        assertTrue(text.contains("<summary>Provenance</summary>"), text);
    }

    /** A character that takes ten once it is escaped, and one that takes no column. */
    @ParameterizedTest
    @ValueSource(strings = {"#a", "\u0301", "&", "@a.", "\u0000"})
    void noTextIsTooLong(String part) {
        String name = part.repeat(20_000);
        String text = ResultMarkdown.render(NamedResult.of(name));
        assertTrue(text.length() <= ResultMarkdown.MOST_CHARACTERS, () -> "" + text.length());
        EvaluationResult many = HandMade.of(
                Collections.nCopies(10, NamedResult.of(name).model()).toArray(ModelResult[]::new));
        Map<String, String> texts = Map.of(name, name);
        String whole = ResultMarkdown.render(
                many.traced(HandMade.INFERRED, new Provenance(texts, texts, 1, texts, Optional.of(name))));
        assertTrue(whole.length() <= ResultMarkdown.MOST_CHARACTERS, () -> "" + whole.length());
    }

    @Test
    void hashesAreShortenedAndVersionsAreNot() {
        Map<String, String> digits = Map.of("x", "0123456789abcdef");
        EvaluationResult result = HandMade.of(HandMade.bare("m"))
                .traced(HandMade.TIME, new Provenance(digits, digits, 1, Map.of(), Optional.empty()));
        String text = ResultMarkdown.render(result);
        assertTrue(text.contains("\n- versions: x 0123456789abcdef\n- fingerprints: x 0123456789ab\n"), text);
    }

    @Test
    void textDoesNotDependOnTheLocale() {
        String before = ResultMarkdown.render(HandMade.everything());
        Locale locale = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(before, ResultMarkdown.render(HandMade.everything()));
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void writerGetsTheDocumentAndStaysOpen() {
        StringWriter out = new StringWriter();
        ResultMarkdown.write(HandMade.everything(), out);
        assertEquals(ResultMarkdown.render(HandMade.everything()), out.toString());
    }

    @Test
    void failingWriterIsReported() {
        EvaluationResult result = HandMade.everything();
        Writer full = new FullDisk();
        Exception thrown = assertThrows(UncheckedIOException.class, () -> ResultMarkdown.write(result, full));
        assertEquals("the result could not be written as Markdown: No space left on device", thrown.getMessage());
    }

    private static String marker(EvaluationResult result) {
        return ResultMarkdown.render(result).lines().findFirst().orElseThrow();
    }

    private static String verdict(EvaluationResult result) {
        return ResultMarkdown.render(result).lines().skip(2).findFirst().orElseThrow();
    }

    private static ModelResult sliced(String name, int slices) {
        ModelResult model = HandMade.sliced("roc_auc", "log_loss");
        SliceResult slice = model.slices().get(0);
        List<SliceResult> all = IntStream.range(0, slices)
                .mapToObj(s -> new SliceResult(
                        "airport", "A" + s, slice.rows(), slice.support(), slice.metrics(), slice.comparison()))
                .toList();
        GateResult gate = HandMadeParts.gate(
                "roc_auc >= 0.6",
                Verdict.PASS,
                0.6902,
                0.6614,
                0.719,
                0.6,
                OptionalLong.empty(),
                "the whole interval satisfies the rule");
        return new ModelResult(
                name,
                model.tier(),
                model.rows(),
                model.rowsTotal(),
                model.metrics(),
                model.findings(),
                all,
                model.baseline(),
                model.comparison(),
                List.of(gate),
                model.warnings());
    }
}
