package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tiercel.data.DataException;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.result.EvaluationResult;
import io.github.tiercel.result.ModelResult;
import io.github.tiercel.result.MulticlassFindings;
import io.github.tiercel.result.Notice;
import io.github.tiercel.result.SmallSlices;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultReaderTest {

    private static final String BEFORE = "The JSON cannot be read as a result: ";
    private static final String AFTER = ". Name a file that tiercel evaluate --format json wrote.";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"everything.json", "bare.json", "multiclass.json", "regression.json", "ranking.json"})
    void goldenFilesAreWrittenAgainByteForByte(String name) throws IOException {
        String json = Golden.read(name);
        assertEquals(json, ResultJson.render(ResultJson.parse(json)));
    }

    @Test
    void everythingIsRead() {
        for (EvaluationResult result :
                List.of(HandMade.everything(), HandMade.unpaired(), HandMade.of(HandMade.bare("m")))) {
            assertEquals(result, ResultJson.parse(ResultJson.render(result)));
        }
    }

    @Test
    void tableAndPageOfEveryTaskNeedNoData() {
        for (ModelResult model :
                List.of(HandMadeTasks.multiclass(), HandMadeTasks.regression(), HandMadeTasks.ranking())) {
            EvaluationResult result = HandMade.of(model);
            EvaluationResult read = ResultJson.parse(ResultJson.render(result));
            assertEquals(model.findings().task(), read.model().task());
            assertEquals(ResultTable.render(result), ResultTable.render(read));
            assertEquals(ResultHtml.render(result), ResultHtml.render(read));
        }
    }

    @Test
    void metricsOfAClassHaveTheNamesThatGatesGiveThem() {
        EvaluationResult read = ResultJson.parse(ResultJson.render(HandMade.of(HandMadeTasks.multiclass())));
        MulticlassFindings findings = (MulticlassFindings) read.model().findings();
        Estimate recall =
                Objects.requireNonNull(findings.classes().get(1).metrics().get("recall"));
        assertEquals("recall[late]", recall.metric());
    }

    /** Results from before there was a key say it in their warnings alone. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,312 of 1,407 slices by \"the \"city\"\", of 9,804 rows in all, have fewer than 100 rows and are left"
                        + " out.|the \"city\"|1312|1407|9804|100",
                "1 of 4 slices by \"city\", of 1 row in all, has fewer than 2 rows and is left out.|city|1|4|1|2"
            })
    void slicesThatOlderResultsLackAreKnownByTheirWarnings(
            String said, String column, int slices, int of, int rows, int fewest) {
        ModelResult older = HandMade.bare("m").withNotices(List.of(new Notice("SMALL_SLICES", said)));
        ModelResult read =
                ResultJson.parse(ResultJson.render(HandMade.of(older))).model();
        assertEquals(List.of(new SmallSlices(column, slices, of, rows, fewest)), read.smallSlices());
        assertTrue(read.lacksSlicesBy(column));
        assertFalse(read.lacksSlicesBy("origin"));
        assertEquals(older.warnings(), read.warnings());
    }

    @Test
    void whatSoundsLikeSlicesThatWereLeftOutIsNone() {
        ModelResult odd = HandMade.bare("m")
                .withNotices(List.of(
                        new Notice("SMALL_SLICES", "Some slices by \"city\", of few rows, are left out."),
                        new Notice(
                                "OTHER",
                                "1 of 4 slices by \"city\", of 1 row in all, has fewer than 2 rows and is left out.")));
        assertEquals(
                List.of(),
                ResultJson.parse(ResultJson.render(HandMade.of(odd))).model().smallSlices());
    }

    @Test
    void fileIsReadInUtf8AndWithAByteOrderMarkInUtf16Too() throws IOException {
        String json = ResultJson.render(HandMade.everything());
        Path utf8 = Files.writeString(folder.resolve("run.json"), json);
        assertEquals(HandMade.everything(), ResultJson.read(utf8));
        Path marked = Files.writeString(folder.resolve("marked.json"), "\ufeff" + json);
        assertEquals(HandMade.everything(), ResultJson.read(marked));
        Path utf16 = Files.write(folder.resolve("utf16.json"), json.getBytes(StandardCharsets.UTF_16));
        assertEquals(HandMade.everything(), ResultJson.read(utf16));
    }

    @Test
    void infinityOfAFileThatDoesNotSayWhichIsTheWorseOne() throws IOException {
        JsonNode json = Schema.parse(Golden.read("everything.json"));
        ((ObjectNode) json.at("/models/naive_bayes/metrics/log_loss")).putNull("value");
        ((ObjectNode) json.at("/models/naive_bayes/metrics/roc_auc")).putNull("value");
        ModelResult model = ResultJson.parse(json.toString()).model("naive_bayes");
        assertEquals(
                Value.of(Double.POSITIVE_INFINITY), model.metric("log_loss").value());
        assertEquals(Value.of(Double.NEGATIVE_INFINITY), model.metric("roc_auc").value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                    | time                | time is missing",
                "                                    | verdict             | verdict is missing",
                "/models/naive_bayes                 | gates               | models.naive_bayes.gates is missing",
                "/models/naive_bayes/gates/2         | verdict             | models.naive_bayes.gates[2].verdict is missing",
                "/models/naive_bayes/metrics/roc_auc | value               | models.naive_bayes.metrics.roc_auc.value is missing",
                "/history/epochs/1/tiers/full        | rows                | history.epochs[1].tiers.full.rows is missing",
                "/provenance                         | seed                | provenance.seed is missing"
            })
    void missingKeyIsNamed(String place, String key, String problem) throws IOException {
        JsonNode json = Schema.parse(Golden.read("everything.json"));
        ((ObjectNode) (place == null ? json : json.at(place))).remove(key);
        assertRefused(problem, json.toString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "                      | schemaVersion | 2          | schemaVersion is 2, and this version of Tiercel reads 1",
                "                      | schemaVersion | \"1\"      | schemaVersion must be a whole number from"
                        + " -9223372036854775808 to 9223372036854775807, got \"1\"",
                "                      | verdict       | \"PASS\"   | verdict is PASS, but the gates say FAIL, so one of"
                        + " them was changed",
                "                      | verdict       | null       | verdict is null, but the gates say FAIL, so one of"
                        + " them was changed",
                "/models/naive_bayes   | rows          | 1.5        | models.naive_bayes.rows must be a whole number from 0"
                        + " to 2147483647, got 1.5",
                "/models/naive_bayes   | rows          | 1e300      | models.naive_bayes.rows must be a whole number from 0"
                        + " to 2147483647, got 1.0E300",
                "/models/naive_bayes   | rows          | 2147483648 | models.naive_bayes.rows must be a whole number from 0"
                        + " to 2147483647, got 2147483648",
                "/models/naive_bayes   | task          | \"guess\"  | models.naive_bayes.task is \"guess\" instead of"
                        + " binary, multiclass, regression or ranking",
                "/models/naive_bayes   | gates         | {}         | models.naive_bayes.gates must be an array, got an"
                        + " object",
                "/models/naive_bayes   | metrics       | []         | models.naive_bayes.metrics must be an object, got an"
                        + " array",
                "/models/naive_bayes   | model         | \"other\"  | models.naive_bayes.model must be \"naive_bayes\" as"
                        + " its key, got \"other\"",
                "/models/naive_bayes/gates/2 | verdict | \"MAYBE\"  | models.naive_bayes.gates[2].verdict is \"MAYBE\","
                        + " which this version of Tiercel does not know",
                "/models/naive_bayes/gates/2 | limit   | 1e999      | models.naive_bayes.gates[2].limit must be a number"
                        + " within the range of doubles, or null, got one beyond it",
                "/models/naive_bayes/gates/0 | lower   | 0.9        | models.naive_bayes.gates[0]: lower must not be above"
                        + " upper, got 0.9 and 0.72616",
                "/models/naive_bayes/metrics/roc_auc | flags | [1]  | models.naive_bayes.metrics.roc_auc.flags[0] must be"
                        + " a text, got 1",
                "/models/naive_bayes/curves/roc | fpr  | [0]        | models.naive_bayes.curves.roc.fpr must have 3"
                        + " entries, got 1",
                "/holdout              | models        | 0          | holdout: models must be at least 1 and evaluations at"
                        + " least as many, got 0 and 1120"
            })
    void keyOfAnotherTypeIsNamed(String place, String key, String value, String problem) throws IOException {
        JsonNode json = Schema.parse(Golden.read("everything.json"));
        ((ObjectNode) (place == null ? json : json.at(place))).put(key, "\u0001");
        assertRefused(problem, json.toString().replace("\"\\u0001\"", value));
    }

    @Test
    void keysThatAreNoWordsAreQuoted() throws IOException {
        JsonNode json = Schema.parse(Golden.read("multiclass.json"));
        ((ObjectNode) json.at("/per_class/on time")).remove("rows");
        assertRefused("per_class[\"on time\"].rows is missing", json.toString());
    }

    @Test
    void tableOfAnotherSizeIsRefused() throws IOException {
        JsonNode json = Schema.parse(Golden.read("multiclass.json"));
        ((ObjectNode) json.get("confusion")).set("weights", Schema.parse("[[1,2],[3,4]]"));
        assertRefused("confusion.weights must have 4 entries, got 2", json.toString());
        ((ObjectNode) json.get("confusion")).set("weights", Schema.parse("[[1],[1],[1],[1]]"));
        assertRefused("confusion.weights[0] must have 4 entries, got 1", json.toString());
    }

    @Test
    void cutFileSaysWhere() throws IOException {
        String json = Golden.read("everything.json");
        assertRefused(
                "it ends in the middle of its JSON at line 3, column 1",
                json.lines().limit(2).reduce("", (a, b) -> a + b + "\n"));
        assertStarts("it is no valid JSON at line 2, column 22: ", "{\n  \"schemaVersion\": nu");
        assertRefused("it is empty", "");
        assertRefused("it is empty", " \n");
    }

    @Test
    void whatIsNoJsonSaysWhere() {
        assertStarts("it is no valid JSON at line 1, column 1: Unexpected character", "<html>");
        assertStarts("it is no valid JSON at line 1, column ", "{\"schemaVersion\": 1} {}");
        assertStarts("it is no valid JSON at line 1, column ", "{\"schemaVersion\": NaN}");
        assertRefused("it holds an array instead of an object", "[]");
        assertRefused("it holds 1 instead of an object", "1");
        assertRefused("schemaVersion is missing", "{}");
    }

    @Test
    void repeatedKeyIsRefused() throws IOException {
        String twice = Golden.read("bare.json").replaceFirst("\"tier\"", "\"rows\": 4, \"tier\"");
        assertStarts("it is no valid JSON at line", twice);
        assertTrue(refused(() -> ResultJson.parse(twice)).contains("Duplicate field 'rows'"));
    }

    @Test
    void depthAndDigitsWithoutEndAreRefused() throws IOException {
        String deep = "[".repeat(100_000);
        assertStarts("it is no valid JSON", "{\"schemaVersion\": 1, \"x\": " + deep);
        String digits = "9".repeat(100_000);
        assertStarts(
                "it is no valid JSON", Golden.read("bare.json").replace("\"rows\": 3,", "\"rows\": " + digits + ","));
    }

    @Test
    void fileThatCannotBeReadIsNamed() throws IOException {
        Path missing = folder.resolve("none.json");
        assertEquals("There is no file " + missing + ".", refused(() -> ResultJson.read(missing)));
        assertEquals(
                folder + " cannot be read as a result: Is a directory" + AFTER, refused(() -> ResultJson.read(folder)));
        Path latin = Files.write(
                folder.resolve("latin.json"), new byte[] {'{', '"', (byte) 0xe9, 't', 'e', '"', ':', '1', '}'});
        String message = refused(() -> ResultJson.read(latin));
        assertTrue(message.startsWith(latin + " cannot be read as a result: it is no valid JSON"), message);
    }

    private static void assertRefused(String problem, String json) {
        assertEquals(BEFORE + problem + AFTER, refused(() -> ResultJson.parse(json)));
    }

    private static void assertStarts(String problem, String json) {
        String message = refused(() -> ResultJson.parse(json));
        assertTrue(message.startsWith(BEFORE + problem), message);
        assertTrue(message.endsWith(AFTER), message);
        assertFalse(message.contains("\n"), message);
    }

    private static String refused(Executable read) {
        return String.valueOf(assertThrows(DataException.class, read).getMessage());
    }
}
