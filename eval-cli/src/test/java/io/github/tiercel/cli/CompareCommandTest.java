package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tiercel.metrics.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two results beside each other: row by row where the rows are there, and by their values where not. */
class CompareCommandTest extends ComparedRuns {

    /** About as much as the worse model is worse. */
    private static final String OPEN = "roc_auc no-worse-than baseline by 0.26";

    @Test
    void readAgainTheDataGiveWhatOneEvaluationGivesToTheLastBit() throws IOException {
        String[] options = {"--slice", "country", "--replicates", "200", "--level", "0.9", "--seed", "7"};
        List<String> gated = List.of("--gate", "roc_auc@user no-worse-than baseline by 0.3", "--gate", "f1 >= 0.4");
        evaluated("a.json", "holdout.csv", "--score", "other");
        Path run = folder.resolve("b.json");
        List<String> args = new ArrayList<>(
                List.of("evaluate", folder.resolve("holdout.csv").toString(), "--label", "label", "--score", "score"));
        args.addAll(List.of(options));
        List<String> direct = new ArrayList<>(args);
        args.addAll(List.of("--output-json", run.toString()));
        Run.here(args).assertExitCode(ExitCode.PASSED);
        direct.addAll(gated);
        direct.addAll(List.of("--baseline", "other", "--format", "json"));
        Run expected = Run.here(direct);
        Run actual = compare(with(gated.toArray(String[]::new), "--format", "json"));
        assertEquals(expected.exitCode(), actual.exitCode());
        assertSameNumbers(expected.json(), actual.json());
        assertPairedBy("data", actual.json());
    }

    @Test
    void provenanceNamesBothRunsAndWhatEvaluatesTheCandidateAgain() throws IOException {
        evaluateBoth();
        JsonNode provenance = compared().get("provenance");
        JsonNode candidate =
                Run.json(Files.readString(folder.resolve("b.json"))).get("provenance");
        assertEquals(candidate.get("command"), provenance.get("command"));
        assertEquals(candidate.at("/fingerprints/data"), provenance.at("/fingerprints/data"));
        assertEquals(candidate.at("/fingerprints/data"), provenance.at("/fingerprints/baseline data"));
        JsonNode settings = provenance.get("settings");
        assertEquals(
                folder.resolve("a.json").toString(),
                settings.get("baseline_run").textValue());
        assertEquals(
                folder.resolve("b.json").toString(),
                settings.get("candidate_run").textValue());
        assertTrue(settings.get("baseline_command").textValue().contains("--score other"));
        assertTrue(settings.get("compared_by").textValue().startsWith("tiercel compare "));
    }

    @ParameterizedTest
    @EnumSource
    void everyTaskIsPaired(Task task) {
        TaskRows.csv(folder);
        String[] model = TaskRows.arguments(task).toArray(String[]::new);
        for (String name : List.of("a.json", "b.json")) {
            List<String> args = new ArrayList<>(
                    List.of("evaluate", folder.resolve("tasks.csv").toString(), "--id", "id", "--replicates", "0"));
            args.addAll(List.of(model));
            args.addAll(List.of("--output-json", folder.resolve(name).toString()));
            Run.here(args).assertExitCode(ExitCode.PASSED);
        }
        JsonNode result = compared();
        assertEquals("data", result.at("/provenance/settings/paired_by").textValue());
        result.get("comparison").forEach(difference -> {
            if (difference.has("difference")) {
                assertEquals(0, difference.get("difference").doubleValue(), difference::toString);
            }
            assertTrue(difference.get("paired").booleanValue(), difference::toString);
        });
    }

    @Test
    void aRunDiffersFromItselfByNothing() {
        Path run = evaluated("a.json", "holdout.csv", "--score", "score");
        Run self = Run.here("compare", run.toString(), run.toString(), "--format", "json");
        self.assertExitCode(ExitCode.PASSED);
        JsonNode difference = self.json().at("/comparison/roc_auc");
        assertEquals(0, difference.get("difference").doubleValue());
        assertEquals(1, difference.get("p_value").doubleValue());
        assertEquals("score (a)", self.json().at("/baseline/name").textValue());
    }

    @Test
    void theSettingsAreTheCandidates() {
        evaluated("a.json", "holdout.csv", "--score", "other");
        evaluated(
                "b.json", "holdout.csv", "--score", "score", "--threshold", "0.7", "--rows", "300", "--metrics", "f1");
        JsonNode result = compared();
        assertEquals(300, result.get("rows").intValue());
        assertEquals("0.7", result.at("/provenance/settings/threshold").textValue());
        assertTrue(result.at("/comparison/f1/paired").booleanValue());
        assertEquals(
                List.of("The runs differ in threshold, which metrics of decisions depend on: 0.7 in the candidate's,"
                        + " 0.5 in the baseline's."),
                textsOf(result, "OTHER_SETTINGS"));
    }

