package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models in ONNX files, evaluated and used from the command line on real flights. */
class ModelFilesTest {

    private static final Path DATA = Path.of("..").toAbsolutePath().normalize().resolve("samples/data");
    private static final String FLIGHTS =
            DATA.resolve("flights-features.parquet").toString();
    private static final String MLP = DATA.resolve("flights-mlp.onnx").toString();
    private static final String INT8 = DATA.resolve("flights-mlp-int8.onnx").toString();
    private static final String LINEAR = DATA.resolve("flights-linear.onnx").toString();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private String store = "";

    @BeforeEach
    void chooseStore() {
        store = folder.resolve("tiercel/store").toString();
    }

    @Test
    void aModelIsAskedForEachRowOnceWhateverComesLater() {
        JsonNode first = evaluated("--model", MLP, "--replicates", "0");
        assertEquals(0.7333, first.at("/metrics/roc_auc/value").asDouble(), 0.0001);
        assertEquals(78_543, first.at("/time/rows_inferred").asInt());
        assertTrue(first.at("/time/batch_rows").asInt() >= 64);
        JsonNode sliced = evaluated("--model", MLP, "--replicates", "0", "--slice", "month");
        assertEquals(0, sliced.at("/time/rows_inferred").asInt());
        assertEquals(2, sliced.at("/slices").size());
        assertEquals(first.get("metrics"), sliced.get("metrics"));
        JsonNode fast = evaluated("--model", MLP, "--tier", "fast");
        assertEquals(0, fast.at("/time/rows_inferred").asInt());
        assertEquals(8192, fast.at("/rows").asInt());
    }

    /** Two outputs of a Tribuo model, of which the label names the positive one. */
    @Test
    void severalModelsAndABaselineAreComparedOnTheSameRows() {
        JsonNode result = evaluated("--model", MLP + "," + INT8, "--baseline", LINEAR, "--replicates", "0");
        for (String model : List.of("flights-mlp", "flights-mlp-int8")) {
            JsonNode one = result.at("/models/" + model);
            assertEquals("flights-linear", one.at("/baseline/name").asText());
            assertEquals(0.7293, one.at("/baseline/metrics/roc_auc/value").asDouble(), 0.0001);
            assertTrue(one.at("/comparison/roc_auc/paired").asBoolean());
        }
    }

    @Test
    void aPackedSetGivesTheSameNumbersAsTheFileAndAsRowsInMemory() {
        JsonNode file = evaluated("--model", LINEAR, "--replicates", "0");
        JsonNode memory = evaluated("--model", LINEAR, "--replicates", "0", "--drop-unlabelled");
        assertEquals(file.get("metrics"), memory.get("metrics"));
        assertEquals(0, memory.at("/time/rows_inferred").asInt(), "the same rows in the same order");
        Path set = folder.resolve("flights.packed");
        Run.here("pack", FLIGHTS, "-o", set.toString(), "--label", "late", "--id", "id")
                .assertExitCode(0);
        Run run = Run.here(
                "evaluate",
                set.toString(),
                "--label=late",
                "--model",
                LINEAR,
                "--replicates=0",
                "--format=json",
                "--store",
                store);
        run.assertExitCode(0);
        assertEquals(file.get("metrics"), run.json().get("metrics"));
        assertEquals(0, run.json().at("/time/rows_inferred").asInt());
        Run.here("evaluate", set.toString(), "--label=month", "--model", LINEAR, "--store", store)
                .assertRefused(2, "was packed with --label late, not with month");
        Run.here("evaluate", set.toString(), "--label=late", "--slice=month", "--model", LINEAR, "--store", store)
                .assertRefused(2, "was not packed with --slice \"month\"");
    }

    @Test
    void scoresOfEvaluatedRowsAreWrittenWithoutAskingTheModel() throws IOException {
        evaluated("--model", MLP, "--replicates", "0");
        Path scores = folder.resolve("scores.csv");
        Run run = Run.here(
                "score", FLIGHTS, "--model", MLP, "--id=id", "--label=late", "-o", scores.toString(), "--store", store);
        run.assertExitCode(0);
        assertTrue(run.out().startsWith("78,543 rows: 78,543 reused"), run.out());
        assertEquals(
                "tiercel: The output \"late\" is called \"late_2\" in the file, because its name is taken or no column can"
                        + " have it.",
                run.err().lines().findFirst().orElse(""));
        assertEquals("id,late,late_2", firstLine(scores));
        Run again = Run.here(
                "evaluate",
                scores.toString(),
                "--label=late",
                "--score=late_2",
                "--id=id",
                "--replicates=0",
                "--format=json");
        assertEquals(0.7333, again.json().at("/metrics/roc_auc/value").asDouble(), 0.0001);
    }

