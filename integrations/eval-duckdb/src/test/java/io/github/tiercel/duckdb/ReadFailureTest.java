package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.Filter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reader says when it cannot read: one sentence on what is wrong and where, one on what to do. */
class ReadFailureTest {

    @TempDir
    private Path folder;

    private void assertRefused(String message, DuckDbReader reader) {
        DataException e = assertThrows(DataException.class, reader::read);
        assertEquals(message.replace("%s", folder.toString()), e.getMessage());
        assertFalse(String.valueOf(e.getMessage()).contains("\n"));
    }

    private DuckDbReader text(String name, String content) throws IOException {
        return DuckDbReader.open(Written.text(folder, name, content));
    }

    @Test
    void missingFile() throws IOException {
        Written.text(folder, "holdout.parquet", "x");
        assertRefused(
                "There is no file or folder %s/holdot.parquet. Did you mean \"holdout.parquet\"?",
                DuckDbReader.open(folder.resolve("holdot.parquet")));
        assertRefused("There is no file or folder %s/no/a.csv.", DuckDbReader.open(folder.resolve("no/a.csv")));
    }

    @Test
    void unknownExtension() throws IOException {
        assertRefused(
                "Cannot tell what data.xlsx holds by its name. Supported: .csv, .tsv, .json, .jsonl and .ndjson (each also"
                        + " with .gz), .parquet, or a folder of .parquet files.",
                text("data.xlsx", "x"));
    }

    @Test
    void emptyFile() throws IOException {
        assertRefused("The file %s/a.parquet is empty (0 bytes). Was it written to the end?", text("a.parquet", ""));
        Files.createDirectories(folder.resolve("set"));
        Written.parquet(folder, "set/a.parquet", "SELECT 1 AS x");
        text("set/b.parquet", "");
        assertRefused(
                "The file %s/set/b.parquet is empty (0 bytes). Was it written to the end?",
                DuckDbReader.open(folder.resolve("set")));
    }

    @Test
    void folderWithoutParquet() throws IOException {
        text("a.csv", "a\n1\n");
        assertRefused(
                "The folder %s holds no .parquet file, at any depth. Name a folder of Parquet files, or one file.",
                DuckDbReader.open(folder));
    }

