package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Data that cannot be evaluated: exit code 12 and a sentence with what, where, how many and what to do. */
class BadDataTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    record Bad(String name, String rows, List<String> options, List<String> named) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Bad rows(String name, String rows, String... named) {
        return new Bad(name, rows, List.of(), List.of(named));
    }

    private static Bad rows(String name, String rows, List<String> options, String... named) {
        return new Bad(name, rows, options, List.of(named));
    }

    static Stream<Bad> bad() {
        List<String> weight = List.of("--weight", "w");
        List<String> id = List.of("--id", "id");
        return Stream.of(
                rows("NaN score", "label,score\n1,0.5\n0,nan\n", "1 of 2 scores", "\"score\"", "NaN", "row 2"),
                rows("NaN scores", "label,score\n0,nan\n0,nan\n1,1\n0,nan\n0,nan\n", "4 of 5", "rows 1, 2, 4)"),
                rows(
                        "infinite score",
                        "label,score\n1,0.5\n0,inf\n1,-inf\n",
                        "2 of 3",
                        "\"score\"",
                        "infinite",
                        "2, 3"),
                rows(
                        "infinite score of the baseline",
                        "label,score,old\n1,0.5,0.2\n0,0.1,Infinity\n",
                        List.of("--baseline", "old"),
                        "1 of 2",
                        "\"old\"",
                        "infinite",
                        "row 2"),
                rows(
                        "infinite prediction",
                        "label,score\n1.5,0.5\n0.5,inf\n0.25,1\n",
                        List.of("--task", "regression"),
                        "1 of 3",
                        "infinite",
                        "row 2"),
                rows("missing score", "label,score\n1,0.5\n0,\n", "1 of 2 scores", "missing", "row 2"),
                rows("no score at all", "label,score\n1,\n0,\n", "2 of 2 scores", "missing", "rows 1, 2"),
                rows("text for a score", "label,score\n1,0.5\n0,low\n", "\"score\"", "\"low\"", "row 2", "numbers"),
                rows(
                        "missing label",
                        "label,score\n1,0.5\n,0.4\n",
                        "1 of 2",
                        "\"label\"",
                        "row 2",
                        "--drop-unlabelled"),
                rows("NaN label", "label,score\n1,0.5\nnan,0.4\n", "1 of 2", "\"label\"", "row 2", "--drop-unlabelled"),
                rows("no label at all", "label,score\n,0.5\n,0.4\n", "2 of 2", "\"label\"", "rows 1, 2"),
                rows("no label left", "label,score\n,0.5\n,0.4\n", List.of("--positive", "1"), "2 of 2", "\"label\""),
                rows("third label", "label,score\nyes,1\nno,0\nmaybe,0\n", "3 values", "\"maybe\" (1)", "two"),
                rows(
                        "numbers for labels",
                        "label,score\n" + numbers(30),
                        List.of("--task", "binary"),
                        "30 values",
                        "numbers to predict"),
                rows("short line", "label,score\n1,0.5\n0\n", "line 3", "2 columns", "has 1"),
                rows("long line", "label,score\n1,0.5\n0,0.4,7\n", "line 3", "2 columns", "has 3"),
                rows("open quote", "label,score\n1,\"0.5\n", "line 2", "quote"),
                rows(
                        "negative weight",
                        "label,score,w\n1,0.5,1\n0,0,-0.5\n",
                        weight,
                        "\"w\"",
                        "-0.5",
                        "1 of 2",
                        "row 2"),
                rows("NaN weight", "label,score,w\n1,0.5,1\n0,0,nan\n", weight, "\"w\"", "NaN", "1 of 2", "row 2"),
                rows("infinite weight", "label,score,w\n1,1,1\n0,0,inf\n", weight, "\"w\"", "Infinity", "row 2"),
                rows("missing weight", "label,score,w\n1,0.5,1\n0,0,\n", weight, "\"w\"", "missing", "row 2"),
                rows("weights 0", "label,score,w\n1,0.5,0\n0,0,0\n", weight, "\"w\"", "positive sum"),
                rows("text for a weight", "label,score,w\n1,1,1\n0,0,big\n", weight, "\"w\"", "\"big\"", "row 2"),
                rows("repeated id", "id,label,score\na,1,1\na,0,0\nb,1,1\n", id, "\"a\"", "2 times", "rows 1, 2"),
                rows("missing id", "id,label,score\na,1,1\n,0,0\n", id, "\"id\"", "1 of 2", "row 2"),
                rows(
                        "missing cluster",
                        "user,label,score\na,1,1\n,0,0\n",
                        List.of("--cluster", "user"),
                        "\"user\"",
                        "1 of 2",
                        "row 2"),
                rows(
                        "logits, loss asked for",
                        "label,score\n1,2.5\n0,-0.25\n1,0.4\n",
                        List.of("--metrics", "log_loss"),
                        "2 of 3",
                        "-0.25 to 2.5",
                        "log_loss",
                        "logistic"),
                rows(
                        "logits, accuracy gated",
                        "label,score\n1,2.5\n0,-0.25\n1,0.4\n",
                        List.of("--gate", "accuracy >= 0.5"),
                        "2 of 3",
                        "accuracy"),
                rows("empty file", "", "empty (0 bytes)"),
                rows("header only", "label,score\n", "no row"),
                rows("unnamed column", "label,score,\n1,0.5,1\n", "Column 3", "no name"),
                rows("name given twice", "label,score,score\n1,0.5,1\n", "\"score\"", "more than once"));
    }

    private static String numbers(int rows) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            text.append(row).append(".5,0.5\n");
        }
        return text.toString();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void badRowsAreNamed(Bad bad) {
        Path file = Holdout.text(folder, "holdout.csv", bad.rows);
        evaluate(file, bad.options).assertRefused(ExitCode.BAD_DATA, bad.named);
    }

    @Test
    void infiniteScoresOfClassesAreNamed() {
        Path file = Holdout.text(folder, "holdout.csv", "label,p_a,p_b\na,0.5,0.5\nb,inf,0\n");
        Run.here("evaluate", file.toString(), "--label", "label", "--score-prefix", "p_")
                .assertRefused(ExitCode.BAD_DATA, "1 of 2 scores of \"p\"", "infinite", "row 2");
    }

    @Test
    void whatIsNoTextIsNoCsvFile() throws IOException {
        Path file = Files.write(folder.resolve("junk.csv"), new byte[] {14, 'a', 4, ',', 127, '\n', 1, ',', 2});
        evaluate(file).assertRefused(ExitCode.BAD_DATA, "BAD_HEADER", "junk.csv", "control characters");
    }

    @Test
    void aFileWithoutRowsIsNamedWhateverItsRowsAreFor() {
        String file = Holdout.text(folder, "none.csv", "a,b,label\n").toString();
        String model = OnnxFile.twoNumbers(folder.resolve("two.onnx")).toString();
        String other = OnnxFile.weighing(2, folder.resolve("other.onnx")).toString();
        for (String line : List.of(
                "latency %s --model %s --features a,b",
                "score %s --model %s --features a,b -o scores.csv",
                "parity %s --model %s,%s --features a,b",
                "parity %s --score a --score b --label label",
                "evaluate %s --label label --score a",
                "skew %s %1$s",
                "pack %s -o set --label label")) {
            Run.here(String.format(line, file, model, other).split(" ")).assertRefused(12, "NO_ROWS: ", "none.csv");
        }
    }

    @Test
    void missingFileIsNamedWithItsNeighbour() {
        Holdout.csv(folder);
        evaluate(folder.resolve("holdouts.csv"))
                .assertRefused(ExitCode.BAD_DATA, "holdouts.csv", "Did you mean \"holdout.csv\"?");
    }

    @Test
    void pathBelowAFileIsMissing() {
        evaluate(Holdout.csv(folder).resolve("rows.csv")).assertRefused(ExitCode.BAD_DATA, "no file", "rows.csv");
    }

    @Test
    void formatIsToldByTheName() {
        evaluate(Holdout.text(folder, "rows.xlsx", "PK")).assertRefused(ExitCode.BAD_DATA, "rows.xlsx", ".parquet");
    }

    @Test
    void folderWithoutParquetIsNamed() {
        Holdout.csv(folder);
        evaluate(folder).assertRefused(ExitCode.BAD_DATA, folder.toString(), "no .parquet file");
    }

    @Test
    void textIsNoParquet() {
        evaluate(Holdout.text(folder, "rows.parquet", "label,score\n1,0.5\n"))
                .assertRefused(ExitCode.BAD_DATA, "rows.parquet", "no Parquet file");
    }

    @Test
    void halfOfAParquetFileIsBroken() throws IOException {
        byte[] whole = Files.readAllBytes(Holdout.parquet(folder));
        Path half = Files.write(folder.resolve("half.parquet"), Arrays.copyOf(whole, whole.length / 2));
        evaluate(half).assertRefused(ExitCode.BAD_DATA, "half.parquet", "broken");
    }

    @Test
    void parquetWithABrokenPageIsBroken() throws IOException {
        Path file = Holdout.parquet(folder);
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, 4, bytes.length / 2, (byte) 0xFF);
        Files.write(file, bytes);
        evaluate(file).assertRefused(ExitCode.BAD_DATA, "holdout.parquet", "broken");
    }

    @Test
    void nullsInParquetCountAsMissing() {
        Path file = folder.resolve("nulls.parquet");
        Holdout.duck("COPY (SELECT range % 2 AS label, nullif(range, 3) / 10.0::DOUBLE AS score FROM range(6)) TO '"
                + file + "' (FORMAT parquet)");
        evaluate(file).assertRefused(ExitCode.BAD_DATA, "1 of 6 scores", "missing", "row 4");
    }

    @Test
    void textThatIsNotUtf8IsNamed() throws IOException {
        byte[] latin = {'l', 'a', 'b', 'e', 'l', ',', 's', 'c', 'o', 'r', 'e', '\n', (byte) 0xE4, ',', '1', '\n'};
        evaluate(Files.write(folder.resolve("latin.csv"), latin))
                .assertRefused(ExitCode.BAD_DATA, "latin.csv", "line 2", "UTF-8");
    }

    @Test
    void fileWithoutPermissionIsNamed() throws IOException {
        Path file = Holdout.csv(folder);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        if (Files.isReadable(file)) {
            System.out.println(
                    "Skipped: fileWithoutPermissionIsNamed, because this user may read any file, as root may.");
        }
        assumeFalse(Files.isReadable(file));
        evaluate(file).assertRefused(ExitCode.BAD_DATA, file.toString(), "permissions");
    }

    private static Run evaluate(Path file) {
        return evaluate(file, List.of());
    }

    private static Run evaluate(Path file, List<String> options) {
        List<String> args =
                new ArrayList<>(List.of("evaluate", file.toString(), "--label", "label", "--score", "score"));
        args.addAll(options);
        return Run.here(args);
    }
}