    @Test
    void rowsWithoutLabelsAreScoredInTheirOrderAndOnlyOnce() throws IOException {
        Path rows = Holdout.text(folder, "rows.csv", "a,b\n1,0\n0,1\n0.5,0.5\n");
        String model = OnnxFile.twoNumbers(folder.resolve("two.onnx")).toString();
        Path scores = folder.resolve("scores.csv");
        String[] score = {
            "score",
            rows.toString(),
            "--model",
            model,
            "--features=a,b",
            "--keep=a",
            "-o",
            scores.toString(),
            "--store",
            store
        };
        assertTrue(Run.here(score).out().startsWith("3 rows: 3 inferred in "));
        assertEquals(
                List.of("a,score", "1.0,0.7310585975646973", "0.0,0.2689414322376251", "0.5,0.5"),
                Files.readAllLines(scores));
        assertTrue(Run.here(score).out().startsWith("3 rows: 3 reused"));
    }

    /** The model sees batches in an order of their own, and single rows when it is timed. */
    @Test
    void aRowThatTheModelCannotReadIsThatOfTheFile() {
        String rows = "1,0.5,0.25\n0,0.25,0.5\n".repeat(20);
        String file = Holdout.text(folder, "rows.csv", "label,a,b\n" + rows + "1,1e300,0\n" + rows)
                .toString();
        String model = OnnxFile.twoNumbers(folder.resolve("two.onnx")).toString();
        for (String line : List.of(
                "evaluate %s --label label --model %s --features a,b --store %s",
                "score %s -o " + folder.resolve("s.csv") + " --model %s --features a,b --store %s",
                "latency %s --model %s --features a,b --runs 1 --seconds 0.1")) {
            Run.here(String.format(line, file, model, store).split(" "))
                    .assertRefused(13, "MODEL_FEATURES: ", "\"a\" has 1.0E300 at row 41, which");
        }
    }

    @Test
    void latencyIsJudgedInTheSameVerdictAsQuality() {
        Run run = evaluate(
                "--model", MLP, "--replicates=0", "--gate=roc_auc >= 0.7", "--gate=p99 <= 100s", "--gate=size <= 1MiB");
        run.assertExitCode(0);
        assertTrue(run.out().contains("PASS  p99 <= 100s"), run.out());
        assertTrue(run.out().contains("PASS  size <= 1MiB"), run.out());
        assertTrue(run.out().contains("Verdict: PASS: all 3 gates passed."), run.out());
        evaluate("--model", MLP, "--replicates=0", "--gate=roc_auc >= 0.7", "--gate=p99 <= 1ns")
                .assertExitCode(10);
    }

    /** No rate keeps a nanosecond, on whatever machine. */
    @Test
    void throughputIsMeasuredAsItsGatesName() {
        Run run = Run.here(
                "latency",
                FLIGHTS,
                "--model",
                MLP,
                "--runs=2",
                "--seconds=2",
                "--gate=throughput@batch=64 >= 1/s",
                "--gate=throughput@p99=1ns >= 1/s",
                "--format=json");
        run.assertExitCode(10);
        JsonNode measured = run.json().at("/models/0/latency");
        assertEquals(1024, measured.at("/throughput/batch_rows").intValue());
        assertEquals(64, measured.at("/more_throughput/0/batch_rows").intValue());
        assertFalse(measured.at("/more_throughput/0").has("latency_limit_ms"));
        assertEquals(1, measured.at("/more_throughput/1/batch_rows").intValue());
        assertEquals(1e-6, measured.at("/more_throughput/1/latency_limit_ms").doubleValue());
        assertEquals("FAIL", run.json().at("/models/0/gates/1/verdict").textValue());
    }

