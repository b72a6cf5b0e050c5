package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.metrics.registry.MetricFamily;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every task from the shell. */
class EvaluateTasksTest {

    private static final int ROWS = 1_200;

    @TempDir
    static Path folder;

    private static String data = "";

    @BeforeAll
    static void write() throws IOException {
        Random random = new Random(11);
        List<String> lines = new ArrayList<>();
        lines.add("id,species,p_cat,p_dog,p_eel,q_cat,q_dog,q_eel,minutes,predicted,query,relevance,rank,late,chance,"
                + "region,weight");
        for (int row = 0; row < ROWS; row++) {
            String species = List.of("cat", "dog", "eel").get(row % 3);
            double minutes = 5 + 30 * random.nextDouble();
            int relevance = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
            lines.add(String.format(
                    Locale.ROOT,
                    "%d,%s,%s,%s,%.4f,%.4f,%d,%d,%.4f,%d,%.6f,%s,%d",
                    row,
                    species,
                    probabilities(row % 3, 1.5, random),
                    probabilities(row % 3, 0.5, random),
                    minutes,
                    minutes + 3 * random.nextGaussian(),
                    row / 10,
                    relevance,
                    relevance + random.nextGaussian(),
                    row % 2,
                    0.5 * random.nextDouble() + 0.4 * (row % 2),
                    row % 20 < 10 ? "north" : "south",
                    1 + row % 3));
        }
        data = Files.writeString(folder.resolve("tasks.csv"), String.join("\n", lines) + "\n")
                .toString();
    }

    private static String probabilities(int species, double signal, Random random) {
        double[] odds = new double[3];
        double sum = 0;
        for (int c = 0; c < odds.length; c++) {
            odds[c] = Math.exp(random.nextGaussian() + (c == species ? signal : 0));
            sum += odds[c];
        }
        double first = Math.rint(1e6 * odds[0] / sum) / 1e6;
        double second = Math.rint(1e6 * odds[1] / sum) / 1e6;
        return String.format(Locale.ROOT, "%.6f,%.6f,%.6f", first, second, 1 - first - second);
    }

    private static List<String> arguments(Task task) {
        return switch (task) {
            case BINARY -> List.of("--label", "late", "--score", "chance");
            case MULTICLASS -> List.of("--label", "species", "--score-prefix", "p_");
            case REGRESSION -> List.of("--label", "minutes", "--score", "predicted");
            case RANKING -> List.of("--label", "relevance", "--score", "rank", "--query", "query");
        };
    }

    private static Run evaluate(Task task, String... more) {
        return evaluate(arguments(task), more);
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
        run.assertExitCode(ExitCode.PASSED);
        assertFalse(run.out().contains("NaN"), run.out());
        assertEquals(task == Task.BINARY, run.out().contains("positive"), run.out());
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

    static Stream<List<String>> contradictions() {
        return Stream.of(
                List.of("--label", "species"),
                List.of("--label", "species", "--score", "chance", "--score-prefix", "p_"),
                List.of("--label", "species", "--score", "chance", "--task", "multiclass"),
                List.of("--label", "minutes", "--score-prefix", "p_", "--task", "regression"),
                List.of("--label", "late", "--score", "chance", "--task", "binary", "--query", "query"),
                List.of("--label", "late", "--score", "chance", "--classes", "a,b"),
                List.of("--label", "relevance", "--score", "rank", "--task", "ranking"),
                List.of("--label", "species", "--score-prefix", "x_"));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("contradictions")
    void contradictionsAreMisuse(List<String> arguments) {
        evaluate(arguments).assertRefused(ExitCode.USAGE);
    }

    @Test
    void aClassWithoutScoresIsBadData() {
        evaluate(List.of("--label", "species", "--score-prefix", "p_", "--classes", "cat,dog"))
                .assertRefused(ExitCode.BAD_DATA, "\"eel\"", "cat, dog", "400 of 1,200 rows");
    }

    @Test
    void textIsNoNumberToPredict() {
        evaluate(List.of("--label", "species", "--score", "predicted", "--task", "regression"))
                .assertRefused(ExitCode.BAD_DATA, "species", "numbers");
    }
}
