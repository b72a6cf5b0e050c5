package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders on disk of rows enough for several pieces of every file. */
class SpilledOrderTest {

    private static final OrderLimits ON_DISK = new OrderLimits(1000, 8192);

    private static final String ROWS = """
            SELECT range * 7919 % 100003 AS id,
                   'row ' || range AS name,
                   hash(range) % 10 = 0 AS late,
                   hash(range) % 300 AS kind,
                   (hash(range) % 5000) / 7.0 - 100 AS minutes,
                   CASE WHEN range % 9 = 0 THEN NULL ELSE (hash(range) % 2)::DOUBLE END AS maybe,
                   CASE WHEN range % 11 = 0 THEN NULL ELSE 'M' || (hash(range + 1) % 40) END AS month,
                   range % 5 AS day,
                   1 + range % 3 AS weight
            FROM range(100000)""";

    @TempDir
    private static Path folder;

    private static Path source() {
        Path file = folder.resolve("rows.parquet");
        return Files.exists(file) ? file : Written.parquet(folder, "rows.parquet", ROWS);
    }

    private static Stream<DuckDbPacker> packers() {
        return Stream.of(
                of(ColumnRoles.label("late").id("id")),
                of(ColumnRoles.label("late").weight("weight")).stratify(List.of("month", "day")),
                of(ColumnRoles.label("maybe")).dropUnlabelled().stratify(List.of("month")),
                of(ColumnRoles.label("kind").task(Task.MULTICLASS).id("name")).stratify(List.of("month & day")),
                of(ColumnRoles.label("minutes").id("name").weight("weight")),
                of(ColumnRoles.label("maybe").task(Task.REGRESSION)).dropUnlabelled());
    }

    private static DuckDbPacker of(ColumnRoles roles) {
        return DuckDbPacker.of(source(), roles).features("day", "month");
    }

    @ParameterizedTest
    @MethodSource("packers")
    void equalsTheOrderInMemory(DuckDbPacker packer) throws IOException {
        PackedSet memory = packer.pack(folder.resolve("memory.packed"));
        PackedSet disk = packer.orderLimits(ON_DISK).pack(folder.resolve("disk.packed"));
        assertTrue(disk.rows() > 80_000);
        assertEquals(names(memory.folder()), names(disk.folder()));
        for (String name : names(memory.folder())) {
            assertArrayEquals(
                    Files.readAllBytes(memory.folder().resolve(name)),
                    Files.readAllBytes(disk.folder().resolve(name)),
                    name);
        }
    }

    @Test
    void oneIdOfAllRowsIsRefusedWithoutHoldingThem() {
        DuckDbPacker packer = of(ColumnRoles.label("late").id("day"));
        String memory = refusal(packer, "DUPLICATE_IDS");
        assertTrue(
                memory.startsWith("Id \"0\" in column \"day\" occurs 20,000 times (first at rows 1, 6, 11);"), memory);
        assertEquals(memory, refusal(packer.orderLimits(ON_DISK), "DUPLICATE_IDS"));
    }

    @Test
    void repeatedIdsAreNamedWhereLabelsAreText() {
        DuckDbPacker packer = DuckDbPacker.of(
                Written.parquet(
                        folder,
                        "twins.parquet",
                        "SELECT CASE WHEN range % 3 = 0 THEN NULL ELSE 'c' || range % 5 END AS c,"
                                + " 'id ' || (range % 3000) AS id FROM range(3002)"),
                ColumnRoles.label("c").task(Task.MULTICLASS).id("id"));
        String memory = refusal(packer.features(), "UNLABELLED");
        assertEquals(memory, refusal(packer.features().orderLimits(ON_DISK), "UNLABELLED"));
        String ids = refusal(packer.features().dropUnlabelled(), "DUPLICATE_IDS");
        // Rows are counted among those that are packed: two of three.
        assertTrue(
                ids.startsWith(
                        "Id \"id 1\" in column \"id\" occurs 2 times (first at rows 1, 2,001); 1 id is repeated."),
                ids);
        assertEquals(ids, refusal(packer.features().dropUnlabelled().orderLimits(ON_DISK), "DUPLICATE_IDS"));
    }

    @Test
    void manyKindsAreRefused() {
        DuckDbPacker packer = DuckDbPacker.of(
                Written.parquet(folder, "kinds.parquet", "SELECT 'c' || range AS c FROM range(262145)"),
                ColumnRoles.label("c").task(Task.MULTICLASS));
        assertEquals(
                "The labels of kinds.parquet, with what they are stratified by, are of more than 262,144 kinds, too many to"
                        + " order so many rows by. Say --task regression if they are numbers to predict; else name another"
                        + " label, or stratify by less.",
                refusal(packer.orderLimits(ON_DISK), "TOO_MANY_TEXTS"));
    }

    /** Whoever runs out of room anywhere on the way is told so: files of the order cannot be made or are gone. */
    @Test
    void filesThatCannotBeWrittenAreSaid() {
        Path target = folder.resolve("unwritten.packed");
        for (long row : new long[] {0, 50_000, 100_000, 150_000, 200_000}) {
            boolean[] deleted = {false};
            DataException thrown = assertThrows(
                    DataException.class, () -> of(ColumnRoles.label("late").id("id"))
                            .orderLimits(new OrderLimits(1000, 1024))
                            .pack(target, (rows, all) -> {
                                if (rows >= row && !deleted[0]) {
                                    deleted[0] = true;
                                    deleteScratch(target);
                                }
                            }));
            assertEquals("NO_OUTPUT", thrown.code(), thrown.toString());
            assertTrue(String.valueOf(thrown.getMessage()).contains(folder.toString()), thrown.getMessage());
            assertEquals(List.of(), temporary(target));
        }
    }

    private static String refusal(DuckDbPacker packer, String code) {
        Path target = folder.resolve("refused.packed");
        DataException thrown = assertThrows(DataException.class, () -> packer.pack(target));
        assertEquals(code, thrown.code());
        assertEquals(List.of(), temporary(target));
        return String.valueOf(thrown.getMessage());
    }

    private static List<Path> temporary(Path target) {
        String start = "." + target.getFileName();
        try (Stream<Path> beside = Files.list(folder)) {
            return beside.filter(path -> path.getFileName().toString().startsWith(start))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteScratch(Path target) {
        try (Stream<Path> all = Files.walk(temporary(target).get(0).resolve("scratch"))) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
