package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.DataException;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.packed.PackedSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stops a packing is said in a sentence, and nothing stays behind. */
class PackingFailureTest {

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private static final ColumnRoles LABEL = ColumnRoles.label("y");

    @AfterEach
    void nothingIsLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> left = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith(".csv") && !name.endsWith(".parquet"))
                    .toList();
            assertEquals(List.of(), left);
        }
    }

    private DataException refused(String content, ColumnRoles roles) throws IOException {
        Path file = Written.text(folder, "a.csv", content);
        return assertThrows(
                DataException.class, () -> DuckDbPacker.of(file, roles).pack(folder.resolve("a.packed")));
    }

    @Test
    void idsThatRepeatAreNamed() throws IOException {
        DataException thrown = refused("name,y\nann,1\nbob,0\nann,0\n", LABEL.id("name"));
        assertEquals("DUPLICATE_IDS", thrown.code());
        assertEquals(
                "Id \"ann\" in column \"name\" occurs 2 times (first at rows 1, 3); 1 id is repeated. Ids must be distinct,"
                        + " because sampling and comparison go by id: name a finer column, or leave the id out to go by"
                        + " position.",
                thrown.getMessage());
        assertEquals(
                "DUPLICATE_IDS",
                refused("name,y\n7,1\n8,0\n7,0\n", LABEL.id("name")).code());
    }

    @Test
    void missingIdsLabelsGroupsAndWeights() throws IOException {
        assertTrue(String.valueOf(refused("i,y\n1,1\n,0\n", LABEL.id("i")).getMessage())
                .startsWith("1 of 2 rows has no value in column \"i\" of a.csv (at row 2)."));
        assertEquals("UNLABELLED", refused("i,y\n1,1\n2,\n", LABEL).code());
        assertEquals(
                "MISSING_VALUE", refused("i,y\n1,1\n,0\n", LABEL.cluster("i")).code());
        assertEquals(
                "MISSING_VALUE", refused("i,y\n1,1\n,0\n", LABEL.query("i")).code());
        assertEquals("BAD_WEIGHTS", refused("i,y\n1,1\n,0\n", LABEL.weight("i")).code());
        assertEquals(
                "BAD_WEIGHTS", refused("i,y\n1,1\n-1,0\n", LABEL.weight("i")).code());
    }

    @Test
    void rowsThatAreNone() throws IOException {
        assertEquals("NO_ROWS", refused("i,y\n", LABEL).code());
        assertEquals("LABEL_VALUES", refused("y\na\nb\nc\n", LABEL).code());
        assertEquals(
                "NO_NUMBERS", refused("y\na\nb\n", LABEL.task(Task.REGRESSION)).code());
    }

    @Test
    void aSourceThatChangesMeanwhileIsNoticed() throws IOException {
        Path file = Written.text(folder, "a.csv", "i,y\n1,1\n2,0\n");
        DataException thrown = assertThrows(DataException.class, () -> DuckDbPacker.of(file, LABEL.id("i"))
                .pack(folder.resolve("a.packed"), (rows, all) -> rewrite(file)));
        assertEquals("CHANGED_FILE", thrown.code());
        assertEquals(
                "a.csv changed while it was packed, so rows and labels may not belong together. Pack it again when nobody"
                        + " writes it.",
                thrown.getMessage());
    }

    private static void rewrite(Path file) {
        try {
            Files.writeString(file, "i,y\n2,1\n1,0\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void tooManyTexts() {
        Path file = Written.parquet(
                folder, "texts.parquet", "SELECT range % 2 AS y, 'text ' || range AS t FROM range(530000)");
        DataException thrown = assertThrows(
                DataException.class, () -> DuckDbPacker.of(file, LABEL).pack(folder.resolve("a.packed")));
        assertEquals("TOO_MANY_TEXTS", thrown.code());
        assertEquals(
                "Column \"t\" of texts.parquet has too many different texts to pack: a packed set holds each text once, up"
                        + " to 524,288 of them with 33,554,432 characters in all its columns. Leave the column out, or"
                        + " write it as numbers.",
                thrown.getMessage());
    }

    @Test
    void tooManyRowsForWhatIsOrderedInMemory() throws IOException {
        Path file = Written.text(folder, "a.csv", "y,q,n\n1,1,2\n0,1,3\n0,2,4\n");
        assertEquals(
                "a.csv has 3 rows to pack, but queries and clusters are ordered in memory, where at most 2 rows fit. Pack"
                        + " it in parts, with a filter.",
                refusedBeyondTwo(DuckDbPacker.of(file, LABEL.query("q"))));
        assertEquals(
                "a.csv has 3 rows to pack, but bins to stratify by are ordered in memory, where at most 2 rows fit. Write"
                        + " the bins into a column and stratify by that.",
                refusedBeyondTwo(DuckDbPacker.of(file, LABEL).stratify(List.of("q & n:2"))));
    }

    private String refusedBeyondTwo(DuckDbPacker packer) {
        DataException thrown = assertThrows(DataException.class, () -> packer.orderLimits(new OrderLimits(2, 2))
                .pack(folder.resolve("a.packed")));
        assertEquals("TOO_MANY_ROWS", thrown.code());
        return String.valueOf(thrown.getMessage());
    }

    @Test
    void tooManyRowsForAnySet() {
        OrderLimits.refuseMore("a.csv", Integer.MAX_VALUE - (1 << 20));
        assertEquals(
                "a.csv has 2,146,435,072 rows to pack, but a packed set holds at most 2,146,435,071. Pack it in parts, with"
                        + " a filter.",
                assertThrows(
                                DataException.class,
                                () -> OrderLimits.refuseMore("a.csv", Integer.MAX_VALUE - (1 << 20) + 1))
                        .getMessage());
    }

    @Test
    void columnsThatCannotBePacked() throws IOException {
        Path file = Written.text(folder, "a.csv", "_key,y\n1,1\n2,0\n");
        assertEquals(
                "Column \"_key\" of a.csv has a name that packed sets use themselves. Rename it, or leave it out.",
                assertThrows(IllegalArgumentException.class, () -> DuckDbPacker.of(file, LABEL)
                                .pack(folder.resolve("a.packed")))
                        .getMessage());
        Path lists = Written.parquet(folder, "lists.parquet", "SELECT range % 2 AS y, [1] AS l FROM range(4)");
        assertEquals(
                "COLUMN_TYPE",
                assertThrows(DataException.class, () -> DuckDbPacker.of(lists, LABEL)
                                .pack(folder.resolve("a.packed")))
                        .code());
        assertEquals(
                "A packed set has no folds: its rows are scored by one model, but column \"f\" says which of several did"
                        + " it. Leave the folds out.",
                assertThrows(IllegalArgumentException.class, () -> DuckDbPacker.of(file, LABEL.fold("f")))
                        .getMessage());
    }

    @Test
    void whoeverIsToldOfTheProgressMayStopIt() throws IOException {
        Path file = Written.text(folder, "a.csv", "x,y\n1,1\n2,0\n");
        IllegalStateException stop = new IllegalStateException("enough");
        for (long limit = 0; limit <= 4; limit++) {
            long stopAt = limit;
            DuckDbPacker.Progress progress = (rows, all) -> {
                assertEquals(6, all);
                if (rows >= stopAt) {
                    throw stop;
                }
            };
            Exception thrown = assertThrows(
                    Exception.class, () -> DuckDbPacker.of(file, LABEL).pack(folder.resolve("a.packed"), progress));
            assertTrue(thrown == stop || thrown.getCause() == stop, thrown.toString());
        }
        assertFalse(PackedSet.isSet(folder.resolve("a.packed")));
    }
}
