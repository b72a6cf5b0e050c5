package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.tiercel.metrics.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Results judged again, by the file alone. */
class GateCommandTest {

    private static final String FAILING = "roc_auc >= 0.999";
    /** The slice has 20 rows, too few to judge. */
    private static final String OPEN = "roc_auc@country=li >= 0.5";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    @BeforeAll
    static void write() {
        evaluated("run.json", "--baseline", "other", "--slice", "country");
    }

    private static Path evaluated(String name, String... options) {
        Path run = folder.resolve(name);
        List<String> args = new ArrayList<>(
                List.of("evaluate", Holdout.csv(folder).toString(), "--label", "label", "--score", "score"));
        args.addAll(List.of(options));
        args.addAll(List.of("--format", "json", "--output", run.toString()));
        Run.here(args);
        assertTrue(Files.exists(run), args::toString);
        return run;
    }

    private static Run gate(Path run, String... options) {
        List<String> args = new ArrayList<>(List.of("gate", run.toString()));
        args.addAll(List.of(options));
        return Run.here(args);
    }

    private static Run gate(String... options) {
        return gate(folder.resolve("run.json"), options);
    }

    private static String[] gates(String... rules) {
        return Arrays.stream(rules).flatMap(rule -> Stream.of("--gate", rule)).toArray(String[]::new);
    }

    /** What was judged when the rows were there, and what the file says of the same rules. */
    private static void assertJudgedAlike(String[] rules, String... options) throws IOException {
        String[] all =
                Stream.concat(Arrays.stream(options), Arrays.stream(rules)).toArray(String[]::new);
        JsonNode before = Run.json(Files.readString(evaluated("gated.json", all)));
        JsonNode unjudged = Run.json(Files.readString(evaluated("unjudged.json", options)));
        String[] asJson = Stream.concat(Arrays.stream(rules), Stream.of("--format", "json"))
                .toArray(String[]::new);
        assertEquals(before, withoutJudge(gate(folder.resolve("gated.json"), asJson)));
        assertTrue(unjudged.get("verdict").isNull());
        JsonNode after = withoutJudge(gate(folder.resolve("unjudged.json"), asJson));
        assertEquals(before.findValues("gates"), after.findValues("gates"));
        assertEquals(before.findValues("warnings"), after.findValues("warnings"));
        assertEquals(before.get("verdict"), after.get("verdict"));
    }

    private static JsonNode withoutJudge(Run judged) {
        JsonNode json = judged.json();
        String command = ((ObjectNode) json.at("/provenance/settings"))
                .remove("judged_by")
                .textValue();
        assertTrue(command.startsWith("tiercel gate ") && command.contains("--gate"), command);
        return json;
    }

    @Test
    void gatesJudgeTheFileAsTheyJudgedTheRowsToTheLastBit() throws IOException {
        assertJudgedAlike(
                gates(
                        "roc_auc >= 0.75",
                        "accuracy >= 0.999",
                        "log_loss < 0.5",
                        "roc_auc@country >= 0.6",
                        OPEN,
                        "brier no-worse-than baseline by 0.01",
                        "roc_auc@country=de no-worse-than baseline by 0"),
                "--baseline",
                "other",
                "--slice",
                "country");
    }

    @Test
    void samplesAndSeveralModelsAreJudgedAlikeToo() throws IOException {
        String[] rules = gates("roc_auc >= 0.75", "roc_auc >= 0.999", "accuracy <= 0.7");
        assertJudgedAlike(rules, "--rows", "300", "--metrics", "roc_auc,accuracy");
        assertJudgedAlike(rules, "--score", "other", "--intervals", "bootstrap", "--weight", "weight");
    }

    @ParameterizedTest
    @EnumSource
    void everyTaskIsJudgedAlike(Task task) throws IOException {
        String rule =
                switch (task) {
                    case BINARY -> "roc_auc@region >= 0.8";
                    case MULTICLASS -> "accuracy@region >= 0.5";
                    case REGRESSION -> "mae@region <= 3";
                    case RANKING -> "ndcg@10@region >= 0.6";
                };
        Path run = folder.resolve(task + ".json");
        List<String> args = new ArrayList<>(
                List.of("evaluate", TaskRows.csv(folder).toString(), "--id", "id", "--replicates", "0"));
        args.addAll(TaskRows.arguments(task));
        args.addAll(List.of("--format", "json", "--output", run.toString(), "--gate", rule));
        int code = Run.here(args).exitCode();
        JsonNode before = Run.json(Files.readString(run));
        Run judged = gate(run, "--gate", rule, "--format", "json");
        judged.assertExitCode(code);
        assertEquals(before, withoutJudge(judged));
    }

