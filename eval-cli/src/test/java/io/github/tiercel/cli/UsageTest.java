package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Command lines that ask for what cannot be: exit code 2 and a sentence that names the mistake. */
class UsageTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    record Mistake(String name, List<String> args, List<String> named) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void write() {
        Holdout.csv(folder);
    }

    private static Mistake mistake(String name, List<String> args, String... named) {
        return new Mistake(name, args, List.of(named));
    }

    private static Mistake gate(String name, String rule, String... named) {
        return mistake(name, List.of("--gate", rule), named);
    }

    /** Added to a command line that is right. */
    static Stream<Mistake> mistakes() {
        return Stream.of(
                mistake("unknown option", List.of("--explode"), "--explode"),
                mistake("mistyped option", List.of("--basline", "other"), "--basline", "--baseline"),
                mistake("second file", List.of("more.csv"), "more.csv"),
                mistake("option without value", List.of("--weight"), "--weight"),
                mistake("option given twice", List.of("--rows", "5", "--rows", "6"), "--rows"),
                mistake("unknown metric", List.of("--metrics", "roc_auk"), "\"roc_auk\"", "Did you mean \"roc_auc\"?"),
                mistake(
                        "no metric",
                        List.of("--metrics", ","),
                        "--metrics names no metric.",
                        "--metrics roc_auc,log_loss"),
                mistake("unknown baseline", List.of("--baseline", "othr"), "\"othr\"", "Did you mean \"other\"?"),
                mistake("unknown weight", List.of("--weight", "wieght"), "\"wieght\"", "Did you mean \"weight\"?"),
                mistake("unknown slice", List.of("--slice", "contry"), "\"contry\"", "Did you mean \"country\"?"),
                mistake("unknown fold", List.of("--fold", "contry"), "\"contry\"", "Did you mean \"country\"?"),
                mistake(
                        "no rows a slice",
                        List.of("--min-slice-rows", "0"),
                        "--min-slice-rows is 0. It is the fewest rows to list a slice with, at least 1."),
                mistake(
                        "search without slices",
                        List.of("--search-slices"),
                        "A search for worse slices needs columns to slice by",
                        "--slice"),
                mistake(
                        "search by an unknown metric",
                        List.of("--slice", "country", "--search-slices", "roc_auk"),
                        "\"roc_auk\"",
                        "Did you mean \"roc_auc\"?"),
                mistake(
                        "search by a metric without an error",
                        List.of("--slice", "country", "--search-slices", "ece"),
                        "Slices cannot be searched by ece"),
                mistake("unknown id", List.of("--id", "ids"), "\"ids\"", "Did you mean \"id\"?"),
                mistake("unknown cluster", List.of("--cluster", "users"), "\"users\"", "Did you mean \"user\"?"),
                mistake("unknown score", List.of("--score", "scores"), "\"scores\"", "Did you mean \"score\"?"),
                mistake("score named twice", List.of("--score", "score"), "\"score\"", "more than once"),
                mistake("score named twice at once", List.of("--score", "other,other"), "\"other\"", "more than once"),
                mistake("positive label not there", List.of("--positive", "7"), "\"7\"", "\"0\"", "\"1\""),
                mistake("level above 1", List.of("--level", "95"), "level", "95"),
                mistake("level 0", List.of("--level", "0"), "level", "0"),
                mistake("level NaN", List.of("--level", "NaN"), "level", "NaN"),
                mistake("level no number", List.of("--level", "high"), "--level", "high"),
                mistake("one replicate", List.of("--replicates", "1"), "replicates", "1"),
                mistake("negative replicates", List.of("--replicates", "-1"), "replicates", "-1"),
                mistake("replicates beyond int", List.of("--replicates", "99999999999"), "--replicates", "99999999999"),
                mistake(
                        "unknown resampling",
                        List.of("--resampling", "fast"),
                        "--resampling",
                        "expected auto, row-hashed, compressed or rank-blocks but was 'fast'"),
                mistake(
                        "resampling of rows in clusters",
                        List.of("--resampling", "compressed", "--cluster", "user"),
                        "compressed replicates need independent rows, got rows in clusters"),
                mistake(
                        "resampling of rows with weights",
                        List.of("--resampling", "rank-blocks", "--weight", "weight"),
                        "rank-blocks replicates need rows that count alike, got weights"),
                mistake(
                        "resampling of two models",
                        List.of("--resampling", "compressed", "--baseline", "other"),
                        "compressed replicates need one model, got 2 models"),
                mistake("no Monte-Carlo error", List.of("--monte-carlo-error", "0"), "share must be above 0, got 0.0"),
                mistake("threshold NaN", List.of("--threshold", "NaN"), "threshold", "NaN"),
                mistake("threshold no number", List.of("--threshold", "half"), "--threshold", "half"),
                mistake("seed no number", List.of("--seed", "x"), "--seed", "'x'"),
                mistake("no rows", List.of("--rows", "0"), "rows", "0"),
                mistake("no half-width", List.of("--half-width", "0"), "halfWidth must be above 0, got 0.0"),
                mistake("half-width NaN", List.of("--half-width", "NaN"), "halfWidth must be above 0, got NaN"),
                mistake(
                        "rows and half-width",
                        List.of("--rows", "100", "--half-width", "0.1"),
                        "--rows and --half-width exclude each other"),
                mistake("unknown tier", List.of("--tier", "medium"), "--tier", "medium", "fast", "full"),
                mistake(
                        "unknown format",
                        List.of("--format", "xml"),
                        "--format",
                        "xml",
                        "table",
                        "json",
                        "markdown",
                        "junit"),
                mistake(
                        "two outputs in one file",
                        List.of("--output-json", "run.txt", "--output-junit", "./run.txt"),
                        "--output-json and --output-junit name the same file, ./run.txt. Name another file for one of"
                                + " them."),
                mistake("empty name of an output", List.of("--output-markdown", ""), "--output-markdown is empty."),
                mistake("unknown task", List.of("--task", "guess"), "--task", "guess", "binary"),
                mistake("unknown intervals", List.of("--intervals", "wide"), "--intervals", "wide"),
                mistake("unknown code", List.of("--inconclusive", "maybe"), "--inconclusive", "maybe", "own"),
                mistake(
                        "bootstrap of a sample",
                        List.of("--intervals", "bootstrap", "--rows", "100"),
                        "Bootstrap",
                        "100",
                        "600"),
                gate("gate that is no rule", "roc_auc is good", "\"roc_auc is good\"", "METRIC >= NUMBER"),
                gate("empty gate", "", "\"\"", "METRIC >= NUMBER"),
                gate("gate without number", "roc_auc >= high", "\"roc_auc >= high\"", "\"high\""),
                gate("gate with NaN", "roc_auc >= NaN", "\"NaN\""),
                gate("gate on a figure of parity", "label_flips <= 0.001", "\"label_flips\"", "tiercel parity"),
                gate("gate on unknown metric", "roc_auk >= 0.9", "\"roc_auk\"", "Did you mean \"roc_auc\"?"),
                gate("gate on unknown slice", "roc_auc@contry >= 0.9", "\"contry\"", "Did you mean \"country\"?"),
                gate("gate on unknown value", "roc_auc@country=xx >= 0.9", "\"xx\"", "country"),
                gate("gate without baseline", "log_loss no-worse-than baseline by 0.01", "--baseline"),
                gate("gate without margin", "log_loss no-worse-than baseline", "margin", "by 0.002"),
                gate("gate with negative margin", "log_loss no-worse-than baseline by -1", "-1", "at least 0"),
                gate("gate about serving", "p99 <= 5ms", "limits p99", "no model was measured", "--latency"),
                gate("gate about serving without unit", "p99 <= 5", "\"p99 <= 5\"", "unit", "p99 <= 5ms"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void mistakeIsNamed(Mistake mistake) {
        List<String> args = new ArrayList<>(
                List.of("evaluate", folder.resolve("holdout.csv").toString(), "--label", "label", "--score", "score"));
        args.addAll(mistake.args);
        Run.here(args).assertRefused(ExitCode.USAGE, mistake.named);
    }

    static Stream<Mistake> incomplete() {
        return Stream.of(
                mistake("no command", List.of(), "evaluate"),
                mistake(
                        "mistyped command",
                        List.of("evalute"),
                        "'evalute' is no command or option.",
                        "Did you mean: evaluate"),
                mistake("unknown option", List.of("--explode"), "--explode"),
                mistake("no store command", List.of("store"), "ls, verify, prune, explain or export"),
                mistake("nothing said", List.of("evaluate"), "--label", "DATA"),
                mistake("nothing to compare", List.of("compare"), "RUN-A", "RUN-B"),
                mistake("one run to compare", List.of("compare", "a.json"), "RUN-B"),
                mistake("three runs to compare", List.of("compare", "a", "b", "c.json"), "c.json"),
                mistake("empty name of a run", List.of("compare", "", "b.json"), "RUN-A is empty."),
                mistake("empty name of the other run", List.of("compare", "a.json", ""), "RUN-B is empty."),
                mistake(
                        "mistyped option of compare",
                        List.of("compare", "a", "b", "--baseline", "x"),
                        "--baseline",
                        "--baseline-model"),
                mistake("no result to judge", List.of("gate", "--gate", "f1 > 0"), "RUN"),
                mistake("unknown code", List.of("gate", "x", "--inconclusive", "maybe"), "--inconclusive", "own"),
                mistake("nothing to check", List.of("parity"), "DATA"),
                mistake("no scores to check", List.of("parity", "x.csv"), "--score"),
                mistake(
                        "one score to check",
                        List.of("parity", "x.csv", "--score", "a"),
                        "Parity is between two scores, and 1 of DATA are named.",
                        "--score trained --score served"),
                mistake(
                        "three scores to check",
                        List.of("parity", "x.csv", "y.csv", "--score", "a,b,c", "--id", "i"),
                        "Parity is between two scores, and 3 are named."),
                mistake(
                        "a score against itself",
                        List.of("parity", "x.csv", "--score", "a,a"),
                        "Score column \"a\" is named twice, and is sure to agree with itself."),
                mistake(
                        "two files without ids",
                        List.of("parity", "x.csv", "y.csv", "--score", "a"),
                        "Rows of two files are joined by ids.",
                        "--id"),
                mistake(
                        "positive without label",
                        List.of("parity", "x.csv", "--score", "a,b", "--positive", "1"),
                        "--positive and --task are about labels.",
                        "--label"),
                mistake(
                        "no rows in a batch to check",
                        List.of("parity", "x.csv", "--model", "a.onnx,b.onnx", "--batch-rows", "0"),
                        "--batch-rows is 0. It is a number of at least 1."),
                mistake(
                        "batches of columns to check",
                        List.of("parity", "x.csv", "--score", "a,b", "--batch-rows", "64"),
                        "--batch-rows is for models that are asked for scores"),
                mistake("empty name to check", List.of("parity", "", "--score", "a,b"), "DATA or OTHER-DATA is empty."),
                mistake(
                        "output over data to check",
                        List.of("parity", "pom.xml", "--score", "a,b", "--output", "pom.xml"),
                        "--output names pom.xml, which is read."),
                mistake(
                        "mistyped limit",
                        List.of("parity", "x.csv", "--score", "a,b", "--gate", "label_flip <= 0.1"),
                        "\"label_flip <= 0.1\"",
                        "Did you mean \"label_flips\"?"),
                mistake("one file of features", List.of("skew", "x.csv"), "DATA"),
                mistake("empty name of features", List.of("skew", "", "x.csv"), "REFERENCE or DATA is empty."),
                mistake(
                        "alpha out of range",
                        List.of("skew", "x", "y", "--alpha", "2"),
                        "alpha must be in (0, 1), got 2.0"),
                mistake("psi out of range", List.of("skew", "x", "y", "--psi", "0"), "psi must be above 0, got 0.0"),
                mistake("no result to show", List.of("report", "-o", "x.html"), "RUN"),
                mistake("mistyped option of gate", List.of("gate", "x", "--gates", "f1 > 0"), "--gates", "--gate"),
                mistake("nothing to pack", List.of("pack", "-o", "set", "--label", "y"), "SOURCE"),
                mistake("nowhere to pack to", List.of("pack", "x.csv", "--label", "y"), "--output"),
                mistake("no label to pack", List.of("pack", "x.csv", "-o", "set"), "--label"),
                mistake("empty name to pack", List.of("pack", "", "-o", "set", "--label", "y"), "SOURCE is empty."),
                mistake("empty name of a set", List.of("pack", "x", "-o", "", "--label", "y"), "--output is empty."),
                mistake(
                        "queries of another task",
                        List.of("pack", "x.csv", "-o", "set", "--label", "y", "--query", "q", "--task", "binary"),
                        "--query is for rankings only"),
                mistake(
                        "queries and clusters",
                        List.of("pack", "x.csv", "-o", "set", "--label", "y", "--query", "q", "--cluster", "c"),
                        "--query is for rankings only, and stands for --cluster there."),
                mistake("no score", List.of("evaluate", "x.csv", "--label", "y"), "--score", "--score-prefix"),
                mistake(
                        "no name of a score",
                        List.of("evaluate", "x.csv", "--label", "y", "--score", ","),
                        "--score names no column."),
                mistake("no name of a model", List.of("latency", "x.csv", "--model", ","), "--model names no file."),
                mistake("option for a value", List.of("evaluate", "x.csv", "--label", "--score", "s"), "--label"),
                mistake("empty file name", List.of("evaluate", "", "--label", "y", "--score", "s"), "DATA"));
    }

    /** Added to a packing that is right. */
    static Stream<Mistake> packings() {
        return Stream.of(
                mistake("unknown option", List.of("--explode"), "--explode"),
                mistake("mistyped option", List.of("--feature", "score"), "--feature", "--features"),
                mistake("unknown positive label", List.of("--positive", "7"), "\"7\"", "\"0\"", "\"1\""),
                mistake("unknown task", List.of("--task", "guess"), "--task", "guess", "binary"),
                mistake("unknown id", List.of("--id", "ids"), "\"ids\"", "Did you mean \"id\"?"),
                mistake("unknown weight", List.of("--weight", "wieght"), "\"wieght\"", "Did you mean \"weight\"?"),
                mistake("unknown query", List.of("--query", "usr"), "\"usr\"", "Did you mean \"user\"?"),
                mistake("unknown cluster", List.of("--cluster", "users"), "\"users\"", "Did you mean \"user\"?"),
                mistake("unknown slice", List.of("--slice", "contry"), "\"contry\"", "Did you mean \"country\"?"),
                mistake("unknown feature", List.of("--features", "scor"), "\"scor\"", "Did you mean \"score\"?"),
                mistake("unknown stratum", List.of("--stratify", "contry"), "\"contry\"", "Did you mean \"country\"?"),
                mistake(
                        "strata of clusters",
                        List.of("--stratify", "country", "--cluster", "user"),
                        "Rows in queries or clusters are drawn whole and have no strata."),
                mistake(
                        "strata of numbers",
                        List.of("--stratify", "country", "--task", "regression"),
                        "Rows can be stratified by a column only beside classes, but the task is regression."),
                mistake("unknown filter column", List.of("--where", "contry = li"), "\"contry\"", "\"country\"?"),
                mistake("filter that is none", List.of("--where", "country like li"), "\"like\" is no comparison"),
                mistake("filter with a word for a number", List.of("--where", "score > high"), "\"high\""),
                mistake("seed no number", List.of("--seed", "x"), "--seed", "'x'"));
    }

    @ParameterizedTest
    @MethodSource("packings")
    void mistakeInPackingIsNamed(Mistake mistake) {
        String set = folder.resolve("holdout.packed").toString();
        List<String> args = new ArrayList<>(
                List.of("pack", folder.resolve("holdout.csv").toString(), "-o", set, "--label", "label"));
        args.addAll(mistake.args);
        Run.here(args).assertRefused(ExitCode.USAGE, mistake.named);
        assertFalse(Files.exists(Path.of(set)));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void whatIsMissingIsNamed(Mistake mistake) {
        Run.here(mistake.args).assertRefused(ExitCode.USAGE, mistake.named);
    }

    @Test
    void whatIsToBePredictedIsNoScore() {
        Run.here("evaluate", folder.resolve("holdout.csv").toString(), "--label", "label", "--score", "score,label")
                .assertRefused(ExitCode.USAGE, "--score and --label both name \"label\"");
    }

    @Test
    void labelsThatSayNotWhichIsPositiveAskForIt() {
        Path file = Holdout.text(folder, "animals.csv", "animal,score\ncat,0.9\ndog,0.2\ncat,0.7\n");
        String[] args = {"evaluate", file.toString(), "--label", "animal", "--score", "score"};
        Run.here(args).assertRefused(ExitCode.USAGE, "\"cat\" (2)", "\"dog\" (1)", "--positive");
    }

    @Test
    void namesInMessagesCannotBreakTheLineOrColourTheTerminal() {
        // A header of CSV with such a character is refused as that of no text.
        Path file = Holdout.text(folder, "odd.json", "{\"label\":1,\"new\\nline\":0.5,\"\\u001b[31mred\":0.5}\n");
        String[] args = {"evaluate", file.toString(), "--label", "label", "--score", "scor"};
        Run.here(args).assertRefused(ExitCode.USAGE, "new\\u000Aline", "\\u001B[31mred");
    }

    @Test
    void namesMayStartLikeFilesOfArgumentsOrHoldQuotes() {
        Path file = Holdout.text(folder, "signs.csv", "label,@score,say \"\"x\n1,0.5,0.4\n0,0.1,0.3\n");
        Run run = Run.here("evaluate", file.toString(), "--label", "label", "--score", "@score");
        run.assertExitCode(ExitCode.PASSED);
        assertEquals("", run.err());
    }

    @Test
    void valuesOfOptionsMayBeWrittenInCapitals() {
        String file = folder.resolve("holdout.csv").toString();
        Run.here("evaluate", file, "--label", "label", "--score", "score", "--tier", "FAST")
                .assertExitCode(ExitCode.PASSED);
    }
}