    @Test
    void brokenParquet() throws IOException {
        Path whole = Written.parquet(folder, "whole.parquet", "SELECT range AS x FROM range(1000)");
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.parquet"), Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(
                "%s/cut.parquet is broken or no Parquet file: No magic bytes found at end of file '%s/cut.parquet'."
                        + " Write or copy it again.",
                DuckDbReader.open(cut));
        assertRefused(
                "%s/tiny.parquet is broken or no Parquet file: File '%s/tiny.parquet' too small to be a Parquet file."
                        + " Write or copy it again.",
                text("tiny.parquet", "x"));
    }

    @Test
    void damagedParquetNeverGivesFewerRows() throws IOException {
        Path whole = Written.parquet(folder, "whole.parquet", "SELECT random() AS x FROM range(100000)");
        byte[] bytes = Files.readAllBytes(whole);
        Arrays.fill(bytes, 4, bytes.length / 2, (byte) 0);
        Path zero = Files.write(folder.resolve("zero.parquet"), bytes);
        String message =
                assertThrows(DataException.class, DuckDbReader.open(zero)::read).toString();
        assertTrue(message.contains("zero.parquet is broken or no Parquet file"), message);
    }

    @Test
    void parquetFilesThatDiffer() throws IOException {
        Files.createDirectories(folder.resolve("set/part=1"));
        Files.createDirectories(folder.resolve("set/part=2"));
        Written.parquet(folder, "set/part=1/a.parquet", "SELECT 1 AS x, 'a' AS t");
        Written.parquet(folder, "set/part=2/b.parquet", "SELECT 0.5::DOUBLE AS x");
        DuckDbReader set = DuckDbReader.open(folder.resolve("set"));
        assertRefused(
                "Column \"x\" differs between the Parquet files of set: DOUBLE in part=2/b.parquet, INTEGER in"
                        + " part=1/a.parquet. Write all of them with the same columns and types.",
                set.select("x", "part"));
        assertRefused(
                "Column \"t\" differs between the Parquet files of set: VARCHAR in part=1/a.parquet, missing in"
                        + " part=2/b.parquet. Write all of them with the same columns and types.",
                set.select("t"));
        assertEquals(2, set.select("part").read().rows());
    }

    @Test
    void foldersThatDiffer() throws IOException {
        Files.createDirectories(folder.resolve("set/part=1"));
        Files.createDirectories(folder.resolve("set/month=2"));
        Written.parquet(folder, "set/part=1/a.parquet", "SELECT 1 AS x");
        Written.parquet(folder, "set/month=2/b.parquet", "SELECT 1 AS x");
        assertRefused(
                "The folders below set differ in the columns that their names give (such as month=05). Name them alike.",
                DuckDbReader.open(folder.resolve("set")));
    }

    @Test
    void csvLines() throws IOException {
        assertRefused(
                "a.csv, line 3: the header has 2 columns, but the line has 1. Correct the line, or quote values that"
                        + " contain the delimiter.",
                text("a.csv", "a,b\n1,2\n3\n"));
        assertRefused(
                "a.csv, line 2: the header has 2 columns, but the line has 3. Correct the line, or quote values that"
                        + " contain the delimiter.",
                text("a.csv", "a,b\n1,2,3\n"));
        assertRefused(
                "a.csv, line 2: a quoted value does not end, or goes on after its closing quote. Write quotes inside a"
                        + " value twice.",
                text("a.csv", "a,b\n1,\"x\"y\n"));
        assertRefused(
                "a.csv mixes line ends (LF, CRLF or CR) or has a stray quote. Write every line with the same end.",
                text("a.csv", "a\n1\n2\r\n3\r\n"));
    }

    @Test
    void csvThatIsNotUtf8() throws IOException {
        Path file = Files.write(folder.resolve("l.csv"), "a,b\n1,é\n".getBytes(StandardCharsets.ISO_8859_1));
        assertRefused("l.csv, line 2: the text is not UTF-8. Convert the file to UTF-8.", DuckDbReader.open(file));
    }

    @Test
    void csvHeaders() throws IOException {
        assertRefused(
                "The header of a.csv has the name \"b\" more than once. Give each column a name of its own.",
                text("a.csv", "b,b\n1,2\n"));
        assertRefused(
                "Column 1 of 2 in the header of a.csv has no name. Give it one (pandas: to_csv(..., index=False) leaves"
                        + " its index out).",
                text("a.csv", ",b\n1,2\n"));
        assertRefused("The header of a.csv.gz cannot be read. Is the file complete?", text("a.csv.gz", "a,b\n1,2\n"));
    }

    @Test
    void jsonLines() throws IOException {
        assertRefused(
                "a.jsonl, line 2: not valid JSON (unexpected end of data). Write one object per line.",
                text("a.jsonl", "{\"a\":1}\n{\"a\":\n"));
        assertRefused(
                "a.jsonl, line 1: not valid JSON (unexpected character). Write one object per line.",
                text("a.jsonl", "{bad}\n{\"a\":1}\n"));
        assertRefused(
                "a.jsonl, line 30001: not valid JSON (unexpected character). Write one object per line.",
                text("a.jsonl", "{\"a\":1}\n".repeat(30_000) + "{bad}\n{\"a\":1}\n"));
    }

    @Test
    void jsonThatIsNoObject() throws IOException {
        assertRefused(
                "a.jsonl holds JSON values that are no objects. Write one object per row, with a key for each column.",
                text("a.jsonl", "1\n2\n"));
    }

    @Test
    void nestedColumnsOnlyWhenSelected() {
        Path file = Written.parquet(
                folder, "n.parquet", "SELECT 1 AS id, [1, 2] AS vector, {'a': 1} AS struct, 'x'::BLOB AS bytes");
        assertRefused(
                "Column \"vector\" of n.parquet is of type INTEGER[], which has no single number or text per row. Select"
                        + " other columns, or write it as columns of numbers or text.",
                DuckDbReader.open(file));
        assertThrows(DataException.class, DuckDbReader.open(file).select("struct")::read);
        assertThrows(DataException.class, DuckDbReader.open(file).select("bytes")::read);
        assertEquals(1, DuckDbReader.open(file).select("id").read().rows());
    }

    @Test
    void unknownColumns() {
        Path file = Written.parquet(folder, "n.parquet", "SELECT 1 AS label, 2 AS score");
        String message = "There is no column \"lable\" in n.parquet. Did you mean \"label\"? Columns: label, score.";
        DuckDbReader selected = DuckDbReader.open(file).select("lable");
        DuckDbReader filtered = DuckDbReader.open(file).where(Filter.present("lable"));
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, selected::read).getMessage());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, filtered::read).getMessage());
    }

    @Test
    void filterValuesThatDoNotSuitTheirColumn() {
        Path file = Written.parquet(folder, "n.parquet", "SELECT 1 AS i, 2.5::DOUBLE AS x, DATE '2001-01-01' AS d");
        assertMismatch("i", "integers", "abc", file);
        assertMismatch("i", "integers of 64 bits", "1.5", file);
        assertMismatch("x", "numbers", "NaN", file);
        assertMismatch("x", "numbers", "many", file);
        assertMismatch("d", "values of type DATE", "May", file);
    }

    private static void assertMismatch(String column, String holds, String value, Path file) {
        DuckDbReader reader = DuckDbReader.open(file).where(Filter.equal(column, value));
        assertEquals(
                "Column \"" + column + "\" of n.parquet holds " + holds + ", but the filter compares it with \"" + value
                        + "\".",
                assertThrows(IllegalArgumentException.class, reader::read).getMessage());
    }

    @Test
    void tooLittleMemory() {
        Path file = Written.parquet(folder, "m.parquet", "SELECT random() AS x FROM range(300000)");
        assertRefused(
                "Reading m.parquet needs more than the memory limit of 100000 bytes. Raise it with memoryLimit(...), or"
                        + " use fewer threads.",
                DuckDbReader.open(file).memoryLimit(100_000));
    }

    @Test
    void tooManyRows() {
        DataException thrown = assertThrows(DataException.class, () -> Query.countable("a.csv", 2147483640L));
        assertEquals(
                "a.csv has 2147483640 rows to read, but columns hold at most 2147483639. Read it in parts, with a filter.",
                thrown.getMessage());
        assertEquals("TOO_MANY_ROWS", thrown.code());
        assertEquals(2147483639, Query.countable("a.csv", 2147483639));
    }

    @Test
    void aFileThatChangesAfterItsRowsWereCountedIsRefused() throws IOException, SQLException {
        Path file = Written.text(folder, "changing.csv", "a\n1\n2\n");
        DataFiles data = DataFiles.find(file);
        try (Session session = Session.open(data, Limits.DEFAULT)) {
            Reading reading = new Reading(Query.plan(session, data, List.of(), Optional.empty()));
            Written.text(folder, "changing.csv", "a\n1\n");
            DataException thrown = assertThrows(DataException.class, () -> reading.run(session, rows -> {}));
            assertEquals(
                    "changing.csv changed while it was read: it had 2 rows to read when they were counted. Read it again"
                            + " when nothing writes to it.",
                    thrown.getMessage());
            assertEquals("CHANGED_FILE", thrown.code());
        }
    }

    @Test
    void noNativeLibrary() {
        DataException thrown = Session.noNativeLibrary("Linux", "riscv64", new UnsatisfiedLinkError());
        assertEquals("NO_NATIVE_LIBRARY", thrown.code());
        assertEquals(
                "DuckDB, which reads the files, has no native library for Linux on riscv64. It runs on Linux with glibc"
                        + " (amd64, arm64), macOS (arm64) and Windows (amd64); elsewhere read the rows in Java and make the"
                        + " evaluation set from arrays.",
                thrown.getMessage());
    }

    @Test
    void firstSentences() {
        assertEquals("No such thing", ReadFailure.firstSentence("Binder Error: No such thing. Try\nanother"));
        assertEquals("File 'a.b' bad", ReadFailure.firstSentence("IO Error: File 'a.b' bad\n\nLINE 1: select"));
        assertEquals(
                List.of("plain", "plain"),
                List.of(ReadFailure.firstSentence("plain"), ReadFailure.firstSentence("plain.")));
    }
}
