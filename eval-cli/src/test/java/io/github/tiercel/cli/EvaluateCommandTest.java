package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateCommandTest {

    private static final String LOGITS = "label,score\n1,2.5\n0,-0.25\n1,0.4\n0,0.1\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    @BeforeAll
    static void write() {
        Holdout.csv(folder);
    }

    @Test
    void jsonHasTheKeysOfTheContract() {
        JsonNode json = json("--baseline", "other", "--slice", "country", "--gate", "roc_auc >= 0.7");
        assertEquals(
                Set.of(
                        "schemaVersion",
                        "model",
                        "task",
                        "tier",
                        "rows",
                        "rows_total",
                        "positives",
                        "verdict",
                        "metrics",
                        "confusion",
                        "thresholds",
                        "calibration",
                        "score_histogram",
                        "curves",
                        "slices",
                        "baseline",
                        "comparison",
                        "gates",
                        "time",
                        "warnings",
                        "provenance"),
                keys(json));
        assertEquals(1, json.at("/schemaVersion").intValue());
        assertEquals("score", json.at("/model").textValue());
        assertEquals("binary", json.at("/task").textValue());
        assertEquals("full", json.at("/tier").textValue());
        assertEquals(600, json.at("/rows").intValue());
        assertEquals("PASS", json.at("/verdict").textValue());
        assertTrue(keys(json.at("/metrics/roc_auc"))
                .containsAll(Set.of("value", "lower", "upper", "level", "method", "bootstrap")));
        assertTrue(keys(json.at("/comparison/roc_auc"))
                .containsAll(Set.of("difference", "lower", "upper", "p_value", "paired")));
        assertTrue(keys(json.at("/gates/0"))
                .containsAll(Set.of("rule", "verdict", "value", "lower", "upper", "limit", "reason")));
        assertEquals("other", json.at("/baseline/name").textValue());
        assertTrue(keys(json.at("/baseline")).containsAll(Set.of("name", "metrics", "curves", "calibration")));
    }

    @Test
    void slicesThatAreLeftOutAreCounted() {
        JsonNode small = json("--slice", "country", "--min-slice-rows", "601").at("/small_slices/0");
        assertEquals("country", small.at("/column").textValue());
        assertEquals(600, small.at("/rows").intValue());
        assertEquals(601, small.at("/fewest").intValue());
        assertEquals(small.at("/of"), small.at("/slices"));
    }

    @Test
    void verdictIsNullWithoutGates() {
        JsonNode json = json();
        assertTrue(json.has("verdict"));
        assertTrue(json.get("verdict").isNull());
        assertEquals(0, json.get("gates").size());
    }

    @Test
    void severalScoresAreSeveralModels() {
        JsonNode json = json("--score", "other", "--gate", "roc_auc >= 0.75");
        assertEquals(Set.of("schemaVersion", "verdict", "models", "time", "provenance"), keys(json));
        assertEquals(Set.of("score", "other"), keys(json.get("models")));
        assertEquals("PASS", json.at("/models/score/verdict").textValue());
        assertEquals("FAIL", json.at("/models/other/verdict").textValue());
        assertEquals("FAIL", json.at("/verdict").textValue());
        assertFalse(json.at("/models/score").has("time"));
    }

    @Test
    void oneOptionMayNameSeveralScores() {
        String file = folder.resolve("holdout.csv").toString();
        Run run = Run.here("evaluate", file, "--label", "label", "--score", "score,other", "--format", "json");
        assertEquals(Set.of("score", "other"), keys(run.json().get("models")));
    }

    @Test
    void settingsInForceAreEchoed() {
        JsonNode settings = json().at("/provenance/settings");
        assertEquals("1", settings.get("positive").textValue());
        assertEquals("binary", settings.get("task").textValue());
        assertEquals("full", settings.get("tier").textValue());
        assertEquals("0.5", settings.get("threshold").textValue());
        assertEquals("0.95", settings.get("level").textValue());
        assertEquals("1000", settings.get("replicates").textValue());
        assertEquals("positions", settings.get("row_keys").textValue());
        assertEquals(42, json().at("/provenance/seed").intValue());
    }

    @Test
    void commandInTheResultCanBePastedIntoAShell() {
        String command = json("--gate", "roc_auc >= 0.7", "--slice", "country", "--rows", "590")
                .at("/provenance/command")
                .textValue();
        assertTrue(command.startsWith("tiercel evaluate "), command);
        assertTrue(command.contains(" --label label --score score "), command);
        assertTrue(command.contains(" --gate 'roc_auc >= 0.7' --slice country --rows 590 "), command);
    }

    @Test
    void sameCommandGivesTheSameResult() {
        assertEquals(withoutTime(json("--slice", "country")), withoutTime(json("--slice", "country")));
    }

    @Test
    void csvParquetAndHiveFoldersGiveTheSameNumbers() {
        JsonNode csv = json("--slice", "country", "--id", "id").get("metrics");
        assertEquals(
                csv,
                evaluate(Holdout.parquet(folder), "--slice", "country", "--id", "id")
                        .get("metrics"));
        // The rows of a hive folder come in another order, so sums may differ in the last digit.
        JsonNode hive = evaluate(Holdout.hive(folder), "--slice", "country", "--id", "id");
        assertEquals(
                csv.at("/roc_auc/value").doubleValue(),
                hive.at("/metrics/roc_auc/value").doubleValue(),
                1e-12);
        assertEquals(Set.of("de", "fr", "li"), slices(hive));
    }

    @Test
    void tableGoesToStdoutAndNothingElseAnywhere() {
        Run run = run("--gate", "roc_auc >= 0.7");
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("", run.err());
        List<String> lines = run.out().lines().toList();
        assertTrue(lines.get(0).startsWith("score"), run.out());
        assertTrue(run.out().contains("roc_auc "), run.out());
        assertTrue(lines.get(lines.size() - 1).contains("PASS"), run.out());
    }

    @ParameterizedTest
    @CsvSource({"table, run.txt", "json, run.json"})
    void outputTakesTheResultAndLeavesStdoutEmpty(String format, String name) throws IOException {
        Path file = folder.resolve(name);
        Run run = run("--format", format, "--output", file.toString());
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("", run.out());
        assertEquals("", run.err());
        String text = Files.readString(file);
        if (format.equals("json")) {
            assertEquals("score", Run.json(text).get("model").textValue());
        } else {
            assertEquals(run().out(), text);
        }
    }

    @Test
    void outputReplacesAnOlderOne() throws IOException {
        Path file = Holdout.text(folder, "old.json", "x".repeat(1_000_000));
        run("--format", "json", "--output", file.toString()).assertExitCode(ExitCode.PASSED);
        assertEquals("score", Run.json(Files.readString(file)).get("model").textValue());
    }

    @Test
    void outputIsWrittenWhereAGateFailsToo() {
        Path file = folder.resolve("failed.json");
        run("--gate", "roc_auc >= 0.999", "--output", file.toString()).assertExitCode(ExitCode.FAILED);
        assertTrue(Files.exists(file));
    }

    @Test
    void outputThatCannotBeWrittenIs14() {
        refusedOutput(folder.resolve("missing/run.json"), "its folder does not exist");
        refusedOutput(folder, "it is a folder");
        refusedOutput(folder.resolve("holdout.csv/run.json"), "its folder does not exist");
    }

    private static void refusedOutput(Path file, String reason) {
        run("--output", file.toString()).assertRefused(ExitCode.NO_OUTPUT, file.toString(), reason, "--output");
    }

    @Test
    void droppedRowsAreCountedOnStderr() {
        Path file = Holdout.text(folder, "unlabelled.csv", "label,score\n1,0.9\n,0.5\n0,0.3\nnan,0.2\n1,0.8\n,0.1\n");
        Run run = Run.here(
                "evaluate",
                file.toString(),
                "--label",
                "label",
                "--score",
                "score",
                "--drop-unlabelled",
                "--format",
                "json");
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("tiercel: left out 3 rows without a label.", run.err().strip());
        assertEquals(3, run.json().get("rows").intValue());
        assertTrue(
                run.json().get("warnings").toString().contains("left out 3 rows without a label."),
                run.json().get("warnings").toString());
        assertEquals(2, run.json().get("positives").intValue());
    }

    @Test
    void oneDroppedRowIsARow() {
        Path file = Holdout.text(folder, "unlabelled1.csv", "label,score\n1,0.9\n,0.5\n0,0.3\n");
        Run run = Run.here("evaluate", file.toString(), "--label", "label", "--score", "score", "--drop-unlabelled");
        assertEquals("tiercel: left out 1 row without a label.", run.err().strip());
    }

    @Test
    void nothingToDropIsNotMentioned() {
        assertEquals("", run("--drop-unlabelled").err());
    }

    @Test
    void fastTierHasItsMetricsAndNoBootstrap() {
        JsonNode json = json("--tier", "fast");
        assertEquals("fast", json.get("tier").textValue());
        assertEquals(Set.of("log_loss", "accuracy", "roc_auc"), keys(json.get("metrics")));
        assertFalse(json.at("/metrics/roc_auc").has("bootstrap"));
    }

    @Test
    void sampleSaysSoAndHasAnIntervalForTheFullSet() {
        JsonNode json = json("--rows", "200");
        assertEquals(200, json.get("rows").intValue());
        assertEquals(600, json.get("rows_total").intValue());
        assertTrue(json.at("/metrics/roc_auc").has("full_set"));
    }

    @Test
    void moreRowsThanThereAreIsAllOfThem() {
        JsonNode json = json("--rows", "5000");
        assertEquals(600, json.get("rows").intValue());
        assertEquals(json().get("metrics"), json.get("metrics"));
    }

    @Test
    void metricsAreThoseAskedForAndThoseGated() {
        assertEquals(
                Set.of("f1", "specificity", "brier"),
                keys(json("--metrics", "f1,specificity", "--gate", "brier <= 0.9")
                        .get("metrics")));
    }

    @Test
    void seedChangesTheBootstrapAndNoValue() {
        JsonNode one = json("--seed", "1").at("/metrics/roc_auc");
        JsonNode two = json("--seed", "2").at("/metrics/roc_auc");
        assertEquals(one.get("value"), two.get("value"));
        assertEquals(one.get("lower"), two.get("lower"));
        assertNotEquals(one.get("bootstrap"), two.get("bootstrap"));
    }

    @Test
    void bootstrapIntervalsMayStandFirst() {
        JsonNode auc = json("--intervals", "bootstrap").at("/metrics/roc_auc");
        assertEquals(auc.at("/bootstrap/lower"), auc.get("lower"));
        assertEquals(auc.at("/bootstrap/upper"), auc.get("upper"));
        assertNotEquals(json().at("/metrics/roc_auc/lower"), auc.get("lower"));
    }

    @Test
    void replicatesAreOfTheSchemeThatHoldsOrOfTheOneAskedFor() {
        String scheme = "/metrics/roc_auc/bootstrap/scheme";
        assertEquals("compressed", json().at(scheme).textValue());
        assertEquals("row-hashed", json("--cluster", "user").at(scheme).textValue());
        assertEquals("row-hashed", json("--weight", "weight").at(scheme).textValue());
        assertEquals("row-hashed", json("--baseline", "other").at(scheme).textValue());
        assertEquals("row-hashed", json("--resampling", "row-hashed").at(scheme).textValue());
        JsonNode blocks = json("--resampling", "rank-blocks").at("/metrics/roc_auc/bootstrap");
        assertEquals("rank-blocks", blocks.get("scheme").textValue());
        assertTrue(Math.abs(blocks.get("approximation_error").doubleValue()) < 1e-3);
    }

    @Test
    void theBootstrapEndsWhenOtherSeedsWouldChangeLittle() {
        JsonNode bootstrap = json("--monte-carlo-error", "0.2").at("/metrics/roc_auc/bootstrap");
        assertEquals(200, bootstrap.get("replicates").intValue());
    }

    @Test
    void replicatesAreThoseAskedFor() {
        JsonNode metrics = json("--replicates", "300").get("metrics");
        assertEquals(300, metrics.at("/log_loss/bootstrap/replicates").intValue());
        assertFalse(json("--replicates", "0").at("/metrics/log_loss").has("bootstrap"));
    }

    @Test
    void lowerLevelNarrowsIntervals() {
        JsonNode wide = json().at("/metrics/accuracy");
        JsonNode narrow = json("--level", "0.5").at("/metrics/accuracy");
        assertEquals(0.5, narrow.get("level").doubleValue());
        assertTrue(narrow.get("lower").doubleValue() > wide.get("lower").doubleValue());
        assertTrue(narrow.get("upper").doubleValue() < wide.get("upper").doubleValue());
    }

    @Test
    void thresholdMovesDecisions() {
        assertEquals(0.9, json("--threshold", "0.9").at("/confusion/threshold").doubleValue());
        assertNotEquals(
                json().at("/metrics/recall/value"), json("--threshold", "0.9").at("/metrics/recall/value"));
    }

    @Test
    void idsAreTheKeysOfRows() {
        assertEquals(
                "ids", json("--id", "id").at("/provenance/settings/row_keys").textValue());
        assertEquals(json().at("/metrics/f1/value"), json("--id", "id").at("/metrics/f1/value"));
    }

    @Test
    void weightsCount() {
        assertNotEquals(
                json().at("/metrics/accuracy/value"), json("--weight", "weight").at("/metrics/accuracy/value"));
    }

    @Test
    void clustersWidenOrNarrowIntervalsAndKeepValues() {
        JsonNode rows = json().at("/metrics/accuracy");
        JsonNode users = json("--cluster", "user").at("/metrics/accuracy");
        assertEquals(rows.get("value"), users.get("value"));
        assertNotEquals(rows.get("lower"), users.get("lower"));
    }

    @Test
    void slicesCoverTheirColumn() {
        JsonNode json = json("--slice", "country", "--slice", "weight");
        assertEquals(Set.of("de", "fr", "li", "1", "2", "3"), slices(json));
        int rows = 0;
        for (JsonNode slice : json.get("slices")) {
            rows += slice.get("column").textValue().equals("country")
                    ? slice.get("rows").intValue()
                    : 0;
        }
        assertEquals(600, rows);
    }

    @Test
    void otherLabelMayBePositive() {
        JsonNode ones = json();
        JsonNode zeros = json("--positive", "0");
        assertEquals(
                600, ones.get("positives").intValue() + zeros.get("positives").intValue());
        assertEquals(
                1,
                ones.at("/metrics/roc_auc/value").doubleValue()
                        + zeros.at("/metrics/roc_auc/value").doubleValue(),
                1e-12);
        assertTrue(warnings(zeros).contains("INVERTED"), zeros::toString);
    }

    @Test
    void oneClassIsNoError() {
        Path file = Holdout.text(folder, "one.csv", "label,score\n0,0.5\n0,0.3\n0,0.4\n");
        JsonNode json = evaluate(file);
        assertTrue(json.at("/metrics/roc_auc").has("undefined"));
        assertTrue(json.at("/metrics/log_loss").has("value"));
        assertTrue(warnings(json).contains("ONE_CLASS"), json::toString);
    }

    @Test
    void logitsLeaveRankMetricsAndSayWhy() {
        JsonNode json = evaluate(Holdout.text(folder, "logits.csv", LOGITS));
        assertTrue(json.at("/metrics/log_loss").has("undefined"));
        assertTrue(json.at("/metrics/accuracy").has("undefined"));
        assertTrue(json.at("/metrics/roc_auc").has("value"));
        assertFalse(json.has("confusion"));
        assertTrue(warnings(json).contains("NOT_PROBABILITIES"), json::toString);
    }

    @Test
    void undefinedIsNeverNan() {
        String text = Run.here(args(Holdout.text(folder, "row.csv", "label,score\n1,0.5\n"), "--format", "json"))
                .out();
        assertFalse(text.toLowerCase(Locale.ROOT).matches("(?s).*:\\s*(nan|-?infinity).*"), text);
    }

    @Test
    void fileIsFingerprinted() {
        String print = json().at("/provenance/fingerprints/data").textValue();
        assertFalse(print.isBlank());
        assertEquals(
                print,
                json("--tier", "fast").at("/provenance/fingerprints/data").textValue());
    }

    private static JsonNode json(String... options) {
        return evaluate(folder.resolve("holdout.csv"), options);
    }

    private static JsonNode evaluate(Path file, String... options) {
        List<String> args = args(file, options);
        args.addAll(List.of("--format", "json"));
        Run run = Run.here(args);
        assertEquals("", run.err(), run::toString);
        return run.json();
    }

    private static Run run(String... options) {
        return Run.here(args(folder.resolve("holdout.csv"), options));
    }

    private static List<String> args(Path file, String... options) {
        List<String> args =
                new ArrayList<>(List.of("evaluate", file.toString(), "--label", "label", "--score", "score"));
        args.addAll(List.of(options));
        return args;
    }

    private static Set<String> keys(JsonNode object) {
        Set<String> keys = new TreeSet<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static Set<String> slices(JsonNode json) {
        Set<String> values = new TreeSet<>();
        json.get("slices").forEach(slice -> values.add(slice.get("value").textValue()));
        return values;
    }

    private static Set<String> warnings(JsonNode json) {
        Set<String> codes = new TreeSet<>();
        json.get("warnings").forEach(warning -> codes.add(warning.get("code").textValue()));
        return codes;
    }

    private static JsonNode withoutTime(JsonNode json) {
        ((ObjectNode) json).remove("time");
        return json;
    }
}