    @Test
    void aGateOnLatencyNeedsAModel() {
        Holdout.csv(folder);
        Run.here(
                        "evaluate",
                        folder.resolve("holdout.csv").toString(),
                        "--label=label",
                        "--score=score",
                        "--gate=p99 <= 5ms")
                .assertRefused(2, "no model was measured in service", "--model");
        Run.here("latency", FLIGHTS, "--model", MLP, "--gate=roc_auc >= 0.7", "--runs=1", "--seconds=0.1")
                .assertRefused(2, "is about a metric", "Evaluate the model");
    }

    @Test
    void whatIsNoModelIsSaidInOneSentence() {
        Path text = Holdout.text(folder, "text.onnx", "not a model");
        evaluate("--model", text.toString()).assertRefused(13, "text.onnx");
        evaluate("--model", folder.resolve("none.onnx").toString()).assertRefused(13, "none.onnx");
        String model = OnnxFile.twoNumbers(folder.resolve("two.onnx")).toString();
        evaluate("--model", model).assertRefused(13, "2 columns", "--features");
        evaluate("--model", model, "--features", "hour,distanse").assertRefused(2, "\"distanse\"", "\"distance\"");
        evaluate("--model", MLP + "," + MLP).assertRefused(2, "Two models are called \"flights-mlp\"");
        evaluate("--model", MLP, "--batch-rows", "0").assertRefused(2, "--batch-rows is 0.");
        evaluate("--model", MLP, "--latency-runs", "0").assertRefused(2, "--latency-runs is 0.");
        evaluate("--model", MLP, "--latency-seconds", "0").assertRefused(2, "--latency-seconds is 0.0.");
        Run.here("evaluate", FLIGHTS, "--label=late", "--score=hour", "--latency")
                .assertRefused(2, "--latency is for models that are asked for scores");
    }

    @Test
    void scoresThatDependOnTheBatchAreKeptForEachBatchSize() {
        JsonNode large = evaluated("--model", INT8, "--replicates", "0");
        assertBatch(1024, large);
        JsonNode small = evaluated("--model", INT8, "--replicates", "0", "--batch-rows", "64");
        assertEquals(78_543, small.at("/time/rows_inferred").asInt());
        assertBatch(64, small);
        assertFalse(large.at("/metrics/roc_auc/value").equals(small.at("/metrics/roc_auc/value")));
        JsonNode stored = evaluated("--model", INT8, "--replicates", "0");
        assertEquals(0, stored.at("/time/rows_inferred").asInt());
        assertBatch(1024, stored);
        String listed = Run.here("store", "ls", "--store", store).out();
        assertTrue(listed.contains("2 keys"), listed);
    }

    private static void assertBatch(int rows, JsonNode result) {
        assertEquals(rows, result.at("/time/batch_rows").asInt());
        assertEquals(List.of("batches of " + String.format(Locale.ROOT, "%,d", rows) + " rows"), batches(result));
    }

    /** What is said of batches, as often as it is said. */
    private static List<String> batches(JsonNode result) {
        List<String> said = new ArrayList<>();
        for (JsonNode warning : result.get("warnings")) {
            if (warning.get("code").asText().equals("BATCH_VARIANT")) {
                said.add(warning.get("text").asText().replaceFirst("^.* those of (batches of [\\d,]+ rows),.*$", "$1"));
            }
        }
        return said;
    }

    /** The same rows share a batch, so the same numbers come out. */
    @Test
    void parityScoresRowsInTheBatchesOfAnEvaluation() {
        for (String rows : List.of("1024", "64")) {
            JsonNode evaluated = evaluated("--model", INT8, "--baseline", MLP, "--replicates=0", "--batch-rows", rows);
            JsonNode parity = Run.here(
                            "parity",
                            FLIGHTS,
                            "--model",
                            MLP + "," + INT8,
                            "--label=late",
                            "--id=id",
                            "--format=json",
                            "--batch-rows",
                            rows)
                    .json();
            assertEquals(
                    evaluated.at("/comparison/roc_auc/difference"),
                    parity.at("/quality/comparison/roc_auc/difference"));
            assertEquals(Integer.parseInt(rows), parity.get("batch_rows").asInt());
            assertEquals(batches(evaluated), batches(parity));
        }
    }

