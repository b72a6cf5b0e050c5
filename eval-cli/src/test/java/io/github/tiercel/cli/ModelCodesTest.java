package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every code of models, stores, packed sets and training that the command can say, said by the command in a process of
 * its own.
 */
class ModelCodesTest {

    private static final Pattern SEGMENT = Pattern.compile("\\d+-\\d+\\.arrow");
    private static final String NO_LIBRARY = "NO_NATIVE_LIBRARY";
    private static final int MODELS = 12;
    /** As many rows as 215 links to one file have are too many. */
    private static final int LINKS = 215;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private static Path folder;

    /**
     * What makes the command say codes.
     *
     * @param codes the codes
     * @param before what is done before, in this process
     * @param line the command line, with {@code @} for the folder of the files
     */
    record Said(List<String> codes, Runnable before, String line) {
        @Override
        public String toString() {
            return String.join(" ", codes);
        }
    }

    private static Said said(String codes, Runnable before, String line) {
        return new Said(List.of(codes.split(" ")), before, line);
    }

    private static Said said(String codes, String line) {
        return said(codes, () -> {}, line);
    }

    private static String evaluate(String rows, String models, String store) {
        return "evaluate @" + rows + " --model " + models + " --label label --features a,b --replicates 0 --format json"
                + " --store @" + store + File.separator + "store";
    }

    @BeforeAll
    static void write() {
        OnnxFile.twoNumbers(folder.resolve("two.onnx"));
        OnnxFile.guessing(folder.resolve("guessing.onnx"));
        OnnxFile.refusing(folder.resolve("refusing.onnx"));
        IntStream.range(0, MODELS).forEach(i -> OnnxFile.weighing(2 + i, folder.resolve("w" + i + ".onnx")));
        rows("rows.csv", 600);
        rows("many.csv", 40_000);
        Holdout.text(folder, "gaps.csv", "label,a,b\n1,,0.5\n0,0.25,0.5\n1,0.5,0.25\n");
    }

    private static void rows(String name, int rows) {
        String lines = IntStream.range(0, rows)
                .mapToObj(row -> row % 2 + "," + (row % 13) / 16.0 + "," + (row % 7) / 8.0 + ",user-" + row % 300)
                .collect(Collectors.joining("\n", "label,a,b,user\n", "\n"));
        Holdout.text(folder, name, lines);
    }

    static Stream<Said> warnings() {
        String again = evaluate("rows.csv", "@two.onnx", "damaged");
        String guessed = evaluate("rows.csv", "@guessing.onnx", "guessed");
        String unreadable = evaluate("rows.csv", "@two.onnx", "unreadable");
        String models =
                IntStream.range(0, MODELS).mapToObj(i -> "@w" + i + ".onnx").collect(Collectors.joining(","));
        return Stream.of(
                said("MIN_DELTA_UNRESOLVED TIER_ENLARGED", "demo --epochs 8 --store @demo --report @demo.html"),
                said("INPUT_BOUND", evaluate("many.csv", "@two.onnx", "bound")),
                said("HOLDOUT_WORN", evaluate("rows.csv", models, "worn")),
                said("HOLDOUT_COUNT_LOST QUARANTINED", () -> damage(again), again),
                said("BATCH_VARIANT CHANGED_MODEL", () -> passes(guessed), guessed),
                said("NOT_READ", () -> block(unreadable), unreadable),
                // What the disk refuses is noticed beside the work, so long before the end of a training.
                said(
                        "NOT_STORED",
                        ModelCodesTest::fence,
                        "demo --epochs 1 --store @fenced" + File.separator + "store --report @fenced.html"),
                said(
                        "MERGED_STRATA",
                        () -> passes("pack @rows.csv -o @users --label label --features a,b --stratify user"),
                        evaluate("users", "@two.onnx", "merged") + " --rows 590"));
    }

    /** {@return all codes that are said here} */
    static Set<String> codes() {
        Set<String> codes = new TreeSet<>(Set.of(NO_LIBRARY));
        Stream.concat(warnings(), errors()).forEach(said -> codes.addAll(said.codes));
        return codes;
    }

    @ParameterizedTest
    @MethodSource("warnings")
    void everyWarningIsSaid(Said said) {
        Run run = run(said).assertExitCode(ExitCode.PASSED);
        for (String code : said.codes) {
            assertTrue(
                    Pattern.compile("(\"code\": \"|note )" + code + "\\b")
                            .matcher(run.out())
                            .find(),
                    run::toString);
        }
    }