    @Test
    void dataBesideTheRunAreFoundAfterBothWereMoved() throws IOException {
        evaluateBoth();
        Path other = Files.createDirectories(folder.resolve("elsewhere"));
        for (String name : List.of("a.json", "b.json", "holdout.csv")) {
            Files.move(folder.resolve(name), other.resolve(name));
        }
        Run run = Run.here(
                "compare",
                other.resolve("a.json").toString(),
                other.resolve("b.json").toString(),
                "--format",
                "json");
        assertPairedBy("data", run.json());
    }

    @Test
    void aHiveFolderIsReadAgainToo() throws IOException {
        Path hive = Holdout.hive(folder);
        evaluated("a.json", "hive", "--score", "other");
        evaluated("b.json", "hive", "--score", "score");
        assertPairedBy("data", compared());
        Files.writeString(hive.resolve("run.json"), "what nobody reads as data");
        assertPairedBy("data", compared());
        Files.delete(hive.resolve("country=li/data_0.parquet"));
        assertUnpaired(compared(), "hive has changed since b.json was made from it.");
    }

    @Test
    void changedDataAreNotPaired() throws IOException {
        evaluateBoth("--slice", "country");
        Path data = folder.resolve("holdout.csv");
        Files.writeString(data, Files.readString(data) + "9999,1,0.5,0.5,de,1,x\n");
        JsonNode result = compared();
        assertUnpaired(
                result, "holdout.csv has changed since b.json was made from it. Evaluate the model on it again.");
        result.get("slices")
                .forEach(slice ->
                        assertFalse(slice.at("/comparison/roc_auc/paired").booleanValue()));
        Run table = compare();
        assertTrue(table.out().contains("unpaired difference") && table.out().contains("note UNPAIRED: "), table.out());
    }

