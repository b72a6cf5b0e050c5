package io.github.tiercel.duckdb;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.data.TextColumn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbWriterTest {

    private static final double[] ODD = {
        0.0,
        -0.0,
        1.0,
        0.1,
        0.1f,
        1.0 / 3,
        Double.MIN_VALUE,
        -Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Math.nextDown(Double.MIN_NORMAL),
        Double.MAX_VALUE,
        -Double.MAX_VALUE,
        Double.POSITIVE_INFINITY,
        Double.NEGATIVE_INFINITY,
        Math.nextUp(1.0),
        9007199254740993.0,
        1e22,
        1e23,
        5e-324,
        123456789.123456789,
        2.2250738585072011e-308
    };

    private static final List<String> ODD_TEXTS = List.of(
            "plain",
            "",
            " ",
            "a,b",
            "say \"x\"",
            "two\nlines",
            "two\r\nlines",
            "'",
            "h\u00e4m",
            "\ud83d\ude00",
            "NULL");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.parquet", "A.CSV", "b.PARQUET"})
    void everyDoubleComesBackToTheLastBit(String name) {
        Path file = folder.resolve(name);
        DuckDbWriter.to(file).write(numbers("x", ODD));
        assertBits(ODD, file, "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.parquet"})
    void everyFloatComesBackAsTheDoubleThatItIs(String name) {
        float[] floats = {0, -0f, 0.1f, 1f / 3, Float.MIN_VALUE, Float.MIN_NORMAL, Float.MAX_VALUE, 16777217f, 1e-10f};
        double[] widened =
                IntStream.range(0, floats.length).mapToDouble(i -> floats[i]).toArray();
        Path file = folder.resolve(name);
        DuckDbWriter.to(file).floats(Set.of("x")).write(numbers("x", widened));
        assertBits(widened, file, "x");
    }

    @Test
    void parquetHasTheTypesAskedFor() throws SQLException {
        Path file = folder.resolve("a.parquet");
        Columns columns = Columns.of(
                "test",
                1,
                List.of(
                        IntegerColumn.wrap("i", new long[] {1}, new BitSet()),
                        NumberColumn.wrap("wide", new double[] {1}, new BitSet()),
                        NumberColumn.wrap("narrow", new double[] {1}, new BitSet()),
                        TextColumn.wrap("t", new int[] {0}, List.of("one"))));
        DuckDbWriter.to(file).floats(Set.of("narrow")).write(columns);
        List<String> types = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("DESCRIBE FROM '" + file + "'")) {
            while (rows.next()) {
                types.add(rows.getString(1) + " " + rows.getString(2));
            }
        }
        assertEquals(List.of("i BIGINT", "wide DOUBLE", "narrow FLOAT", "t VARCHAR"), types);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.csv", "a.parquet"})
    void longsAndTextsAndWhatIsMissingComeBack(String name) {
        long[] longs = {Long.MIN_VALUE, Long.MAX_VALUE, 0, -1, 1L << 53, (1L << 53) + 1, 1, 2, 3, 4, 5};
        BitSet missing = new BitSet();
        missing.set(6);
        int[] codes = IntStream.range(0, ODD_TEXTS.size()).toArray();
        codes[7] = TextColumn.MISSING;
        Path file = folder.resolve(name);
        DuckDbWriter.to(file)
                .write(Columns.of(
                        "test",
                        longs.length,
                        List.of(IntegerColumn.wrap("i", longs, missing), TextColumn.wrap("t", codes, ODD_TEXTS))));
        Columns read = DuckDbReader.open(file).read();
        IntegerColumn integers = assertInstanceOf(IntegerColumn.class, read.column("i"));
        TextColumn texts = assertInstanceOf(TextColumn.class, read.column("t"));
        for (int row = 0; row < longs.length; row++) {
            assertEquals(row == 6, integers.isMissing(row));
            assertEquals(row == 7, texts.isMissing(row));
            assertEquals(row == 6 ? "" : Long.toString(longs[row]), integers.text(row));
            assertEquals(row == 7 ? "" : ODD_TEXTS.get(row), texts.text(row));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "parquet"})
    void namesOfColumnsAndFilesAreNeverSql(String extension) {
        List<String> names = List.of(
                "'; DROP TABLE written; --", "say \"x\"", "a,b", "two\nlines", "c0", "c1", "select", "h\u00e4m");
        for (String fileName : List.of("it's", "a b", "a[1]", "a*", "{x}", "%d", "$HOME", "~", "select", ";--")) {
            Path file = folder.resolve(fileName + "." + extension);
            List<NumberColumn> columns = names.stream()
                    .map(name -> NumberColumn.wrap(name, new double[] {name.length(), 0.5}, new BitSet()))
                    .toList();
            DuckDbWriter.to(file).write(Columns.of("test", 2, columns));
            Columns read = DuckDbReader.open(file).read();
            assertEquals(names, read.names());
            for (String name : names) {
                NumberColumn column = assertInstanceOf(NumberColumn.class, read.column(name));
                assertEquals(name.length(), column.value(0));
                assertEquals(0.5, column.value(1));
            }
        }
        assertEquals(10, files().size());
    }

    @Test
    void rowsKeepTheirOrder() {
        double[] many =
                IntStream.range(0, 300_000).mapToDouble(row -> row / 7.0).toArray();
        for (String name : List.of("a.csv", "a.parquet")) {
            DuckDbWriter.to(folder.resolve(name)).write(numbers("x", many));
            assertBits(many, folder.resolve(name), "x");
        }
    }

    @Test
    void withoutRowsThereIsAHeader() throws IOException {
        Path csv = folder.resolve("a.csv");
        DuckDbWriter.to(csv).write(numbers("a,b", new double[0]));
        assertEquals("\"a,b\"\n", Files.readString(csv));
        Path parquet = folder.resolve("a.parquet");
        DuckDbWriter.to(parquet).write(numbers("x", new double[0]));
        assertEquals(0, DuckDbReader.open(parquet).read().rows());
    }

    @Test
    void aFileIsReplacedByAWholeOneOnlyAndNothingElseIsLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        assertThrows(IllegalArgumentException.class, () -> DuckDbWriter.to(file).write(numbers("", ODD)));
        assertEquals("old", Files.readString(file));
        DuckDbWriter.to(file).write(numbers("x", new double[] {0.5}));
        assertEquals("x\n0.5\n", Files.readString(file));
        assertEquals(List.of("a.csv"), files());
    }

    @Test
    void namesThatNoFileCanHoldAreRefused() {
        assertRefused("names of columns must not be blank and hold no NUL, got \"\"", "");
        assertRefused("names of columns must not be blank and hold no NUL, got \"a\0\"", "a\0");
        assertRefused("names of columns must differ by more than case, got \"A\" twice", "a", "A");
        assertRefused("columns must be at least one, got none");
        assertEquals(List.of(), files());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "csv", "a.csv.gz", "a.parquet.new", "a"})
    void otherFormatsAreRefused(String name) {
        assertEquals(
                "Cannot tell from the name " + name + " what to write. Name a file that ends in .parquet or .csv.",
                assertThrows(IllegalArgumentException.class, () -> DuckDbWriter.to(Path.of(name)))
                        .getMessage());
    }

    @Test
    void aPlaceThatIsNoneIsSaidToBe() throws IOException {
        Path missing = folder.resolve("missing").resolve("a.csv");
        assertInstanceOf(NoSuchFileException.class, failure(missing));
        Path taken = Files.createDirectory(folder.resolve("folder.csv"));
        assertEquals(
                taken + ": it is no regular file", String.valueOf(failure(taken).getMessage()));
        assertEquals(List.of("folder.csv"), files());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "folders have no permissions to take away")
    void aClosedFolderStaysAsItIs() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        Path file = Files.writeString(closed.resolve("a.csv"), "old");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(closed), "root may write everywhere");
        failure(file);
        assertEquals("old", Files.readString(file));
    }

    private static IOException failure(Path file) {
        UncheckedIOException failure = assertThrows(
                UncheckedIOException.class, () -> DuckDbWriter.to(file).write(numbers("x", new double[] {0.5})));
        return requireNonNull(failure.getCause());
    }

    private void assertRefused(String message, String... names) {
        List<NumberColumn> columns = Stream.of(names)
                .map(name -> NumberColumn.wrap(name, new double[1], new BitSet()))
                .toList();
        DuckDbWriter writer = DuckDbWriter.to(folder.resolve("a.csv"));
        Columns table = Columns.of("test", 1, columns);
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> writer.write(table))
                        .getMessage());
    }

    private static Columns numbers(String name, double[] values) {
        return Columns.of("test", values.length, List.of(NumberColumn.wrap(name, values, new BitSet())));
    }

    private static void assertBits(double[] expected, Path file, String name) {
        NumberColumn read = assertInstanceOf(
                NumberColumn.class, DuckDbReader.open(file).read().column(name));
        assertEquals(expected.length, read.rows());
        for (int row = 0; row < expected.length; row++) {
            assertTrue(
                    Double.doubleToRawLongBits(expected[row]) == Double.doubleToRawLongBits(read.value(row)),
                    expected[row] + " came back as " + read.value(row));
        }
    }

    private List<String> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