    static Stream<Said> errors() {
        return Stream.of(
                said("MODEL_OUTPUT", evaluate("gaps.csv", "@two.onnx", "gaps")),
                said("MODEL_FAILED", evaluate("rows.csv", "@refusing.onnx", "refused")),
                said("DAMAGED_SET", ModelCodesTest::damageSet, evaluate("damaged.set", "@two.onnx", "sets")),
                said("NO_PACKED_SET", ModelCodesTest::halveSet, evaluate("half.set", "@two.onnx", "sets")),
                said(
                        "NO_SCORES",
                        ModelCodesTest::loseScores,
                        "store export @key -o @scores.csv --store @lost" + File.separator + "store"),
                said("TOO_MANY_ROWS", ModelCodesTest::linkRows, "evaluate @huge --label label --score score"),
                said("TOO_MANY_TEXTS", ModelCodesTest::writeTexts, "pack @texts.parquet -o @texts --label label"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void everyErrorIsOneSentenceBehindItsCode(Said said) {
        String code = said.codes.get(0);
        Run run = run(said).assertExitCode(MessageCodesTest.exitCode(code));
        run.assertSentence();
        assertTrue(run.err().startsWith("tiercel: " + code + ": "), run::toString);
    }

    /** DuckDB prints what Java said before it is asked. */
    @Test
    void aProcessorWithoutDuckDbIsNamed() {
        List<String> line = Run.line(
                System.getProperty("java.class.path"), "evaluate", "rows.csv", "--label", "label", "--score", "a");
        line.add(1, "-Dos.arch=abacus");
        Run run = Run.of(new ProcessBuilder(line).directory(folder.toFile()));
        run.assertExitCode(MessageCodesTest.exitCode(NO_LIBRARY));
        assertTrue(run.err().contains("tiercel: " + NO_LIBRARY + ": DuckDB"), run::toString);
    }

    private static Run run(Said said) {
        said.before.run();
        return Run.child(folder, args(said.line).toArray(String[]::new));
    }

    private static void passes(String line) {
        Run.here(args(line)).assertExitCode(ExitCode.PASSED);
    }

    private static List<String> args(String line) {
        return Stream.of(line.split(" "))
                .map(word -> word.equals("@key") ? key() : word.replace("@", folder + File.separator))
                .toList();
    }

    private static void damage(String line) {
        passes(line);
        List<Path> files = new ArrayList<>(segments("damaged"));
        files.addAll(files("damaged", Pattern.compile(".*\\.uses")));
        files.forEach(file -> replace(file, "damaged"));
    }

    /** A link to itself is where the folder of scores should be. */
    private static void block(String line) {
        passes(line);
        Path key = parent(segments("unreadable").get(0));
        files(folder.relativize(key).toString(), Pattern.compile(".*")).forEach(ModelCodesTest::delete);
        delete(key);
        try {
            Files.createSymbolicLink(key, key.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file is where the folder of row ids should be. */
    private static void fence() {
        passes(evaluate("rows.csv", "@two.onnx", "fenced"));
        Path rows = folder.resolve("fenced").resolve("store").resolve("rows");
        files(folder.relativize(rows).toString(), Pattern.compile(".*")).forEach(ModelCodesTest::delete);
        try (Stream<Path> folders = Files.list(rows)) {
            folders.toList().forEach(ModelCodesTest::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        replace(rows, "");
    }

    private static void damageSet() {
        passes("pack @rows.csv -o @damaged.set --label label --features a,b");
        replace(files("damaged.set", Pattern.compile(".*\\.arrow")).get(0), "damaged");
    }

    private static void halveSet() {
        passes("pack @rows.csv -o @half.set --label label --features a,b");
        delete(folder.resolve("half.set").resolve("set.txt"));
    }

    private static void loseScores() {
        passes(evaluate("rows.csv", "@two.onnx", "lost"));
        segments("lost").forEach(ModelCodesTest::delete);
    }

    private static String key() {
        Path text = files("lost", Pattern.compile("key\\.txt")).get(0);
        return String.valueOf(parent(text).getFileName());
    }

    private static Path parent(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private static void linkRows() {
        Path file = folder.resolve("ten-million.parquet");
        Holdout.duck("COPY (SELECT 1 AS label, 0.5 AS score FROM range(10000000)) TO '" + file + "' (FORMAT parquet)");
        try {
            Path links = Files.createDirectory(folder.resolve("huge"));
            for (int i = 0; i < LINKS; i++) {
                Files.createLink(links.resolve(i + ".parquet"), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeTexts() {
        Holdout.duck("COPY (SELECT range % 2 AS label, repeat('x', 1000000) || range AS words FROM range(40)) TO '"
                + folder.resolve("texts.parquet") + "' (FORMAT parquet)");
    }

    private static List<Path> segments(String store) {
        return files(store + File.separator + "store", SEGMENT);
    }

    private static List<Path> files(String under, Pattern name) {
        try (Stream<Path> files = Files.walk(folder.resolve(under))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> name.matcher(file.getFileName().toString()).matches())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files of a store are read-only, so another one takes the place of each. */
    private static void replace(Path file, String text) {
        delete(file);
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