    @Test
    void otherGatesGiveAnotherVerdict() {
        gate("--gate", "roc_auc >= 0.75").assertExitCode(ExitCode.PASSED);
        gate("--gate", "roc_auc >= 0.75", "--gate", FAILING).assertExitCode(ExitCode.FAILED);
        Run run = gate("--gate", "roc_auc no-worse-than baseline by 0", "--gate", OPEN);
        run.assertExitCode(ExitCode.INCONCLUSIVE);
        assertEquals("", run.err());
        assertTrue(run.out().contains(OPEN), run.out());
    }

    @ParameterizedTest
    @CsvSource({"own, 11", "fail, 10", "pass, 0"})
    void inconclusiveIsWhatTheCallerMakesOfIt(String inconclusive, int exitCode) {
        gate("--gate", OPEN, "--inconclusive", inconclusive).assertExitCode(exitCode);
    }

    @Test
    void whatAnEarlierJudgementLeftOutIsForgotten() throws IOException {
        Path gated = evaluated("country.json", "--gate", "roc_auc@country >= 0.6");
        assertTrue(Files.readString(gated).contains("NOT_GATED"));
        String judged =
                gate(gated, "--gate", "roc_auc >= 0.6", "--format", "json").out();
        assertTrue(!judged.contains("NOT_GATED"), judged);
        Path again = Files.writeString(folder.resolve("again.json"), judged);
        assertEquals(
                judged,
                gate(again, "--gate", "roc_auc >= 0.6", "--format", "json")
                        .out()
                        .replace("again.json", "country.json"));
    }

    @Test
    void resultPageAndReasonsGoWhereTheyShould() throws IOException {
        Path json = folder.resolve("judged.json");
        Path page = folder.resolve("judged.html");
        Run run = gate("--gate", FAILING, "--format", "json", "--output", json.toString(), "--report", page.toString());
        run.assertExitCode(ExitCode.FAILED);
        assertEquals("", run.out());
        assertEquals(
                "tiercel: FAIL score: roc_auc >= 0.999: no value in the interval satisfies the rule.",
                run.err().strip());
        assertEquals("FAIL", Run.json(Files.readString(json)).get("verdict").textValue());
        assertTrue(Files.readString(page).contains("roc_auc &gt;= 0.999"));
    }

    @Test
    void whatTheResultLacksIsUsage() {
        gate().assertRefused(ExitCode.USAGE, "There is no gate", "--gate");
        gate("--gate", "roc_auk >= 0.5")
                .assertRefused(
                        ExitCode.USAGE, "\"roc_auk >= 0.5\"", "the result does not hold", "Did you mean \"roc_auc\"?");
        gate("--gate", "roc_auc@contry >= 0.5")
                .assertRefused(ExitCode.USAGE, "\"contry\"", "Did you mean \"country\"?", "Slice columns: country.");
        gate("--gate", "roc_auc@country=xx >= 0.5").assertRefused(ExitCode.USAGE, "\"xx\"");
        gate("--gate", "roc_auc is good").assertRefused(ExitCode.USAGE, "METRIC >= NUMBER");
        gate("--gate", "p99 <= 5ms").assertRefused(ExitCode.USAGE, "limits p99", "no model was measured", "--latency");
        Path plain = evaluated("plain.json", "--metrics", "roc_auc");
        gate(plain, "--gate", "f1 >= 0.5").assertRefused(ExitCode.USAGE, "f1", "it holds [roc_auc]");
        gate(plain, "--gate", "roc_auc no-worse-than baseline by 0").assertRefused(ExitCode.USAGE, "no baseline");
        gate(plain, "--gate", "roc_auc@country >= 0.5").assertRefused(ExitCode.USAGE, "Slice columns: none.");
        Run.here("gate", "", "--gate", FAILING).assertRefused(ExitCode.USAGE, "RUN is empty");
    }

