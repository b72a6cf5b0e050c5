package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.store.PredictionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreCommandTest {

    private static final int ROWS = 300;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void name() {
        folder = temporary.resolve("store");
    }

    @Test
    void lsHasALineForEachKeyAndASum() {
        String one = KeptScores.add(folder, "run/1", KeptScores.binary(ROWS, 0));
        ModelFingerprint model =
                ModelFingerprint.of("run/2").withTransform("v2").withSetting("provider", "cpu");
        String two = KeptScores.add(folder, model, Outputs.of("no", "yes"), KeptScores.binary(1000, 0), 150);
        List<String> lines = store("ls").out().lines().toList();
        assertEquals(4, lines.size());
        assertTrue(lines.get(0).matches("key +last used +rows +files +size +outputs +settings +model"), lines.get(0));
        String when = "  \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d";
        String size = "  +1  +\\d\\.\\d KiB";
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.matches(
                                one.substring(0, 12) + when + "  +300 of 300" + size + "  double: score  +run/1")),
                lines.toString());
        assertTrue(
                lines.stream()
                        .anyMatch(line -> line.matches(two.substring(0, 12) + when + "  200 of 1,000" + size
                                + "  double: no, yes  v2, provider=cpu  run/2")),
                lines.toString());
        assertTrue(lines.get(3).matches("2 keys, \\d+\\.\\d KiB"), lines.get(3));
    }

    @Test
    void lsSaysHowOftenRowsWereUsed() {
        KeptScores.add(folder, "run/1", KeptScores.binary(ROWS, 0));
        double[][] numbers = {{1}, {2}};
        EvaluationSet set = EvaluationSet.binary(new boolean[] {true, false}).build();
        try (PredictionStore store = PredictionStore.open(folder)) {
            Evaluator.of(set)
                    .replicates(0)
                    .features(Features.of(numbers))
                    .store(store)
                    .build()
                    .full("m", Predictor.<double[]>of(row -> row[0] / 4).withFingerprint(ModelFingerprint.of("used")));
        }
        List<String> lines = store("ls").out().lines().toList();
        String last = lines.get(lines.size() - 1);
        assertTrue(last.matches("rows [0-9a-f]{12} used for 1 model in 1 evaluation \\(full: 1 in 1\\)"), last);
        JsonNode use = store("ls", "--format", "json").json().at("/uses/0");
        assertEquals(64, use.get("order").textValue().length());
        assertEquals(1, use.get("models").intValue());
        assertEquals(1, use.at("/tiers/full/evaluations").intValue());
        assertTrue(use.get("bytes").intValue() > 100);
    }

    @Test
    void lsOfAnEmptyStoreIsASentence() {
        PredictionStore.open(folder).close();
        assertEquals("The store is empty: no scores are kept in it.\n", lines(store("ls")));
        JsonNode json = store("ls", "--format", "json").json();
        assertEquals(0, json.get("keys").size());
        assertEquals(0, json.get("bytes").asInt());
    }

    @Test
    void lsAsJsonHasTheParts() {
        ModelFingerprint model =
                ModelFingerprint.of("run/2").withTransform("v2").withSetting("provider", "cpu");
        String key = KeptScores.add(folder, model, Outputs.of("no", "yes"), KeptScores.binary(1000, 0), 150);
        JsonNode json = store("ls", "--format", "json").json();
        JsonNode listed = json.get("keys").get(0);
        List<String> names = new ArrayList<>();
        listed.fieldNames().forEachRemaining(names::add);
        assertEquals(
                List.of(
                        "key",
                        "model",
                        "transform",
                        "settings",
                        "order",
                        "outputs",
                        "precision",
                        "rows",
                        "rows_total",
                        "segments",
                        "bytes",
                        "last_used"),
                names);
        assertEquals(key, listed.get("key").asText());
        assertEquals("run/2", listed.get("model").asText());
        assertEquals("v2", listed.get("transform").asText());
        assertEquals("cpu", listed.get("settings").get("provider").asText());
        assertEquals("[\"no\",\"yes\"]", listed.get("outputs").toString());
        assertEquals("double", listed.get("precision").asText());
        assertEquals(200, listed.get("rows").asInt());
        assertEquals(1000, listed.get("rows_total").asInt());
        assertEquals(1, listed.get("segments").asInt());
        assertTrue(listed.get("last_used").asText().endsWith("Z"));
        assertEquals(json.get("bytes"), listed.get("bytes"));
    }

    @Test
    void verifySaysThatAStoreIsWhole() {
        KeptScores.add(folder, "run/1", KeptScores.binary(ROWS, 0));
        String said = lines(store("verify"));
        assertTrue(
                said.matches("The store is whole: every byte of 5 files \\(\\d+\\.\\d KiB\\) was checked\\.\\n"), said);
        JsonNode json = store("verify", "--format", "json").json();
        assertTrue(json.get("whole").asBoolean());
        assertEquals(5, json.get("files").asInt());
        assertEquals(0, json.get("problems").size());
    }

    @Test
    void verifyNamesWhatIsDamagedOnceAndExitsWith12() {
        String key = KeptScores.add(folder, "run/1", KeptScores.binary(ROWS, 0));
        KeptScores.damage(folder, key);
        Run run = run("verify").assertExitCode(ExitCode.BAD_DATA);
        assertEquals("", run.err());
        List<String> lines = run.out().lines().toList();
        assertTrue(
                lines.get(0).startsWith("The store is damaged in 1 file; all else is whole, every byte of 4 files ("));
        Path segment = Path.of(key.substring(0, 2), key, "0-300.arrow");
        assertTrue(lines.get(1).startsWith("  " + segment + ": "), run.out());
        assertTrue(lines.get(1).contains("checksum"), run.out());
        assertTrue(lines.get(1).endsWith("; went to quarantine/"), run.out());
        assertEquals(
                "What is in quarantine is not read again; the rows that are missing now are inferred at their next"
                        + " use.",
                lines.get(2));
        store("verify");
    }

    @Test
    void verifyAsJsonSaysTheSame() {
        String key = KeptScores.add(folder, "run/1", KeptScores.binary(ROWS, 0));
        KeptScores.damage(folder, key);
        JsonNode json = run("verify", "--format", "json")
                .assertExitCode(ExitCode.BAD_DATA)
                .json();
        assertFalse(json.get("whole").asBoolean());
        JsonNode problem = json.get("problems").get(0);
        assertTrue(problem.get("file").asText().endsWith("0-300.arrow"));
        assertTrue(problem.get("what").asText().contains("checksum"));
        assertTrue(problem.get("in_quarantine").asBoolean());
    }

    @Test
    void pruneDeletesWhatIsOldAndKeepsWhatIsInUse() {
        String old = KeptScores.add(folder, "run/1", KeptScores.binary(ROWS, 0));
        KeptScores.age(folder);
        String used = KeptScores.add(folder, "run/2", KeptScores.binary(ROWS, 0));
        String rehearsed = lines(store("prune", "--budget", "0", "--dry-run"));
        assertTrue(
                rehearsed.matches("would delete  " + old.substring(0, 12) + "  run/1\\n"
                        + "stays  " + used.substring(0, 12) + "  run/2\\n"
                        + "Would delete 1 key, \\d\\.\\d KiB\\. 1 key stays: it is in use or was within two minutes\\."
                        + " \\d+\\.\\d KiB would be left\\.\\n"),
                rehearsed);
        assertEquals(2, store("ls", "--format", "json").json().get("keys").size());
        JsonNode json =
                store("prune", "--budget", "0", "--dry-run", "--format", "json").json();
        assertTrue(json.get("dry_run").asBoolean());
        String pruned = lines(store("prune", "--budget", "0"));
        assertEquals(
                rehearsed
                        .replace("would delete", "deleted")
                        .replace("Would delete", "Deleted")
                        .replace("would be", "are"),
                pruned);
        assertEquals(
                used,
                store("ls", "--format", "json")
                        .json()
                        .get("keys")
                        .get(0)
                        .get("key")
                        .asText());
        assertEquals("[\"" + old + "\"]", json.get("deleted").toString());
        assertEquals("[\"" + used + "\"]", json.get("in_use").toString());
        JsonNode after = store("prune", "--format", "json").json();
        assertEquals(json.get("bytes_left"), after.get("bytes_left"));
        assertEquals(0, after.get("bytes_deleted").asInt());
    }

    @Test
    void pruneKeepsTenGibibytesUnlessTold() {
        KeptScores.add(folder, "run/1", KeptScores.binary(ROWS, 0));
        KeptScores.age(folder);
        String said = lines(store("prune"));
        assertTrue(said.matches("Deleted nothing\\. \\d+\\.\\d KiB are left\\.\\n"), said);
    }

    @Test
    void explainSaysWhatARequestFindsAndWhatOtherKeysDifferIn() {
        String key = KeptScores.add(folder, "run/1", KeptScores.binary(10_212, 0));
        String other = KeptScores.add(folder, "run/1", KeptScores.binary(10_000, 0));
        String model = KeptScores.add(folder, "run/2", KeptScores.binary(10_212, 0));
        List<String> lines = store("explain", key.substring(0, 8)).out().lines().toList();
        assertEquals("key        " + key, lines.get(0));
        assertEquals("model      run/1", lines.get(1));
        assertTrue(lines.contains("outputs    double: score"), lines.toString());
        assertTrue(lines.contains("A request with all of these hits: every row has its scores."), lines.toString());
        assertTrue(
                lines.contains(other.substring(0, 12) + "  same model, other rows: 10,000 -> 10,212"),
                lines.toString());
        assertTrue(lines.contains(model.substring(0, 12) + "  other model: run/2 -> run/1"), lines.toString());
        JsonNode json = store("explain", key, "--format", "json").json();
        assertEquals(key, json.get("key").asText());
        assertEquals(2, json.get("others").size());
        for (JsonNode found : json.get("others")) {
            boolean isModel = found.get("key").asText().equals(model);
            assertEquals(
                    isModel ? "[\"model: run/2 -> run/1\"]" : "[\"rows: 10,000 -> 10,212\"]",
                    found.get("different").toString());
        }
    }

    @Test
    void explainSaysHowFarARequestHits() {
        String part =
                KeptScores.add(folder, ModelFingerprint.of("a"), Outputs.score(), KeptScores.binary(1000, 0), 150);
        assertTrue(lines(store("explain", part))
                .contains("A request with all of these hits up to 200 rows; one for more infers the rest, at most 800"
                        + " rows.\n"));
        String whole = KeptScores.add(folder, "b", KeptScores.binary(ROWS, 5000));
        KeptScores.damage(folder, whole);
        run("verify").assertExitCode(ExitCode.BAD_DATA);
        assertTrue(lines(store("explain", whole))
                .contains("A request with all of these misses: no scores of the first rows are stored.\n"));
    }

    @Test
    void atMostFiveOtherKeysAreExplained() {
        String key = KeptScores.add(folder, "run/0", KeptScores.binary(ROWS, 0));
        for (int run = 1; run <= 7; run++) {
            KeptScores.add(folder, "run/" + run, KeptScores.binary(ROWS, 0));
        }
        List<String> lines = store("explain", key).out().lines().toList();
        assertEquals(
                5,
                lines.stream().filter(line -> line.contains("  other model: ")).count());
        assertEquals("and 2 keys more", lines.get(lines.size() - 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ls", "verify", "prune", "explain 0123", "export 0123 -o x.csv"})
    void whereThereIsNoStoreItIsNotMade(String line) throws IOException {
        run(line.split(" "))
                .assertRefused(
                        ExitCode.BAD_DATA,
                        "There is no prediction store at " + folder
                                + ": name the folder of one, or make one by evaluating a model with it.");
        assertFalse(Files.exists(folder));
        Files.createDirectory(folder);
        run(line.split(" ")).assertRefused(ExitCode.BAD_DATA, "There is no prediction store at " + folder);
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aStoreOfALaterVersionIsRefused() throws IOException {
        PredictionStore.open(folder).close();
        Path version = folder.resolve("VERSION");
        Files.delete(version);
        Files.writeString(version, "2.0\n");
        run("ls").assertRefused(ExitCode.BAD_DATA, "has layout 2.0", "use the version that made it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explain", "export -o x.csv"})
    void keysThatNameNoneOrSeveralAreRefused(String line) {
        KeptScores.add(folder, "run/1", KeptScores.binary(ROWS, 0));
        List<String> args = new ArrayList<>(List.of(line.split(" ")));
        args.add("abc");
        run(args.toArray(String[]::new)).assertRefused(ExitCode.USAGE, "\"abc\" is too short to name a key");
        args.set(args.size() - 1, "nosuchkey");
        run(args.toArray(String[]::new))
                .assertRefused(ExitCode.USAGE, "No key of the store ", "begins with \"nosuchkey\"");
    }

    @ParameterizedTest
    @CsvSource({
        "5XB, expected a size such as 512MiB or 10GiB or 0",
        "-1, expected a size",
        "1.5GiB, expected a size",
        "'', expected a size",
        "99999999999TiB, '99999999999TiB' is too large a size",
        "9999999999999999999, '9999999999999999999' is too large a size"
    })
    void sizesThatAreNoneAreRefused(String size, String named) {
        PredictionStore.open(folder).close();
        run("prune", "--budget", size).assertRefused(ExitCode.USAGE, "--budget", named.replace(" or 10GiB", ", 10GiB"));
    }

    @Test
    void whatToDoMustBeNamed() {
        Run.here("store").assertRefused(ExitCode.USAGE, "ls, verify, prune, explain or export", "tiercel store --help");
        Run.here("store", "lss").assertRefused(ExitCode.USAGE, "'lss' is no command or option.", "Did you mean: ls?");
        run("explain").assertRefused(ExitCode.USAGE, "KEY");
        run("export", "0123").assertRefused(ExitCode.USAGE, "--output");
        run("ls", "--format", "xml").assertRefused(ExitCode.USAGE, "--format", "xml", "table", "json");
        Run.here("store", "ls", "--store", "").assertRefused(ExitCode.USAGE, "--store is empty. Name a folder.");
    }

    /** Runs what succeeds and says nothing on stderr. */
    private Run store(String... args) {
        Run run = run(args).assertExitCode(ExitCode.PASSED);
        assertEquals("", run.err());
        return run;
    }

    private Run run(String... args) {
        List<String> line = new ArrayList<>(List.of("store"));
        line.addAll(List.of(args));
        line.addAll(List.of("--store", folder.toString()));
        return Run.here(line);
    }

    private static String lines(Run run) {
        return run.out().replace(System.lineSeparator(), "\n");
    }
}
