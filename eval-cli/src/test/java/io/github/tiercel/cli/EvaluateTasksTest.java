package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every task from the shell. */
class EvaluateTasksTest {

    private static final int ROWS = TaskRows.ROWS;

    @TempDir
    static Path folder;

    private static String data = "";

    @BeforeAll
    static void write() {
        data = TaskRows.csv(folder).toString();
    }

    private static Run evaluate(Task task, String... more) {
        return evaluate(TaskRows.arguments(task), more);
    }

    private static Run evaluate(List<String> arguments, String... more) {
        List<String> line = new ArrayList<>(List.of("evaluate", data, "--id", "id"));
        line.addAll(arguments);
        line.addAll(List.of(more));
        return Run.here(line);
    }

    @ParameterizedTest
    @EnumSource
    void everyRegisteredMetricIsComputedByNameWeightedAndSliced(Task task) {
        String names = MetricFamily.of(task).all().stream().map(Metric::name).collect(Collectors.joining(","));
        Run run = evaluate(
                task,
                "--metrics",
                names,
                "--weight",
                "weight",
                "--slice",
                "region",
                "--replicates",
                "0",
                "--format",
                "json");
        JsonNode json = run.assertExitCode(ExitCode.PASSED).json();
        assertEquals(task.spelling(), json.at("/task").textValue());
        assertEquals(task.spelling(), json.at("/provenance/settings/task").textValue());
        for (String name : names.split(",", -1)) {
            assertTrue(json.at("/metrics").path(name).path("value").isNumber(), name);
            assertEquals(2, json.at("/slices").size());
            json.at("/slices")
                    .forEach(slice -> assertTrue(
                            slice.path("metrics").path(name).path("value").isNumber(), name));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aMetricThatThereIsNotIsAnsweredWithThoseThereAre(Task task) {
        List<String> all = new ArrayList<>();
        MetricFamily.of(task).all().forEach(metric -> all.add(metric.name()));
        evaluate(task, "--metrics", "nonsense").assertRefused(ExitCode.USAGE, all);
    }

    @ParameterizedTest
    @EnumSource
    void theFastTierTakesASample(Task task) {
        JsonNode json = evaluate(task, "--tier", "fast", "--rows", "600", "--format", "json")
                .assertExitCode(ExitCode.PASSED)
                .json();
        assertEquals(600, json.at("/rows").intValue(), json::toString);
        assertEquals(ROWS, json.at("/rows_total").intValue());
        json.at("/metrics").forEach(metric -> assertTrue(metric.path("full_set").isObject(), metric::toString));
    }

    @ParameterizedTest
    @EnumSource
    void theTableIsReadable(Task task) {
        Run run = evaluate(task, "--slice", "region", "--replicates", "0");
        List<String> lines = run.assertExitCode(ExitCode.PASSED)
                .out()
                .lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .toList();
        List<String> expected =
                switch (task) {
                    case BINARY ->
                        List.of("chance 1,200 rows, 600 positive (50.0 %) full tier", "region=north 600 300 ");
                    case MULTICLASS -> List.of("p 1,200 rows, 3 classes full tier", "region=north 600 200 ");
                    case REGRESSION ->
                        List.of("predicted 1,200 rows, label 19.81 ± 8.78 full tier", "region=north 600 2.");
                    case RANKING ->
                        List.of(
                                "rank 120 queries, 6 without a relevant row, 1,200 rows full tier",
                                "region=north 600 58 ");
                };
        expected.forEach(start -> assertTrue(lines.stream().anyMatch(line -> line.startsWith(start)), run::out));
        for (String metric : Tier.full().metrics(task)) {
            Pattern number = Pattern.compile(Pattern.quote(metric) + " [0-9.]+( \\[[0-9.]+, [0-9.]+].*| [¹²³])?");
            assertTrue(
                    lines.stream().anyMatch(line -> number.matcher(line).matches()),
                    () -> metric + " in: " + run.out());
        }
        assertFalse(run.out().contains("NaN"), run.out());
    }

    @Test
    void severalClassesAreComparedByPrefix() {
        JsonNode json = evaluate(
                        Task.MULTICLASS,
                        "--baseline",
                        "q_",
                        "--gate",
                        "accuracy no-worse-than baseline by 0",
                        "--format",
                        "json")
                .assertExitCode(ExitCode.PASSED)
                .json();
        assertEquals("p", json.at("/model").textValue());
        assertEquals("q", json.at("/baseline/name").textValue());
        assertTrue(json.at("/comparison/accuracy/difference").doubleValue() > 0);
    }

    @Test
    void severalModelsOfSeveralClassesStandSideBySide() {
        JsonNode json = evaluate(
                        List.of("--label", "species", "--score-prefix", "p_,q_"),
                        "--replicates",
                        "0",
                        "--format",
                        "json")
                .assertExitCode(ExitCode.PASSED)
                .json();
        assertTrue(json.at("/models/p/metrics/accuracy/value").doubleValue()
                > json.at("/models/q/metrics/accuracy/value").doubleValue());
    }

    @Test
    void regressionOfWholeNumbersMustBeNamed() {
        evaluate(List.of("--label", "query", "--score", "predicted"))
                .assertRefused(ExitCode.BAD_DATA, "120 values", "--task regression");
        evaluate(List.of("--label", "query", "--score", "predicted", "--task", "regression"))
                .assertExitCode(ExitCode.PASSED);
    }

    @Test
    void gatesReadMetricsOfQueriesWithACut() {
        Run run = evaluate(
                Task.RANKING, "--gate", "ndcg@3 >= 0.1", "--gate", "ndcg@3@region=north <= 0.01", "--replicates", "0");
        run.assertExitCode(ExitCode.FAILED);
        assertTrue(run.out().contains("PASS  ndcg@3 >= 0.1"), run.out());
        assertTrue(run.out().contains("FAIL  ndcg@3@region=north <= 0.01"), run.out());
    }

    @Test
    void queriesWithoutARelevantRowCountAsSaid() {
        double skipped = metric(evaluate(Task.RANKING, "--format", "json"), "mrr");
        double zero = metric(evaluate(Task.RANKING, "--without-relevant", "zero", "--format", "json"), "mrr");
        assertTrue(zero < skipped, () -> zero + " " + skipped);
    }

    private static double metric(Run run, String name) {
        return run.assertExitCode(ExitCode.PASSED)
                .json()
                .at("/metrics/" + name + "/value")
                .doubleValue();
    }

    @Test
    void metricsOfAnotherJarAreKnownByName() {
        Run run = evaluate(
                Task.REGRESSION,
                "--metrics",
                "mae,within_three",
                "--slice",
                "region",
                "--baseline",
                "rank",
                "--gate",
                "within_three@region >= 0.5",
                "--gate",
                "within_three no-worse-than baseline by 0",
                "--format",
                "json");
        JsonNode json = run.assertExitCode(ExitCode.PASSED).json();
        JsonNode own = json.at("/metrics/within_three");
        assertTrue(own.path("lower").doubleValue() < own.path("value").doubleValue(), own::toString);
        assertTrue(own.path("bootstrap").isObject(), own::toString);
        assertEquals(3, json.at("/gates").size());
        assertTrue(json.at("/slices/0/metrics/within_three/value").isNumber());
    }

    private static Arguments contradiction(String sentence, String... arguments) {
        return Arguments.of(sentence, List.of(arguments));
    }

    static Stream<Arguments> contradictions() {
        String one = "Scores of several classes (--score-prefix) are for --task multiclass, not regression.";
        return Stream.of(
                contradiction("and which one is positive cannot be guessed", "--label", "region", "--score", "chance"),
                contradiction("--score-prefix", "--label", "species", "--score", "chance", "--score-prefix", "p_"),
                contradiction(
                        "Telling several classes apart takes a score for each. Say with --score-prefix what their columns"
                                + " begin with.",
                        "--label",
                        "species",
                        "--score",
                        "chance",
                        "--task",
                        "multiclass"),
                contradiction(one, "--label", "minutes", "--score-prefix", "p_", "--task", "regression"),
                contradiction(
                        "--query is for rankings only. Leave it out, or say --task ranking.",
                        "--label",
                        "late",
                        "--score",
                        "chance",
                        "--task",
                        "binary",
                        "--query",
                        "query"),
                contradiction(
                        "--classes goes with --score-prefix. Leave it out for one score a row.",
                        "--label",
                        "late",
                        "--score",
                        "chance",
                        "--classes",
                        "a,b"),
                contradiction(
                        "Ranking needs to know which rows belong to one query. Name the column with --query.",
                        "--label",
                        "relevance",
                        "--score",
                        "rank",
                        "--task",
                        "ranking"),
                contradiction(
                        "Fewer than two columns of scores begin with \"x_\". There must be one for each class, such as"
                                + " x_cat and x_dog. Columns: id, species, p_cat,",
                        "--label",
                        "species",
                        "--score-prefix",
                        "x_"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void contradictionsAreMisuse(String sentence, List<String> arguments) {
        evaluate(arguments).assertRefused(ExitCode.USAGE, sentence);
    }

    @ParameterizedTest
    @EnumSource
    void whatMeansNothingForTheTaskIsRefused(Task task) {
        Map<List<String>, Task> only = Map.of(
                List.of("--positive", "1"), Task.BINARY,
                List.of("--threshold", "0.4"), Task.BINARY,
                List.of("--without-relevant", "zero"), Task.RANKING);
        only.forEach((option, meant) -> {
            List<String> more = new ArrayList<>(List.of("--task", task.spelling(), "--replicates", "0"));
            more.addAll(option);
            Run run = evaluate(task, more.toArray(String[]::new));
            if (task == meant) {
                run.assertExitCode(ExitCode.PASSED);
            } else {
                run.assertRefused(
                        ExitCode.USAGE,
                        option.get(0) + " is for " + meant.spelling() + " predictions only, and these are "
                                + task.spelling() + ". Leave it out.");
            }
        });
    }

    @Test
    void classesOfAnyNameHaveMetricsAndGates() throws IOException {
        String[] cities = {"New York", "Paris, TX", "x@y>=1"};
        List<String> lines = new ArrayList<>(List.of("city,\"p_New York\",\"p_Paris, TX\",p_x@y>=1"));
        for (int row = 0; row < 150; row++) {
            String scores = List.of("0.8,0.1,0.1", "0.1,0.8,0.1", "0.1,0.1,0.8").get((row + row / 50) % 3);
            lines.add("\"" + cities[row % 3] + "\"," + scores);
        }
        String file = Files.writeString(folder.resolve("cities.csv"), String.join("\n", lines) + "\n")
                .toString();
        Run run = Run.here(
                "evaluate",
                file,
                "--label",
                "city",
                "--score-prefix",
                "p_",
                "--format",
                "json",
                "--replicates",
                "0",
                "--metrics",
                "f1[Paris, TX],recall[New York],mcc",
                "--gate",
                "f1[New York] >= 0.2",
                "--gate",
                "recall[Paris, TX] >= 0.2",
                "--gate",
                "precision[x@y>=1] <= 0.9");
        JsonNode json = run.assertExitCode(ExitCode.PASSED).json();
        List<String> names = new ArrayList<>();
        json.at("/metrics").fieldNames().forEachRemaining(names::add);
        assertEquals(
                List.of(
                        "f1[Paris, TX]",
                        "recall[New York]",
                        "mcc",
                        "f1[New York]",
                        "recall[Paris, TX]",
                        "precision[x@y>=1]"),
                names);
        assertEquals("precision[x@y>=1] <= 0.9", json.at("/gates/2/rule").textValue());
    }

    @Test
    void aClassWithoutScoresIsBadData() {
        evaluate(List.of("--label", "species", "--score-prefix", "p_", "--classes", "cat,dog"))
                .assertRefused(ExitCode.BAD_DATA, "\"eel\"", "cat, dog", "400 of 1,200 rows");
    }

    /** Columns that begin like those of scores, and hold something else. */
    private static String beside(String name, String header, String... columns) throws IOException {
        List<String> lines = new ArrayList<>(List.of("p_id,pet,p_cat,p_dog," + header));
        Random random = new Random(7);
        for (int row = 0; row < 120; row++) {
            String cat = String.format(Locale.ROOT, "%.3f", 0.09 * random.nextDouble() + (row % 2 == 0 ? 0.6 : 0.1));
            lines.add(row + "," + (row % 2 == 0 ? "cat" : "dog") + "," + cat + ",0.2," + columns[row % columns.length]);
        }
        return Files.writeString(folder.resolve(name + ".csv"), String.join("\n", lines) + "\n")
                .toString();
    }

    private static Run pets(String file, String... more) {
        List<String> line = new ArrayList<>(
                List.of("evaluate", file, "--label", "pet", "--metrics", "accuracy", "--format", "json"));
        line.addAll(List.of(more));
        return Run.here(line);
    }

    private static List<String> classes(Run run) {
        List<String> names = new ArrayList<>();
        run.assertExitCode(ExitCode.PASSED).json().at("/classes").forEach(name -> names.add(name.textValue()));
        return names;
    }

    @Test
    void columnsWithAnotherPartToPlayAreNoClasses() throws IOException {
        String file = beside("parts", "p_w,p_user,p_part,p_gate", "1,a,x,u", "2,b,y,u", "1,c,x,u");
        Run run = pets(
                file,
                "--score-prefix",
                "p_",
                "--id",
                "p_id",
                "--weight",
                "p_w",
                "--cluster",
                "p_user",
                "--slice",
                "p_part",
                "--gate",
                "accuracy@p_gate >= 0.1");
        assertEquals(List.of("cat", "dog"), classes(run));
        assertEquals(1, metric(run, "accuracy"));
        pets(file, "--score-prefix", "p", "--classes", "_cat,_dog")
                .assertRefused(ExitCode.BAD_DATA, "\"cat\"", "none of the classes _cat, _dog");
    }

    @Test
    void aClassThatOnlyColumnsKnowOfMustBeNamed() throws IOException {
        String file = beside("strangers", "p_eel", "0.1");
        pets(file, "--score-prefix", "p_", "--id", "p_id")
                .assertRefused(
                        ExitCode.USAGE,
                        "Column \"p_eel\" begins with \"p_\", but no label in column \"pet\" is \"eel\"."
                                + " Name the classes with --classes, those without a row included.");
        assertEquals(
                List.of("cat", "dog", "eel"), classes(pets(file, "--score-prefix", "p_", "--classes", "cat,dog,eel")));
    }

    @Test
    void columnsOfALongerPrefixAreNotOfTheShorterOne() throws IOException {
        String file = beside("old", "p_old_cat,p_old_dog", "0.9,0.1", "0.2,0.8", "0.4,0.6");
        Run run = pets(file, "--score-prefix", "p_", "--id", "p_id", "--baseline", "p_old_");
        assertEquals(List.of("cat", "dog"), classes(run));
        assertEquals("p_old", run.json().at("/baseline/name").textValue());
        JsonNode both = pets(file, "--score-prefix", "p_old_,p_", "--id", "p_id")
                .assertExitCode(ExitCode.PASSED)
                .json();
        assertEquals(both.at("/models/p/classes"), both.at("/models/p_old/classes"));
        assertEquals("[\"cat\",\"dog\"]", both.at("/models/p/classes").toString());
    }

    @Test
    void textIsNoNumberToPredict() {
        evaluate(List.of("--label", "species", "--score", "predicted", "--task", "regression"))
                .assertRefused(ExitCode.BAD_DATA, "species", "numbers");
    }
}