    @Test
    void selfTestSaysHowOftenEqualModelsWouldBeJudgedOtherwise() {
        Run run = gate(
                "--self-test",
                "--draws",
                "0",
                "--gate",
                FAILING,
                "--gate",
                "roc_auc no-worse-than baseline by 0.5",
                "--gate",
                OPEN);
        run.assertExitCode(ExitCode.PASSED);
        List<String> lines = run.out()
                .lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList();
        assertEquals("gate says PASS INCONCLUSIVE FAIL flips", lines.get(0));
        assertEquals(FAILING + " FAIL < 0.1 % < 0.1 % > 99.9 % < 0.1 %", lines.get(1));
        assertEquals("roc_auc no-worse-than baseline by 0.5 PASS > 99.9 % < 0.1 % < 0.1 %", lines.get(2));
        assertEquals(OPEN + " INCONCLUSIVE no standard error to go by", lines.get(3));
    }

    @Test
    void selfTestDrawsTheRowsAnewWhereTheyAreStillThere() {
        String[] asked = {
            "--self-test", "--draws", "40", "--gate", FAILING, "--gate", "roc_auc no-worse-than baseline by 0.5"
        };
        Run run = gate(asked);
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("", run.err());
        List<String> lines = run.out()
                .lines()
                .map(line -> line.strip().replaceAll(" +", " "))
                .toList();
        assertEquals(FAILING + " FAIL < 0.1 % < 0.1 % > 99.9 % < 0.1 %", lines.get(1));
        assertEquals("roc_auc no-worse-than baseline by 0.5 PASS > 99.9 % < 0.1 % < 0.1 %", lines.get(2));
        assertTrue(run.out().contains("Counted over 40 draws of the rows, so to about 7.9"), run.out());
        assertEquals(run.out(), gate(asked).out());
    }

    @Test
    void whereRowsCannotBeDrawnSelfTestGoesByStandardErrorsAndSaysWhy() {
        Path clustered = evaluated("clustered.json", "--cluster", "user", "--gate", "roc_auc >= 0.6");
        Run run = gate(clustered, "--self-test");
        run.assertExitCode(ExitCode.PASSED);
        assertTrue(run.out().contains("From standard errors, so about."), run.out());
        assertEquals(
                "tiercel: No rows are drawn anew, so rates go by standard errors. Rows in clusters or queries are not"
                        + " drawn one by one.",
                run.err().strip());
        Path sample = evaluated("sample.json", "--rows", "200", "--gate", "roc_auc >= 0.6");
        assertTrue(gate(sample, "--self-test").err().contains("The result is of a sample."));
        gate(sample, "--self-test", "--draws", "-1").assertRefused(ExitCode.USAGE, "--draws is -1.");
    }

    /** The store answers for the models, so no row is inferred again. */
    @Test
    void selfTestDrawsRowsThatModelsInFilesScored() {
        String store = folder.resolve("store").toString();
        Path run = folder.resolve("models.json");
        Run.here(
                        "evaluate",
                        Holdout.csv(folder).toString(),
                        "--label=label",
                        "--model=" + OnnxFile.twoNumbers(folder.resolve("two.onnx")),
                        "--baseline=" + OnnxFile.weighing(3, folder.resolve("three.onnx")),
                        "--features=score,other",
                        "--gate=roc_auc no-worse-than baseline by 0.9",
                        "--store=" + store,
                        "--output-json=" + run)
                .assertExitCode(ExitCode.PASSED);
        Run tested = gate(run, "--self-test", "--draws", "20").assertExitCode(ExitCode.PASSED);
        assertEquals("", tested.err());
        assertTrue(tested.out().contains("Counted over 20 draws of the rows"), tested.out());
    }

    @Test
    void selfTestOfClassesFindsTheBaselineThatTheDataHold() {
        Path rows = Holdout.text(
                folder,
                "classes.csv",
                IntStream.range(0, 300)
                        .mapToObj(row ->
                                "abc".charAt(row % 3) + (row % 5 == 0 ? ",.2,.5,.3" : ",.5,.25,.25") + ",.4,.3,.3")
                        .collect(Collectors.joining("\n", "label,p_a,p_b,p_c,q_a,q_b,q_c\n", "\n")));
        Path run = folder.resolve("classes.json");
        Run.here(
                        "evaluate",
                        rows.toString(),
                        "--label=label",
                        "--score-prefix=p_",
                        "--baseline=q_",
                        "--gate=accuracy no-worse-than baseline by 0.9",
                        "--output-json=" + run)
                .assertExitCode(ExitCode.PASSED);
        Run tested = gate(run, "--self-test", "--draws", "20").assertExitCode(ExitCode.PASSED);
        assertEquals("", tested.err());
        assertTrue(tested.out().contains("Counted over 20 draws of the rows"), tested.out());
    }

