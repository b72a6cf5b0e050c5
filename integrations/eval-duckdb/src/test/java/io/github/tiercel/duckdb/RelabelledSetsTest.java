package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.packed.PackedSet;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources that are packed again with other labels keep their order; those with other rows get one of their own. */
class RelabelledSetsTest {

    /** More than are compared before all of them are packed. */
    private static final int ROWS = 20_000;

    private static final ColumnRoles ROLES = ColumnRoles.label("y").id("id");
    private static final String FEATURES = "hash(range + 1) / 7.0 AS x, 't' || range % 50 AS t";
    private static final String LABELS = "hash(range) % 3 = 0 AS y";
    private static final String OTHER_LABELS = "hash(range) % 5 = 1 AS y";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it.
    private Path folder;

    private Path first = Path.of("");

    @BeforeEach
    void pack() {
        first = source("first", LABELS, FEATURES, "ORDER BY range");
    }

    private Path source(String name, String labels, String features, String rest) {
        return Written.parquet(
                folder,
                name + ".parquet",
                "SELECT range * 3 AS id, " + labels + ", " + features + " FROM range(" + ROWS + ") " + rest);
    }

    private PackedSet packed(DuckDbPacker packer) {
        return PackedSets.in(folder.resolve("sets")).of(packer);
    }

    private PackedSet packed(Path source) {
        return packed(DuckDbPacker.of(source, ROLES).features("x", "t"));
    }

    /** Packed where no other set is. */
    private PackedSet alone(Path source) {
        return DuckDbPacker.of(source, ROLES).features("x", "t").pack(folder.resolve("alone"));
    }

    private static long[] keysInOrder(PackedSet set) {
        EvaluationSet rows = set.evaluationSet();
        long[] keys = rows.keys();
        return Arrays.stream(rows.order().rows(rows.rows()))
                .mapToLong(row -> keys[row])
                .toArray();
    }

    private void assertKeepsOrder(PackedSet before, PackedSet after) {
        assertFalse(before.folder().equals(after.folder()));
        assertArrayEquals(keysInOrder(before), keysInOrder(after));
        assertEquals(before.description().strata(), after.description().strata());
        assertEquals(before.description().strataRows(), after.description().strataRows());
        assertArrayEquals(after.evaluationSet().keys(), after.keys());
        assertEquals(content(before), content(after));
    }

    /** What a store goes by. */
    private static String content(PackedSet set) {
        EvaluationSet rows = set.evaluationSet();
        return set.features("x", "t")
                .fingerprint(rows.keys(), rows.order().rows(rows.rows()))
                .orElseThrow();
    }

    private void assertHasItsOwn(Path source) {
        assertArrayEquals(keysInOrder(alone(source)), keysInOrder(packed(source)));
    }

    @Test
    void otherLabelsKeepTheOrder() {
        PackedSet before = packed(first);
        PackedSet after = packed(source("second", OTHER_LABELS, FEATURES, "ORDER BY range"));
        assertKeepsOrder(before, after);
        EvaluationSet alone = alone(folder.resolve("second.parquet")).evaluationSet();
        for (int row = 0; row < ROWS; row++) {
            assertEquals(alone.label(row), after.evaluationSet().label(row));
        }
        assertKeepsOrder(before, packed(source("third", "range % 7 = 0 AS y", FEATURES, "ORDER BY range")));
    }

    @Test
    void rowsMayChangePlaces() {
        assertKeepsOrder(packed(first), packed(source("second", OTHER_LABELS, FEATURES, "ORDER BY hash(range)")));
    }

    @Test
    void otherTasksSlicesAndWeightsKeepTheOrder() {
        PackedSet before = packed(first);
        Path numbers = source("numbers", "(range % 97)::DOUBLE AS y", FEATURES, "ORDER BY range");
        assertKeepsOrder(
                before,
                packed(DuckDbPacker.of(numbers, ROLES.task(Task.REGRESSION)).features("x", "t")));
        Path classes = source("classes", "'c' || range % 4 AS y", FEATURES, "ORDER BY range");
        assertKeepsOrder(
                before,
                packed(DuckDbPacker.of(classes, ROLES.task(Task.MULTICLASS)).features("x", "t")));
        Path sliced = source("sliced", OTHER_LABELS + ", range % 2 + 1 AS w", FEATURES, "ORDER BY range");
        assertKeepsOrder(
                before,
                packed(DuckDbPacker.of(sliced, ROLES.slice("t").weight("w")).features("x", "t")));
    }

    @Test
    void rowsWithoutIdsGoByTheirPlaces() {
        ColumnRoles roles = ColumnRoles.label("y");
        PackedSet before = packed(DuckDbPacker.of(first, roles).features("x", "t"));
        Path second = source("second", OTHER_LABELS, FEATURES, "ORDER BY range");
        assertKeepsOrder(before, packed(DuckDbPacker.of(second, roles).features("x", "t")));
    }