    @Test
    void dataThatAreGoneAreNotPaired() throws IOException {
        evaluateBoth();
        Files.delete(folder.resolve("holdout.csv"));
        assertUnpaired(compared(), "is neither there nor beside b.json. Bring it back");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--weight weight | --weight: none in the candidate's, weight in the baseline's.",
                "--part select | --part: none in the candidate's, select in the baseline's.",
            })
    void otherRowsOrWeightsAreNotPaired(String options, String why) {
        evaluated("a.json", "holdout.csv", with(options.split(" ", -1), "--score", "other"));
        evaluated("b.json", "holdout.csv", "--score", "score");
        assertUnpaired(compared(), "The runs differ in " + why);
    }

    @Test
    void partsOfOneFileArePairedIfTheyAreTheSame() {
        evaluateBoth("--part", "confirm");
        assertPairedBy("data", compared());
        evaluated("a.json", "holdout.csv", "--score", "other", "--part", "confirm", "--seed", "1");
        assertUnpaired(compared(), "The runs differ in --seed, which parts the rows: 42 in the candidate's, 1");
    }

    @Test
    void aResultOfTheLibraryIsNotPaired() throws IOException {
        evaluateBoth();
        Path run = folder.resolve("b.json");
        String json = Files.readString(run);
        Files.writeString(run, json.replaceAll("\"command\"\\s*:\\s*\"tiercel evaluate", "\"command\": \"java -jar"));
        assertUnpaired(compared(), "b.json does not say which data it was made from");
        Files.writeString(run, json.replace("--label label", "--lable label"));
        assertUnpaired(compared(), "The command line in b.json cannot be read");
    }

    @Test
    void ofSeveralModelsOneIsTheBaselineAndAllAreCandidates() {
        evaluated("a.json", "holdout.csv", "--score", "score,other");
        evaluated("b.json", "holdout.csv", "--score", "other,score");
        compare().assertRefused(ExitCode.USAGE, "a.json holds 2 models: score, other. Say with --baseline-model which");
        JsonNode both = compared("--baseline-model", "other");
        assertEquals("other (a)", both.at("/models/score/baseline/name").textValue());
        assertEquals(0, both.at("/models/other/comparison/roc_auc/difference").doubleValue());
        JsonNode one = compared("--baseline-model", "other", "--candidate-model", "score");
        assertEquals("other", one.at("/baseline/name").textValue());
        compare("--baseline-model", "othr")
                .assertRefused(
                        ExitCode.USAGE,
                        "a.json holds no model \"othr\". Did you mean \"other\"? Models: score, other.");
        compare("--baseline-model", "other", "--candidate-model", "x")
                .assertRefused(ExitCode.USAGE, "b.json holds no model \"x\".", "Models: other, score.");
    }

    @ParameterizedTest
    @CsvSource({
        "roc_auc no-worse-than baseline by 0.01, 0, PASS",
        "log_loss no-worse-than baseline by 0.01, 0, PASS",
        "accuracy >= 0.999, 10, FAIL"
    })
    void gatesDecideTheExitCode(String rule, int exitCode, String verdict) {
        evaluateBoth();
        Run run = compare("--gate", rule, "--format", "json");
        run.assertExitCode(exitCode);
        assertEquals(verdict, run.json().get("verdict").textValue());
    }

    @Test
    void aWorseCandidateFailsWithTheRowsAndWithoutThem() throws IOException {
        evaluated("a.json", "holdout.csv", "--score", "score");
        evaluated("b.json", "holdout.csv", "--score", "other");
        String rule = "roc_auc no-worse-than baseline by 0.01";
        compare("--gate", rule).assertExitCode(ExitCode.FAILED);
        Files.delete(folder.resolve("holdout.csv"));
        Run unpaired =
                compare("--gate", rule, "--output", folder.resolve("out.txt").toString());
        unpaired.assertExitCode(ExitCode.FAILED);
        assertEquals("", unpaired.out());
        assertEquals(
                "tiercel: FAIL other: " + rule + ": no value in the unpaired interval satisfies the rule.",
                unpaired.err().strip());
    }

    @ParameterizedTest
    @CsvSource({"own, 11", "fail, 10", "pass, 0"})
    void whatStaysOpenIsWhatTheCallerMakesOfIt(String inconclusive, int exitCode) {
        evaluated("a.json", "holdout.csv", "--score", "score");
        evaluated("b.json", "holdout.csv", "--score", "other");
        compare("--gate", OPEN, "--inconclusive", inconclusive).assertExitCode(exitCode);
    }

    @Test
    void gatesOfTheRunsDoNotJudgeTheComparison() {
        evaluated("a.json", "holdout.csv", "--score", "other");
        Path run = folder.resolve("b.json");
        Run.here(
                        "evaluate",
                        folder.resolve("holdout.csv").toString(),
                        "--label",
                        "label",
                        "--score",
                        "score",
                        "--gate",
                        "roc_auc >= 0.999",
                        "--output-json",
                        run.toString())
                .assertExitCode(ExitCode.FAILED);
        assertTrue(compared().get("verdict").isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"country", "country & weight", "score:2"})
    void slicesThatOnlyGatesOfTheCandidateMadeAreThere(String column) {
        evaluated("a.json", "holdout.csv", "--score", "other");
        evaluated(
                "b.json",
                "holdout.csv",
                with(
                        new String[] {"--fold", "weight"},
                        "--score",
                        "score",
                        "--gate",
                        "roc_auc@" + column + " >= 0",
                        "--inconclusive",
                        "pass"));
        JsonNode slices = compared().get("slices");
        assertTrue(slices.findValuesAsText("column").contains(column), slices::toString);
        slices.forEach(
                slice -> assertTrue(slice.at("/comparison/roc_auc/paired").booleanValue(), slice::toString));
    }

    @Test
    void everyOutputIsWritten() throws IOException {
        evaluateBoth();
        Files.delete(folder.resolve("holdout.csv"));
        Run run = compare(
                "--gate",
                "roc_auc no-worse-than baseline by 0.01",
                "--output-markdown",
                folder.resolve("c.md").toString(),
                "--output-junit",
                folder.resolve("c.xml").toString(),
                "--report",
                folder.resolve("c.html").toString());
        run.assertExitCode(ExitCode.PASSED);
        for (String name : List.of("c.md", "c.xml", "c.html")) {
            assertTrue(Files.readString(folder.resolve(name)).contains("unpaired"), name);
        }
    }

    @Test
    void neitherRunNorDataAreReplaced() throws IOException {
        evaluateBoth();
        for (String name : List.of("a.json", "b.json", "holdout.csv")) {
            Path path = folder.resolve(name);
            String before = Files.readString(path);
            compare("--output-json", path.toString())
                    .assertRefused(ExitCode.USAGE, "--output-json names " + path + ", which is read");
            assertEquals(before, Files.readString(path));
        }
    }

    @Test
    void whatIsNoRunIsBadData() throws IOException {
        evaluateBoth();
        Files.writeString(folder.resolve("a.json"), "{\"schemaVersion\": 1");
        compare().assertRefused(ExitCode.BAD_DATA, "a.json", "tiercel evaluate --format json");
        Files.delete(folder.resolve("a.json"));
        compare().assertRefused(ExitCode.BAD_DATA, "a.json");
    }

    @Test
    void runsOfDifferentQuestionsAreBadData() {
        TaskRows.csv(folder);
        evaluateBoth();
        Run.here(
                        "evaluate",
                        folder.resolve("tasks.csv").toString(),
                        "--label",
                        "minutes",
                        "--score",
                        "predicted",
                        "--task",
                        "regression",
                        "--output-json",
                        folder.resolve("a.json").toString())
                .assertExitCode(ExitCode.PASSED);
        compare()
                .assertRefused(
                        ExitCode.BAD_DATA,
                        "The runs differ in their task: the candidate's is binary, the baseline's regression.");
        evaluated("a.json", "holdout.csv", "--score", "other", "--positive", "0");
        compare()
                .assertRefused(
                        ExitCode.BAD_DATA,
                        "The runs differ in their positive class: the candidate's is \"1\", the baseline's \"0\".");
    }

    @Test
    void theProcessEndsWithTheVerdict() {
        evaluateBoth();
        Run run = Run.child(folder, "compare", "a.json", "b.json", "--gate", "roc_auc no-worse-than baseline by 0.01");
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("", run.err());
        assertTrue(run.out().contains("baseline other") && run.out().contains("PASS"), run.out());
        assertFalse(run.out().contains("unpaired"), run.out());
    }
}
