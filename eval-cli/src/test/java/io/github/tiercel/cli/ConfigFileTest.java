package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    private static Path data = Path.of("");

    @BeforeAll
    static void write() {
        Holdout.csv(folder);
        data = folder.resolve("holdout.csv");
    }

    @Test
    void aFileSaysWhatTheCommandLineWouldSay() {
        Path config = config("""
                # Who clicked.
                data = "%s"
                label = "label"
                score = ["score"]
                baseline = "other"
                slice = ["country"]
                threshold = 0.4
                replicates = 0
                drop-unlabelled = true
                gate = [
                  "roc_auc >= 0.75",          # what production has
                  "log_loss no-worse-than baseline by 0.5",
                ]
                format = "json"
                """.formatted(data));
        Run typed = Run.here(
                "evaluate",
                "--label=label",
                "--score=score",
                "--baseline=other",
                "--slice=country",
                "--threshold=0.4",
                "--replicates=0",
                "--drop-unlabelled",
                "--gate=roc_auc >= 0.75",
                "--gate=log_loss no-worse-than baseline by 0.5",
                "--format=json",
                data.toString());
        Run read = Run.here("evaluate", "--config", config.toString());
        assertEquals("", read.err());
        assertEquals(typed.exitCode(), read.exitCode());
        assertEquals(withoutTime(typed), withoutTime(read));
    }

    private static JsonNode withoutTime(Run run) {
        JsonNode json = run.json();
        ((ObjectNode) json).remove("time");
        return json;
    }

    @Test
    void whatTheCommandLineSaysGoesBefore() {
        Path config = config("""
                data = "gone.csv"
                label = "label"
                score = "other"
                gate = ["roc_auc >= 0.999"]
                level = 0.9
                """);
        Run run = evaluate(config, data.toString(), "--score", "score", "--gate", "roc_auc >= 0.7", "--format", "json");
        run.assertExitCode(ExitCode.PASSED);
        JsonNode json = run.json();
        assertEquals(1, json.get("gates").size());
        assertEquals("roc_auc >= 0.7", json.at("/gates/0/rule").asText());
        assertEquals(0.9, json.at("/metrics/roc_auc/level").asDouble());
        String command = json.at("/provenance/command").asText();
        assertEquals(
                "tiercel evaluate --label=label --level=0.9 " + data
                        + " --score score --gate 'roc_auc >= 0.7' --format json",
                command);
    }

    @Test
    void aFlagThatIsFalseIsNotGiven() {
        Path config = config("label = \"label\"\nscore = \"score\"\ndrop-unlabelled = false\n");
        Run run = evaluate(config, data.toString(), "--format", "json");
        run.assertExitCode(ExitCode.PASSED);
        assertFalse(run.json().at("/provenance/command").asText().contains("unlabelled"));
    }

    @Test
    void whatTheCommandLineExcludesIsNotTaken() {
        Path config = config("label = \"label\"\nscore = \"score\"\nhalf-width = 0.1\nsearch-slices = false\n");
        Run run = evaluate(config, "--rows", "100", "--format", "json", "--", data.toString());
        run.assertExitCode(ExitCode.PASSED);
        assertEquals(100, run.json().get("rows").asInt());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "lable = \"y\";has the key \"lable\", which is no option of evaluate. Did you mean \"label\"? Keys are data, and the names of",
                "config = \"other.toml\";has the key \"config\", which is no option of evaluate.",
                "help = true;has the key \"help\"",
                "label = ;line 1: ",
                "label = label;line 1: ",
                "label = [\"a\", \"b\"];has 2 values for \"label\", which takes one.",
                "slice = [[\"a\"]];has a list or table within \"slice\".",
                "drop-unlabelled = \"yes\";has [yes] for \"drop-unlabelled\". Write true or false.",
                "gate.auc = \"roc_auc > 0\";has the table \"gate\".",
            })
    void mistakesInTheFileAreNamed(String line, String said) {
        Path config = config(line + "\n");
        evaluate(config, data.toString()).assertRefused(ExitCode.USAGE, "BAD_CONFIG: ", config.toString(), said);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        evaluate(Path.of("no.toml")).assertRefused(ExitCode.USAGE, "BAD_CONFIG: There is no file no.toml.");
        evaluate(folder).assertRefused(ExitCode.USAGE, "BAD_CONFIG: " + folder + " cannot be read");
        Run.here("evaluate", "--config").assertRefused(ExitCode.USAGE, "--config");
    }

    private static Run evaluate(Path config, String... more) {
        List<String> args = new ArrayList<>(List.of("evaluate", "--config=" + config));
        args.addAll(List.of(more));
        return Run.here(args);
    }

    private static Path config(String text) {
        return Holdout.text(folder, "evaluation.toml", text);
    }
}
