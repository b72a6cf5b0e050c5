package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.data.TextColumn;
import io.github.tiercel.duckdb.DuckDbReader;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreExportCommandTest {

    private static final int ROWS = 300;
    private static final List<String> CLASSES = List.of("cat", "a, \"b\"", "two\nlines");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void name() {
        folder = temporary.resolve("store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scores.csv", "it's.parquet"})
    void scoresStandBesideKeysAndLabels(String name) {
        String key = KeptScores.add(folder, "run/1", KeptScores.binary(ROWS, Long.MAX_VALUE - ROWS));
        Path file = temporary.resolve(name);
        Run run = export(key, file).assertExitCode(ExitCode.PASSED);
        assertEquals("300 rows are in " + file + ": key, label, score." + System.lineSeparator(), run.out());
        assertEquals("", run.err());
        Columns read = DuckDbReader.open(file).read();
        assertEquals(List.of("key", "label", "score"), read.names());
        IntegerColumn keys = assertInstanceOf(IntegerColumn.class, read.column("key"));
        IntegerColumn labels = assertInstanceOf(IntegerColumn.class, read.column("label"));
        NumberColumn scores = assertInstanceOf(NumberColumn.class, read.column("score"));
        assertEquals(ROWS, read.rows());
        for (int row = 0; row < ROWS; row++) {
            assertEquals(Long.MAX_VALUE - ROWS + row, keys.value(row));
            assertEquals(row % 3 == 0 ? 1 : 0, labels.value(row));
            assertEquals(KeptScores.score(row, 0), scores.value(row));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"scores.csv", "scores.parquet"})
    void classesHaveTheirNamesAndFloatsTheirBits(String name) {
        Outputs outputs = new Outputs(List.of("cat", "a, \"b\"", "Key"), Precision.FLOAT);
        String key = KeptScores.add(folder, ModelFingerprint.of("m"), outputs, KeptScores.classes(ROWS, CLASSES), ROWS);
        Path file = temporary.resolve(name);
        Run run = export(key, file).assertExitCode(ExitCode.PASSED);
        assertEquals(
                "tiercel: The output \"Key\" is called \"Key_2\" in the file, because its name is taken or no column"
                        + " can have it." + System.lineSeparator(),
                run.err());
        Columns read = DuckDbReader.open(file).read();
        assertEquals(List.of("key", "label", "cat", "a, \"b\"", "Key_2"), read.names());
        TextColumn labels = assertInstanceOf(TextColumn.class, read.column("label"));
        for (int row = 0; row < ROWS; row++) {
            assertEquals(CLASSES.get(row % 3), labels.text(row));
            for (int output = 0; output < 3; output++) {
                NumberColumn scores = (NumberColumn) read.column(read.names().get(2 + output));
                assertEquals((double) (float) KeptScores.score(row, output), scores.value(row));
            }
        }
    }

    @Test
    void numbersToPredictAreNumbers() {
        String key = KeptScores.add(folder, "m", KeptScores.numbers(ROWS));
        Path file = temporary.resolve("scores.csv");
        export(key, file).assertExitCode(ExitCode.PASSED);
        NumberColumn labels = (NumberColumn) DuckDbReader.open(file).read().column("label");
        assertEquals(5 / 7.0, labels.value(5));
    }

    @Test
    void aFileThatIsThereIsReplacedAndNothingIsLeftBesideIt() throws IOException {
        String key = KeptScores.add(folder, "m", KeptScores.binary(ROWS, 0));
        Path file = Files.writeString(temporary.resolve("scores.csv"), "old");
        export(key, file).assertExitCode(ExitCode.PASSED);
        assertEquals("key,label,score", Files.readAllLines(file).get(0));
        assertEquals(List.of("scores.csv", "store"), names());
    }

    @Test
    void damagedRowsAreLeftOutAndCounted() {
        KeptScores.add(folder, ModelFingerprint.of("m"), Outputs.score(), KeptScores.binary(ROWS, 0), 150);
        String key = KeptScores.extend(folder, "m", KeptScores.binary(ROWS, 0));
        KeptScores.damage(folder, key, "200-300.arrow");
        Path file = temporary.resolve("scores.csv");
        Run run = export(key, file).assertExitCode(ExitCode.PASSED);
        assertEquals(
                "tiercel: 100 of 300 stored rows are damaged and left out; tiercel store verify says more."
                        + System.lineSeparator(),
                run.err());
        assertTrue(run.out().startsWith("200 rows are in "), run.out());
        assertEquals(200, DuckDbReader.open(file).read().rows());
    }

    @Test
    void whereNoRowIsLeftNothingIsExported() {
        String key = KeptScores.add(folder, "m", KeptScores.binary(ROWS, 0));
        KeptScores.damage(folder, key);
        Path file = temporary.resolve("scores.csv");
        export(key, file)
                .assertRefused(
                        ExitCode.BAD_DATA,
                        "NO_SCORES: Nothing can be exported of " + key + ": no scores of the first rows are stored.");
        assertFalse(Files.exists(file));
    }

    @Test
    void withoutRowKeysNothingIsExported() throws IOException {
        String key = KeptScores.add(folder, "m", KeptScores.binary(ROWS, 0));
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(file -> file.endsWith("keys.arrow")).toList()) {
                Files.delete(file);
            }
        }
        export(key, temporary.resolve("scores.csv"))
                .assertRefused(ExitCode.BAD_DATA, "does not know which rows the scores of " + key + " belong to");
    }

    @Test
    void aPlaceThatIsNoneIsRefusedBeforeTheStoreIsRead() throws IOException {
        Path missing = temporary.resolve("missing").resolve("x.csv");
        export("0123", missing)
                .assertRefused(
                        ExitCode.NO_OUTPUT,
                        "The export cannot be written to " + missing + ": its folder does not exist. Name another file"
                                + " with --output.");
        Path taken = Files.createDirectory(temporary.resolve("taken.csv"));
        export("0123", taken).assertRefused(ExitCode.NO_OUTPUT, "it is a folder");
        export("0123", temporary.resolve("x.txt"))
                .assertRefused(ExitCode.USAGE, "x.txt", "Name a file that ends in .parquet or .csv.");
        export("0123", Path.of("")).assertRefused(ExitCode.USAGE, "--output is empty. Name a file.");
    }

    @Test
    void namesThatAreTakenGetANumber() {
        ExportNames names = ExportNames.of(List.of("label", "LABEL", "a", "A", "label_2", " ", "b\0"));
        assertEquals(List.of("label_2", "LABEL_3", "a", "A_2", "label_2_2", "output", "b\uFFFD"), names.outputs());
        assertEquals(6, names.renamed().size());
        assertTrue(names.renamed().get(4).endsWith("because its name is blank."));
    }

    private Run export(String key, Path file) {
        return Run.here("store", "export", key, "-o", file.toString(), "--store", folder.toString());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }
}