    @Test
    void categoriesThatNoModelKnowsAreRefusedByEveryCommand() {
        StringBuilder text = new StringBuilder("id,late,month,hour,weekday,distance,origin,destination\n");
        for (int row = 0; row < 40; row++) {
            text.append(row + "," + row % 2 + ",May,noon,1,500,ORD,ATL\n");
        }
        String rows = Holdout.text(folder, "noon.csv", text.toString()).toString();
        for (String[] command : new String[][] {
            {"evaluate", rows, "--label=late", "--model", MLP, "--store", store},
            {"score", rows, "--model", MLP, "--store", store, "-o", folder + "/scores.csv"},
            {"parity", rows, "--model", MLP + "," + LINEAR},
            {"latency", rows, "--model", MLP, "--runs=1", "--seconds=0.1"}
        }) {
            Run.here(command).assertRefused(12, "\"hour\"", "\"noon\"", "\"0\", \"1\", \"2\" and 21 others", "40 rows");
        }
    }

    @Test
    void categoriesThatAModelDoesNotKnowAreSaidByEveryCommand() {
        String rows = Holdout.text(folder, "some.csv", "id,label,a\n1,1,x\n2,0,y\n3,1,z\n4,0,x\n")
                .toString();
        String model = OnnxFile.twoNumbers(folder.resolve("two.onnx")).toString();
        String other = OnnxFile.twoNumbers(folder.resolve("other.onnx")).toString();
        String said =
                "Column \"a\" holds a category that the model does not know in 1 of 4 rows (25.0 %), such as \"z\"";
        String[] asked = {"--model", model, "--features=a=x,a=y", "--store", store};
        for (int time = 0; time < 2; time++) {
            List<String> evaluate = new ArrayList<>(List.of("evaluate", rows, "--label=label", "--format=json"));
            evaluate.addAll(List.of(asked));
            assertTrue(unknown(Run.here(evaluate).json()).startsWith(said), "the second time from the store");
            List<String> score = new ArrayList<>(List.of("score", rows, "-o", folder + "/scores.csv"));
            score.addAll(List.of(asked));
            assertTrue(Run.here(score).err().contains("UNKNOWN_CATEGORIES: " + said));
        }
        JsonNode parity = Run.here(
                        "parity", rows, "--model", model + "," + other, "--features=a=x,a=y", "--format=json")
                .json();
        assertTrue(unknown(parity).startsWith(said), "said once of both models");
        assertTrue(Run.here("latency", rows, "--model", model, "--features=a=x,a=y", "--runs=1", "--seconds=0.1")
                .err()
                .contains("UNKNOWN_CATEGORIES: two: " + said));
    }

    private static String unknown(JsonNode result) {
        List<String> said = new ArrayList<>();
        for (JsonNode warning : result.get("warnings")) {
            if (warning.get("code").asText().equals("UNKNOWN_CATEGORIES")) {
                said.add(warning.get("text").asText());
            }
        }
        assertEquals(1, said.size());
        return said.get(0);
    }

    @Test
    void whatLatencyCannotMeasureIsNamedByItsOption() {
        refuseLatency("--batch is 0. It is a number of at least 1.", "--batch", "0");
        refuseLatency("--batch is -3. It is a number of at least 1.", "--batch", "64,-3");
        String rates = "It is a number of calls a second from 0.001 to 1000000.";
        refuseLatency("--rate is 0.0. " + rates, "--rate", "0");
        refuseLatency("--rate is NaN. " + rates, "--rate", "200,NaN");
        refuseLatency("--rate is 1.0E7. " + rates, "--rate", "1e7");
        refuseLatency("--runs is 0. It is a number of at least 1.", "--runs", "0");
        refuseLatency("--seconds is 0.0. It is a number of seconds above 0, at most 86400.", "--seconds", "0");
    }

    /** Before the data are read: there are none. */
    private static void refuseLatency(String said, String... options) {
        Run.here(Stream.concat(Stream.of("latency", "none.parquet", "--model", "none.onnx"), Stream.of(options))
                        .toArray(String[]::new))
                .assertRefused(ExitCode.USAGE, said);
    }

    private Run evaluate(String... options) {
        return Run.here(Stream.concat(
                        Stream.of("evaluate", FLIGHTS, "--label=late", "--id=id", "--store", store), Stream.of(options))
                .toArray(String[]::new));
    }

    private JsonNode evaluated(String... options) {
        List<String> all = new ArrayList<>(List.of(options));
        all.add("--format=json");
        Run run = evaluate(all.toArray(String[]::new));
        run.assertExitCode(0);
        return run.json();
    }

    private static String firstLine(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("");
        }
    }
}
