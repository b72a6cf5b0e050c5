package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs to compare, in a folder of their own for each test. */
abstract class ComparedRuns {

    private static final List<String> LABELLED = List.of("--label", "label", "--id", "id", "--replicates", "0");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    Path folder;

    @BeforeEach
    void write() {
        Holdout.csv(folder);
    }

    Path evaluated(String name, String data, String... options) {
        Path run = folder.resolve(name);
        List<String> args =
                new ArrayList<>(List.of("evaluate", folder.resolve(data).toString()));
        args.addAll(LABELLED);
        args.addAll(List.of(options));
        args.addAll(List.of("--format", "json", "--output", run.toString()));
        Run.here(args).assertExitCode(ExitCode.PASSED);
        return run;
    }

    /** The worse model of the file is the baseline, the better one the candidate. */
    void evaluateBoth(String... options) {
        evaluated("a.json", "holdout.csv", with(options, "--score", "other"));
        evaluated("b.json", "holdout.csv", with(options, "--score", "score"));
    }

    static String[] with(String[] options, String... more) {
        return Stream.concat(Arrays.stream(options), Arrays.stream(more)).toArray(String[]::new);
    }

    Run compare(String... options) {
        List<String> args = new ArrayList<>(List.of(
                "compare",
                folder.resolve("a.json").toString(),
                folder.resolve("b.json").toString()));
        args.addAll(List.of(options));
        return Run.here(args);
    }

    JsonNode compared(String... options) {
        Run run = compare(with(options, "--format", "json"));
        run.assertExitCode(ExitCode.PASSED);
        return run.json();
    }

    static void assertUnpaired(JsonNode result, String why) {
        JsonNode difference = result.at("/comparison/roc_auc");
        assertFalse(difference.get("paired").booleanValue(), difference::toString);
        assertFalse(difference.has("p_value"), difference::toString);
        assertTrue(difference.get("lower").doubleValue()
                < difference.get("difference").doubleValue());
        assertEquals("nothing", result.at("/provenance/settings/paired_by").textValue());
        List<String> notices = result.get("warnings").findValuesAsText("text");
        assertTrue(notices.stream().anyMatch(text -> text.contains(why)), notices::toString);
        assertTrue(result.get("warnings").findValuesAsText("code").contains("UNPAIRED"));
    }

    static void assertPairedBy(String pairing, JsonNode result) {
        assertEquals(pairing, result.at("/provenance/settings/paired_by").textValue());
        JsonNode difference = result.at("/comparison/roc_auc");
        assertTrue(difference.get("paired").booleanValue(), difference::toString);
        assertTrue(difference.has("p_value"), difference::toString);
    }

    /** All that is computed: everything but where time went and where it came from. */
    static void assertSameNumbers(JsonNode expected, JsonNode actual) {
        List<String> keys = new ArrayList<>();
        expected.fieldNames().forEachRemaining(keys::add);
        keys.removeAll(List.of("time", "provenance"));
        assertTrue(keys.containsAll(List.of("metrics", "comparison", "baseline", "slices")), keys::toString);
        for (String key : keys) {
            assertEquals(expected.get(key), actual.get(key), key);
        }
    }

    static List<String> textsOf(JsonNode result, String code) {
        List<String> texts = new ArrayList<>();
        result.get("warnings").forEach(warning -> {
            if (warning.get("code").textValue().equals(code)) {
                texts.add(warning.get("text").textValue());
            }
        });
        return texts;
    }
}