    @Test
    void moreOrFewerFeaturesKeepTheOrder() {
        PackedSet before = packed(first);
        Path second = source("second", OTHER_LABELS, FEATURES + ", range AS more", "ORDER BY range");
        PackedSet after = packed(DuckDbPacker.of(second, ROLES).features("more", "t", "x"));
        assertKeepsOrder(before, after);
        PackedSet fewer = packed(DuckDbPacker.of(second, ROLES).features("t"));
        assertArrayEquals(keysInOrder(before), keysInOrder(fewer));
        PackedSet all =
                packed(DuckDbPacker.of(source("third", LABELS, FEATURES + ", 1 AS z", "ORDER BY range"), ROLES));
        assertArrayEquals(keysInOrder(before), keysInOrder(all));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // All rows, one of the first and one of the last; a value missing; a text; another type.
                "hash(range + 2) / 7.0 AS x, 't' || range % 50 AS t",
                "hash(range + 1) / 7.0 * if(range = 0, 1.0000001, 1) AS x, 't' || range % 50 AS t",
                "hash(range + 1) / 7.0 * if(range = 19999, 1.0000001, 1) AS x, 't' || range % 50 AS t",
                "if(range = 19998, NULL, hash(range + 1) / 7.0) AS x, 't' || range % 50 AS t",
                "hash(range + 1) / 7.0 AS x, 't' || if(range = 19997, 0, range % 50) AS t",
                "hash(range + 1) / 7.0 AS x, range % 50 AS t",
            })
    void anotherFeatureGivesANewOrder(String features) {
        packed(first);
        assertHasItsOwn(source("second", OTHER_LABELS, features, "ORDER BY range"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WHERE range <> 19999 ORDER BY range",
                "UNION ALL SELECT 1, true, 0.5, 't1' ORDER BY id",
            })
    void anotherRowGivesANewOrder(String rest) {
        packed(first);
        assertHasItsOwn(source("second", OTHER_LABELS, FEATURES, rest));
    }

    @Test
    void anotherIdGivesANewOrder() {
        packed(first);
        Path second = Written.parquet(
                folder,
                "second.parquet",
                "SELECT range * 3 + (range = 7)::INTEGER AS id, " + OTHER_LABELS + ", " + FEATURES + " FROM range("
                        + ROWS + ")");
        assertHasItsOwn(second);
    }

    @Test
    void otherSeedsAndStrataGiveANewOrder() {
        packed(first);
        Path second = source("second", OTHER_LABELS, FEATURES, "ORDER BY range");
        for (DuckDbPacker packer : List.of(
                DuckDbPacker.of(second, ROLES).features("x", "t").seed(7),
                DuckDbPacker.of(second, ROLES).features("x", "t").stratify(List.of("t")))) {
            PackedSet alone = packer.pack(folder.resolve("alone"));
            assertArrayEquals(keysInOrder(alone), keysInOrder(packed(packer)));
        }
        // Nor is what was asked for one source's strata taken for another's.
        Path third = source("third", "range % 7 = 0 AS y", FEATURES, "ORDER BY range");
        assertArrayEquals(keysInOrder(packed(first)), keysInOrder(packed(third)));
    }

    @Test
    void ofSeveralSetsThatWithTheSameRowsIsFound() {
        PackedSet before = packed(first);
        String others = "hash(range + 2) / 7.0 AS x, 't' || range % 50 AS t";
        packed(source("others", LABELS, others, "ORDER BY range"));
        assertKeepsOrder(before, packed(source("second", OTHER_LABELS, FEATURES, "ORDER BY range")));
    }

    @Test
    void aDamagedSetKeepsNothing() throws IOException {
        PackedSet before = packed(first);
        try (RandomAccessFile file = new RandomAccessFile(
                before.folder().resolve("0-" + ROWS + ".arrow").toFile(), "rw")) {
            for (long at = 5000; at < file.length() - 5000; at += 1000) {
                file.seek(at);
                file.write(1);
            }
        }
        assertHasItsOwn(source("second", OTHER_LABELS, FEATURES, "ORDER BY range"));
    }

    @Test
    void nothingIsLeftOfAnOrderThatDidNotFit() throws IOException {
        packed(first);
        packed(source("second", OTHER_LABELS, FEATURES.replace("range % 50", "if(range = 19997, 0, range % 50)"), ""));
        try (var files = Files.list(folder.resolve("sets"))) {
            assertEquals(
                    0, files.filter(file -> file.toString().endsWith(".tmp")).count());
        }
    }
}
