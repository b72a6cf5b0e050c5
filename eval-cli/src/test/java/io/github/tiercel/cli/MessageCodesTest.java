package io.github.tiercel.cli;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every code that the command can say, said by the command in a process of its own; {@link ModelCodesTest} has those of
 * models and what they leave.
 */
class MessageCodesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** Codes that no command line reaches, and why; tests of the library say them. */
    private static final Map<String, String> OF_THE_LIBRARY = Map.ofEntries(
            entry("ALPHA_SPENT", "of a training loop that goes on after the epochs it announced; the demo stops there"),
            entry("BAD_DATA", "the code of who refuses data in Java and names none; all refusals of Tiercel have one"),
            entry("BAD_SCORES", "of scores that a training loop brings; those of the demo come from its model"),
            entry("CHANGED_FILE", "another process must write the file between two passes over it"),
            entry("CHECK_FAILED", "of a check of the first model in a training loop; the demo has none"),
            entry("COMPARISON_FAILED", "of epochs in a training loop; those of the demo do not fail"),
            entry("EPOCH_REPEATED", "of a training loop that gives an epoch twice; the demo counts them"),
            entry("EVALUATION_FAILED", "of epochs in a training loop; those of the demo do not fail"),
            entry("LENGTH_MISMATCH", "of arrays; columns of a file are of one length"),
            entry("MODEL_ABSENT", "of Predictor.absent; every command opens the models that it is given"),
            entry("NONDETERMINISTIC", "two processes must infer the same rows at once, in a folder without locks"),
            entry("NOT_RECHECKED", "of Predictor.absent; every command opens the models that it is given"),
            entry(
                    "OTHER_CLASSES",
                    "of scores of classes in Java; columns and outputs are refused by their names before"),
            entry("REFERENCE_NOT_SCORED", "of epochs in a training loop; those of the demo can be scored again"),
            entry("ROWS_DIFFER", "of rows that are arrays; those of a file have the same columns"),
            entry("SERVING_BUDGET", "of a budget that a training loop declares; gates are for commands"),
            entry("SLICE_SEARCH_CUT", "a search is cut after 100 million rows, which takes 20 seconds of a processor"),
            entry(
                    "STALE_REFERENCE",
                    "of a training loop that goes on long after its last full epoch; the demo's do not"),
            entry("TIER_LEFT_OUT", "of training loops with a tier between; the demo has none"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    /** What makes the command say a code: options for Java, and a command line in the folder of the files. */
    record Said(String code, List<String> java, List<String> args) {
        @Override
        public String toString() {
            return code;
        }
    }

    private static Said said(String code, String... args) {
        return new Said(code, List.of(), List.of(args));
    }

    /** An evaluation of the rows in {@link Holdout}. */
    private static Said holdout(String code, String... more) {
        return evaluate(code, "holdout.csv", more);
    }

    private static Said evaluate(String code, String file, String... more) {
        List<String> args = new ArrayList<>(List.of("evaluate", file, "--label", "label", "--score", "score"));
        args.addAll(List.of(more));
        return new Said(code, List.of(), args);
    }

    private static Said tasks(String code, String... args) {
        List<String> all = new ArrayList<>(List.of("evaluate", "tasks.csv"));
        all.addAll(List.of(args));
        return new Said(code, List.of(), all);
    }

    @BeforeAll
    static void write() {
        Holdout.csv(folder);
        OnnxFile.twoNumbers(folder.resolve("two.onnx"));
        TaskRows.csv(folder);
        file("clamped.csv", "1,1.0000000001", "0,0.2", "1,0.7", "0,0.1");
        file("clipped.csv", "1,1", "0,0", "1,0.7", "0,0.1");
        file("hard.csv", "1,1", "0,0", "1,0", "0,1");
        file("inverted.csv", ranked(200, -1));
        file("logits.csv", ranked(200, 7));
        file("many.csv", ranked(20_000, 1));
        file(
                "rare.csv",
                IntStream.range(0, 2_000)
                        .mapToObj(row -> (row % 100 == 0 ? 1 : 0) + ",0." + row % 97)
                        .toArray(String[]::new));
        file("one.csv", "1,0.5", "1,0.4");
        file("unlabelled.csv", "1,0.5", ",0.4", "0,0.2");
        file("nan.csv", "1,0.5", "0,nan");
        file("text.csv", "1,0.5", "0,low");
        file("three.csv", "a,0.5", "b,0.4", "c,0.4");
        file("animals.csv", "cat,0.5", "dog,0.4");
        file("none.csv");
        Holdout.text(folder, "empty.csv", "");
        Holdout.text(folder, "notes.txt", "label,score");
        Holdout.text(folder, "twice.csv", "label,score,score\n1,0.5,1\n");
        Holdout.text(folder, "ids.csv", "id,label,score,weight\n7,1,0.5,-1\n7,0,0.4,1\n");
        Holdout.text(folder, "holes.csv", "id,label,score\na,1,0.5\n,0,0.4\n");
        Holdout.text(folder, "large.csv", "label,score,big\n1,0.5,9007199254740995\n0,0.4,9007199254740993\n");
        Holdout.text(folder, "lists.json", "{\"label\":1,\"score\":[0.5]}\n{\"label\":0,\"score\":[0.1]}\n");
        Holdout.text(folder, "ranks.csv", "query,label,score,part\n1,1,0.5,a\n1,0,0.4,b\n2,-1,0.1,a\n");
        Holdout.text(folder, "parts.csv", "query,label,score,part\n1,1,0.5,a\n1,0,0.4,b\n2,1,0.1,a\n");
        Holdout.text(folder, "absent.csv", "label,p_a,p_b,p_c\na,0.8,0.1,0.1\nb,0.1,0.8,0.1\na,0.5,0.25,0.25\n");
        Holdout.text(folder, "sums.csv", "label,p_a,p_b\na,0.9,0.9\nb,0.1,0.4\na,0.5,0.5\n");
        Holdout.text(folder, "outputs.csv", "p_a,p_b,q_a,q_c\n0.5,0.5,0.5,0.5\n");
        Holdout.text(folder, "config.toml", "lable = \"label\"\n");
        Holdout.text(folder, "cut.json", "{\"schemaVersion\": 1");
        Holdout.text(
                folder,
                "folds.csv",
                IntStream.range(0, 400)
                        .mapToObj(row -> row % 2 + "," + (row % 2 + row % 3 + (row % 4 < 2 ? 0 : 9)) / 12.0 + ","
                                + (row % 4 < 2 ? "a" : "b"))
                        .collect(Collectors.joining("\n", "label,score,fold\n", "\n")));
        Holdout.text(folder, "fold.csv", "label,score,fold\n1,0.5,a\n0,0.4,a\n");
        Holdout.text(folder, "half.csv", head(300));
        run("whole.json", "holdout.csv", "--id", "id");
        run("half.json", "half.csv", "--id", "id");
        run("strict.json", "holdout.csv", "--threshold", "0.7", "--id", "id");
        run("negative.json", "holdout.csv", "--positive", "0");
        run("logits.json", "logits.csv");
        Holdout.duck("COPY (SELECT 1 AS label, 0.5 AS score) TO '" + mixed("a") + "' (FORMAT parquet)");
        Holdout.duck("COPY (SELECT 'x' AS label, 0.5 AS score) TO '" + mixed("b") + "' (FORMAT parquet)");
    }

    private static void run(String name, String file, String... more) {
        List<String> args = new ArrayList<>(evaluate("", file, more).args);
        args.addAll(List.of("--replicates", "0", "--format", "json", "--output", name));
        Run.child(folder, args.toArray(String[]::new)).assertExitCode(ExitCode.PASSED);
    }

    private static Path mixed(String name) {
        try {
            return Files.createDirectories(folder.resolve("mixed")).resolve(name + ".parquet");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void file(String name, String... rows) {
        Holdout.text(folder, name, "label,score\n" + String.join("\n", rows) + "\n");
    }

    /** The first rows of {@link Holdout}. */
    private static String head(int rows) {
        return text(folder.resolve("holdout.csv"))
                .lines()
                .limit(1 + rows)
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }

    /** Rows whose score follows the label, scaled by so much. */
    private static String[] ranked(int rows, int scale) {
        return IntStream.range(0, rows)
                .mapToObj(row -> row % 2 + "," + (0.5 + scale * (row % 2 + row % 7 / 4.0 - 1) / 5))
                .toArray(String[]::new);
    }

    static Stream<Said> warnings() {
        return Stream.of(
                said(
                        "ABSENT_CLASS",
                        "evaluate",
                        "absent.csv",
                        "--label",
                        "label",
                        "--score-prefix",
                        "p_",
                        "--classes",
                        "a,b,c"),
                evaluate("CLAMPED", "clamped.csv"),
                evaluate("CLIPPED", "clipped.csv"),
                evaluate("DROPPED_UNLABELLED", "unlabelled.csv", "--drop-unlabelled"),
                said("FEWER_ROWS", "compare", "whole.json", "half.json"),
                holdout("FEW_GROUPS", "--rows", "40", "--cluster", "user"),
                holdout("ALL_ROWS", "--rows", "100000", "--id", "id"),
                evaluate("GREW", "many.csv", "--metrics", "roc_auc", "--half-width", "0.01"),
                evaluate("HARD_LABELS", "hard.csv"),
                evaluate("INVERTED", "inverted.csv"),
                holdout("NOT_GATED", "--gate", "roc_auc@country >= 0.5"),
                evaluate("NOT_PROBABILITIES", "logits.csv"),
                holdout("NO_BOOTSTRAP", "--rows", "100", "--replicates", "50"),
                holdout("NO_IDS", "--rows", "100"),
                evaluate("ONE_CLASS", "one.csv", "--positive", "1"),
                said("OTHER_SETTINGS", "compare", "whole.json", "strict.json"),
                holdout("SAME_AS_BASELINE", "--baseline", "score"),
                evaluate("POOLED_FOLDS", "folds.csv", "--fold", "fold"),
                holdout("SLICES_NOT_DRAWN", "--rows", "40", "--slice", "user"),
                holdout("SLICES_NOT_SEARCHED", "--rows", "40", "--slice", "country", "--search-slices"),
                holdout("SMALL_SAMPLE", "--rows", "10"),
                holdout("SMALL_SLICES", "--slice", "country", "--min-slice-rows", "100"),
                evaluate("TINY_STRATA", "rare.csv", "--rows", "20"),
                said(
                        "UNKNOWN_CATEGORIES",
                        "evaluate",
                        "holdout.csv",
                        "--label=label",
                        "--model=two.onnx",
                        "--features=score,country=de"),
                said("UNPAIRED", "compare", "whole.json", "logits.json"),
                said(
                        "UNSHARED_ROWS",
                        "parity",
                        "holdout.csv",
                        "half.csv",
                        "--score",
                        "score",
                        "--id",
                        "id",
                        "--shared-rows"),
                tasks("WITHOUT_RELEVANT", "--label", "relevance", "--score", "rank", "--query", "query"),
                tasks("ZERO_LABELS", "--label", "relevance", "--score", "rank", "--task", "regression"));
    }

    @ParameterizedTest
    @MethodSource("warnings")
    void everyWarningIsInTheResult(Said said) {
        List<String> args = new ArrayList<>(said.args);
        args.addAll(List.of("--format", "json"));
        Run run = Run.child(folder, args.toArray(String[]::new));
        assertTrue(run.out().contains("\"code\": \"" + said.code + "\""), run::toString);
    }

    static Stream<Said> errors() {
        return Stream.of(
                said("BAD_CONFIG", "evaluate", "--config", "config.toml"),
                evaluate("BAD_FOLDS", "fold.csv", "--fold", "fold"),
                evaluate("BAD_HEADER", "twice.csv"),
                evaluate("BAD_RELEVANCE", "ranks.csv", "--query", "query"),
                evaluate("BAD_WEIGHTS", "ids.csv", "--weight", "weight"),
                evaluate("COLUMN_TYPE", "lists.json"),
                evaluate("DUPLICATE_IDS", "ids.csv", "--id", "id"),
                evaluate("FILES_DIFFER", "mixed"),
                holdout("GATE_RULE", "--gate", "roc_auc is good"),
                evaluate("LABEL_VALUES", "three.csv"),
                evaluate("MISSING_VALUE", "holes.csv", "--id", "id"),
                evaluate("NOT_FINITE", "nan.csv"),
                holdout("NO_BASELINE", "--gate", "roc_auc no-worse-than baseline by 0.1"),
                evaluate("NO_FILE", "gone.csv"),
                evaluate("NO_NUMBERS", "text.csv"),
                holdout("NO_OUTPUT", "--output", "gone/run.json"),
                said(
                        "MODEL_FEATURES",
                        "evaluate",
                        "holdout.csv",
                        "--label=label",
                        "--model=two.onnx",
                        "--features=score"),
                said("MODEL_FILE", "evaluate", "holdout.csv", "--label=label", "--model=none.onnx"),
                said("NOT_MEASURED", "evaluate", "holdout.csv", "--label=label", "--score=score", "--gate=p99 <= 5ms"),
                said("NO_RESULT", "report", "cut.json", "-o", "run.html"),
                evaluate("NO_ROWS", "none.csv"),
                said("NO_SHARED_COLUMNS", "skew", "holdout.csv", "text.csv", "--columns", "score"),
                said("NO_STORE", "store", "ls", "--store", "gone"),
                evaluate("NUMBERS_TOO_LARGE", "large.csv", "--slice", "big:2"),
                said("OTHER_OUTPUTS", "parity", "outputs.csv", "--score-prefix", "p_,q_"),
                said("OTHER_ROWS", "parity", "holdout.csv", "half.csv", "--score", "score", "--id", "id"),
                evaluate("OUTSIDE_0_1", "logits.csv", "--metrics", "log_loss"),
                evaluate("POSITIVE_LABEL", "animals.csv"),
                said("RUNS_DIFFER", "compare", "whole.json", "negative.json"),
                evaluate("SLICED_QUERY", "parts.csv", "--query", "query", "--slice", "part"),
                said(
                        "SUM_NOT_1",
                        "evaluate",
                        "sums.csv",
                        "--label",
                        "label",
                        "--score-prefix",
                        "p_",
                        "--metrics",
                        "log_loss"),
                evaluate("TOO_FEW_ROWS", "one.csv", "--positive", "1", "--part", "select"),
                said(
                        "UNKNOWN_CATEGORIES",
                        "evaluate",
                        "holdout.csv",
                        "--label=label",
                        "--model=two.onnx",
                        "--features=score,country=xx"),
                holdout("UNKNOWN_COLUMN", "--slice", "contry"),
                evaluate("UNKNOWN_FORMAT", "notes.txt"),
                holdout("UNKNOWN_METRIC", "--metrics", "roc_auk"),
                holdout("UNKNOWN_SLICE", "--slice", "country", "--gate", "roc_auc@country=xx >= 0.5"),
                evaluate("UNLABELLED", "unlabelled.csv"),
                evaluate("UNREADABLE_FILE", "empty.csv"),
                holdout("USAGE", "--explode"),
                new Said("NO_TEMPORARY_FOLDER", List.of("-Djava.io.tmpdir=/gone"), List.of("demo")),
                new Said("OUT_OF_MEMORY", List.of("-Xmx24m"), List.of("demo")));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void everyErrorIsOneSentenceBehindItsCode(Said said) {
        List<String> line = Run.line(System.getProperty("java.class.path"), said.args.toArray(String[]::new));
        line.addAll(1, said.java);
        Run run = Run.of(new ProcessBuilder(line).directory(folder.toFile()));
        run.assertExitCode(exitCode(said.code));
        run.assertSentence();
        assertTrue(run.err().startsWith("tiercel: " + said.code + ": "), run::toString);
    }

    /** {@return what the contract has the command end with after an error} */
    static int exitCode(String code) {
        return switch (code) {
            case "BAD_CONFIG",
                    "GATE_RULE",
                    "NO_BASELINE",
                    "NOT_MEASURED",
                    "POSITIVE_LABEL",
                    "UNKNOWN_COLUMN",
                    "UNKNOWN_METRIC",
                    "UNKNOWN_SLICE",
                    "USAGE" -> 2;
            case "MODEL_FAILED", "MODEL_FEATURES", "MODEL_FILE", "MODEL_OUTPUT" -> 13;
            case "NO_OUTPUT" -> 14;
            case "OUT_OF_MEMORY" -> 70;
            // A store that is to be read and is not there is missing data; one that cannot be made is 14.
            default -> 12;
        };
    }

    @Test
    void noCodeIsLeftOut() {
        Set<String> all = new TreeSet<>(OF_THE_LIBRARY.keySet());
        warnings().map(Said::code).forEach(all::add);
        errors().map(Said::code).forEach(all::add);
        all.addAll(ModelCodesTest.codes());
        // ExitCodeTest has a process whose class path is broken, InterruptTest one that is interrupted.
        all.addAll(List.of("INTERNAL_ERROR", "INTERRUPTED"));
        assertEquals(all, new TreeSet<>(MessageTexts.read().codes()));
    }

    @Test
    void codesOfTheLibraryAreSaidInTestsOfTheLibrary() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<String> tests = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> ROOT.relativize(file).toString().contains("src/test/java"))
                    .filter(file -> !file.endsWith("MessageCodesTest.java"))
                    .map(MessageCodesTest::text)
                    .toList();
            for (String code : OF_THE_LIBRARY.keySet()) {
                assertTrue(tests.stream().anyMatch(test -> test.contains("\"" + code)), code);
            }
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