    @Test
    void selfTestKnowsThatABaselineOfAnotherRunIsNotInTheData() {
        Path one = evaluated("one.json", "--id", "id");
        Path other = evaluated("other.json", "--id", "id", "--threshold", "0.6");
        Path compared = folder.resolve("compared.json");
        Run.here(
                        "compare",
                        one.toString(),
                        other.toString(),
                        "--gate",
                        "roc_auc no-worse-than baseline by 0.1",
                        "--output-json",
                        compared.toString())
                .assertExitCode(ExitCode.PASSED);
        Run run = gate(compared, "--self-test");
        run.assertExitCode(ExitCode.PASSED);
        assertTrue(run.err().contains("The baseline of compared.json comes from another run."), run.err());
    }

    @Test
    void selfTestOfBinsKeepsTheBinsOfTheResult() {
        Path binned = evaluated("binned.json", "--slice", "weight:2", "--gate", "roc_auc@weight:2 >= 0.5");
        Run run = gate(binned, "--self-test", "--draws", "20");
        run.assertExitCode(ExitCode.PASSED);
        assertEquals(
                2, run.out().lines().filter(line -> line.contains("> 99.9 %")).count(), run.out());
    }

    @Test
    void selfTestTakesTheGatesOfTheResult() {
        Path gated = evaluated("self.json", "--gate", "roc_auc@country >= 0.6", "--gate", "brier <= 0.3");
        String out = gate(gated, "--self-test", "--draws", "5")
                .assertExitCode(ExitCode.PASSED)
                .out();
        for (String rule : List.of("roc_auc@country=de >= 0.6", "roc_auc@country=fr >= 0.6", "brier <= 0.3")) {
            assertTrue(out.contains(rule), out);
        }
        gate("--self-test").assertRefused(ExitCode.USAGE, "judged by no gate", "--gate");
        gate(gated, "--self-test", "--format", "json").assertRefused(ExitCode.USAGE, "Leave out --format.");
        gate(gated, "--self-test", "--inconclusive", "pass").assertRefused(ExitCode.USAGE, "--inconclusive");
    }

    @Test
    void theResultThatIsReadIsNotReplaced() throws IOException {
        Path run = folder.resolve("run.json");
        String before = Files.readString(run);
        String indirectly = folder.resolve(".").resolve("run.json").toString();
        gate("--gate", FAILING, "--output", indirectly)
                .assertRefused(ExitCode.USAGE, "--output names", "which is read");
        gate("--gate", FAILING, "--report", run.toString()).assertRefused(ExitCode.USAGE, "--report names");
        Run.here("report", run.toString(), "-o", run.toString()).assertRefused(ExitCode.USAGE, "--output names");
        assertEquals(before, Files.readString(run));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gate", "report"})
    void fileThatIsNoResultIsBadData(String command) throws IOException {
        String json = Files.readString(folder.resolve("run.json"));
        assertBad(command, "none.json", "There is no file");
        assertBad(command, written("cut.json", json.substring(0, json.indexOf("\"slices\""))), "ends in the middle");
        assertBad(command, written("table.txt", "roc_auc 0.7"), "is no valid JSON at line 1");
        assertBad(command, written("new.json", json.replace("\"schemaVersion\": 1", "\"schemaVersion\": 2")), "is 2");
        assertBad(command, written("rows.json", json.replace("\"rows\": 600,", "\"rows\": \"600\",")), "rows must be");
    }

    private static String written(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).getFileName().toString();
    }

    private static void assertBad(String command, String file, String problem) {
        List<String> args =
                new ArrayList<>(List.of(command, folder.resolve(file).toString()));
        args.addAll(
                command.equals("gate")
                        ? List.of("--gate", FAILING)
                        : List.of("-o", folder.resolve("bad.html").toString()));
        Run.here(args).assertRefused(ExitCode.BAD_DATA, file, problem);
        assertTrue(Files.notExists(folder.resolve("bad.html")));
    }

    @Test
    void placesThatAreNotThereAreNamed() {
        String missing = folder.resolve("none/x").toString();
        gate("--gate", FAILING, "--output", missing).assertRefused(ExitCode.NO_OUTPUT, "none", "--output");
        gate("--gate", FAILING, "--report", missing).assertRefused(ExitCode.NO_OUTPUT, "none", "--report");
    }

    @Test
    void theShellGetsTheSame() {
        Run.child(folder, "gate", "run.json", "--gate", FAILING).assertExitCode(10);
    }
}
