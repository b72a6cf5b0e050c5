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
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packed sets that evaluations leave beside the store; each command runs in a process of its own. */
class StorePackedSetsTest {

    private static final String STORE = "--store=kept/store";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Path whole = Holdout.csv(folder);
        try (Stream<String> lines = Files.lines(whole)) {
            Holdout.text(folder, "half.csv", lines.limit(301).collect(Collectors.joining("\n")));
        }
        OnnxFile.twoNumbers(folder.resolve("two.onnx"));
    }

    private static String[] evaluation(String data, int replicates) {
        return new String[] {
            "evaluate",
            data,
            "--label=label",
            "--id=id",
            "--model=two.onnx",
            "--features=score,other",
            "--replicates=" + replicates,
            STORE
        };
    }

    private void evaluate(String data) {
        Run.child(folder, evaluation(data, 0)).assertExitCode(ExitCode.PASSED);
    }

    private Run store(String... args) {
        String[] line = Stream.of(Stream.of("store"), Stream.of(args), Stream.of(STORE))
                .flatMap(part -> part)
                .toArray(String[]::new);
        return Run.child(folder, line).assertExitCode(ExitCode.PASSED);
    }

    /** Makes all look as if it had not been used for an hour. */
    private void age() {
        KeptScores.age(folder.resolve("kept"));
    }

    @Test
    void lsListsThemWithWhatHasBecomeOfTheirSources() throws IOException {
        evaluate("holdout.csv");
        age();
        evaluate("half.csv");
        Files.delete(folder.resolve("half.csv"));
        JsonNode sets = store("ls", "--format=json").json().get("sets");
        assertEquals(2, sets.size());
        JsonNode half = sets.get(0);
        assertEquals(64, half.get("set").asText().length());
        assertTrue(half.get("source").asText().endsWith(folder.getFileName() + "/half.csv"), half.toString());
        assertEquals("gone", half.get("source_is").asText());
        assertFalse(half.get("damaged").asBoolean());
        assertEquals(300, half.get("rows").asInt());
        assertTrue(half.get("bytes").asInt() > 1000);
        assertTrue(half.get("last_used").asText().endsWith("Z"));
        assertEquals("unchanged", sets.get(1).get("source_is").asText());
        assertEquals(600, sets.get(1).get("rows").asInt());
        List<String> lines = store("ls").out().lines().toList();
        assertTrue(lines.get(lines.size() - 4).matches("packed set +last used +rows +size +source"), lines.toString());
        String when = "  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d";
        assertTrue(
                lines.get(lines.size() - 3)
                        .matches(half.get("set").asText().substring(0, 12) + when
                                + " +300 +\\d+\\.\\d KiB  \\(gone\\) .*"),
                lines.toString());
        assertTrue(
                lines.get(lines.size() - 1).matches("2 packed sets beside the store, \\d+\\.\\d KiB"),
                lines.toString());
    }

    @Test
    void relabelledRowsKeepTheirScores() throws IOException {
        evaluate("holdout.csv");
        List<String> rows = Files.readAllLines(folder.resolve("holdout.csv"));
        int label = List.of(rows.get(0).split(",")).indexOf("label");
        int score = List.of(rows.get(0).split(",")).indexOf("score");
        JsonNode same = evaluated(rows, row -> row % 5 == 0 ? label : -1, "1");
        assertEquals(0, same.at("/time/rows_inferred").asInt());
        assertEquals(600, same.at("/time/rows_reused").asInt());
        JsonNode other = evaluated(rows, row -> row == 599 ? score : -1, "0.123");
        assertEquals(600, other.at("/time/rows_inferred").asInt());
    }

    /** Evaluates rows with another value in a column of some. */
    private JsonNode evaluated(List<String> rows, IntUnaryOperator columnOfRow, String value) {
        List<String> changed = new ArrayList<>(rows.subList(0, 1));
        for (int row = 1; row < rows.size(); row++) {
            String[] values = rows.get(row).split(",", -1);
            int column = columnOfRow.applyAsInt(row);
            if (column >= 0) {
                values[column] = value;
            }
            changed.add(String.join(",", values));
        }
        Holdout.text(folder, "holdout.csv", String.join("\n", changed));
        List<String> line = new ArrayList<>(List.of(evaluation("holdout.csv", 0)));
        line.add("--format=json");
        return Run.child(folder, line.toArray(String[]::new))
                .assertExitCode(ExitCode.PASSED)
                .json();
    }

    @Test
    void pruneDeletesThoseOfNoUseFirstThenTheOldestAndThenScores() throws IOException {
        evaluate("holdout.csv");
        evaluate("half.csv");
        age();
        Holdout.text(folder, "half.csv", Files.readString(folder.resolve("half.csv")) + "\n");
        JsonNode all = store("prune", "--dry-run", "--format=json").json();
        assertEquals(0, all.at("/sets/deleted").size());
        long bytes = all.get("bytes_left").asLong() + all.at("/sets/bytes_left").asLong();
        JsonNode first =
                store("prune", "--budget=" + (bytes - 1), "--format=json").json();
        assertEquals(1, first.at("/sets/deleted").size());
        assertEquals("changed", first.at("/sets/deleted/0/source_is").asText());
        assertEquals(0, first.get("deleted").size());
        String rest = store("prune", "--budget=0").out();
        assertTrue(
                rest.matches("(?s)deleted  [0-9a-f]{12}  packed /\\S+/holdout\\.csv\\R"
                        + "(deleted  [0-9a-f]{12}  onnx:[0-9a-f]{8}…\\R){2}"
                        + "Deleted 2 keys and 1 packed set, \\d+\\.\\d KiB\\. .*"),
                rest);
        JsonNode listed = store("ls", "--format=json").json();
        assertEquals(0, listed.get("sets").size());
        assertEquals(0, listed.get("keys").size());
        evaluate("holdout.csv");
        assertEquals(1, store("ls", "--format=json").json().get("sets").size());
    }

    @Test
    void whatAnEvaluationUsesStaysUntilItEnds() throws IOException, InterruptedException {
        evaluate("holdout.csv");
        age();
        // It would work for hours.
        Process process = new ProcessBuilder(
                        Run.line(System.getProperty("java.class.path"), evaluation("holdout.csv", 100_000_000)))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile())
                .start();
        try {
            JsonNode set = store("ls", "--format=json").json().at("/sets/0");
            Path used = folder.resolve("kept/packed")
                    .resolve(set.get("set").asText())
                    .resolve("source.txt");
            while (process.isAlive() && !isFresh(used)) {
                Thread.sleep(20);
            }
            age();
            JsonNode pruned = store("prune", "--budget=0", "--format=json").json();
            assertEquals(set.get("set"), pruned.at("/sets/in_use/0/set"));
            assertEquals(0, pruned.at("/sets/deleted").size());
            assertTrue(process.isAlive(), "it ended");
        } finally {
            process.destroyForcibly().waitFor();
        }
        age();
        JsonNode pruned = store("prune", "--budget=0", "--format=json").json();
        assertEquals(1, pruned.at("/sets/deleted").size());
        assertEquals(0, pruned.at("/sets/bytes_left").asInt());
    }

    private static boolean isFresh(Path file) throws IOException {
        return System.currentTimeMillis() - Files.getLastModifiedTime(file).toMillis() < 600_000;
    }
}
