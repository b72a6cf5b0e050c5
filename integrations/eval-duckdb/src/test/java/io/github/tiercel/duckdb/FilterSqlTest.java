package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.Filter;
import io.github.tiercel.data.TextColumn;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilterSqlTest {

    private static final Path FLIGHTS =
            Path.of("../../eval-cli/src/main/resources/io/github/tiercel/cli/flights.parquet");

    @TempDir
    private Path folder;

    @Test
    void flightsAreFilteredByOriginAndDate() {
        Columns boston = DuckDbReader.open(FLIGHTS)
                .select("origin", "date")
                .where(Filter.equal("origin", "BOS"))
                .read();
        Columns tested = DuckDbReader.open(FLIGHTS)
                .select("late")
                .where(Filter.atLeast("date", "2001-05-01"))
                .where(Filter.below("date", "2001-07-01"))
                .read();
        assertEquals(List.of("BOS"), ((TextColumn) boston.column("origin")).dictionary());
        assertEquals(78_543, tested.rows());
        assertEquals(List.of("late"), tested.names());
    }

    @Test
    void nanMeetsNoBound() {
        Path file =
                Written.parquet(folder, "nan.parquet", "SELECT unnest([0.5, 'NaN'::DOUBLE, 'inf'::DOUBLE, 2]) AS x");
        DuckDbReader reader = DuckDbReader.open(file);
        assertEquals(
                List.of("Infinity", "2.0"),
                Written.values(reader.where(Filter.above("x", 0.5)).read(), "x"));
        assertEquals(
                List.of("0.5", "2.0"),
                Written.values(reader.where(Filter.atMost("x", 2)).read(), "x"));
        assertEquals(4, reader.where(Filter.present("x")).read().rows());
    }

    @Test
    void numbersAreFilteredAsTheyAreRead() {
        Path file = Written.parquet(
                folder,
                "n.parquet",
                "SELECT unnest([0.1, 0.25])::FLOAT AS f, unnest([18446744073709551615, 7])::UBIGINT AS u, unnest([1, 2])::UBIGINT AS fits");
        DuckDbReader reader = DuckDbReader.open(file).select("f");
        assertEquals(0, reader.where(Filter.equal("f", 0.1)).read().rows());
        assertEquals(1, reader.where(Filter.equal("f", (double) 0.1f)).read().rows());
        assertEquals(1, reader.where(Filter.below("u", 8)).read().rows());
        assertEquals(
                1, reader.where(Filter.in("fits", List.of("2", "9"))).read().rows());
        assertEquals(1, reader.where(Filter.equal("fits", "2.0")).read().rows());
    }

    @Test
    void filtersOnTypedTextTakeIsoText() {
        Path file = Written.parquet(
                folder,
                "typed.parquet",
                "SELECT unnest([true, false]) AS yes, unnest([DATE '2001-02-03', DATE '2002-01-01']) AS day,"
                        + " unnest([TIMESTAMPTZ '2001-02-03 04:05:06+02', NULL]) AS zoned");
        DuckDbReader reader = DuckDbReader.open(file).select("day");
        assertEquals(
                List.of("2002-01-01"),
                Written.values(reader.where(Filter.equal("yes", "false")).read(), "day"));
        assertEquals(
                List.of("2001-02-03"),
                Written.values(reader.where(Filter.below("day", "2002-01-01")).read(), "day"));
        assertEquals(
                1,
                reader.where(Filter.equal("zoned", "2001-02-03T02:05:06Z"))
                        .read()
                        .rows());
        assertEquals(1, reader.where(Filter.present("zoned")).read().rows());
    }

    @Test
    void filtersArePushedDownToFilesAndRowGroups() {
        Written.hive(folder);
        String plan = DuckDbReader.open(folder.resolve("hive"))
                .select("id")
                .where(Filter.in("month", List.of("03", "05")))
                .where(Filter.equal("month", "05"))
                .where(Filter.atLeast("score", 0.25))
                .where(Filter.above("id", 60))
                .plan();
        assertTrue(plan.contains("Scanning Files: 1/3"), plan);
        assertTrue(plan.contains("score >= 0.25"), plan);
        assertTrue(plan.contains("id > 60"), plan);
        assertTrue(plan.contains("Projections: id"), plan);
    }

    @Test
    void filtersOnNarrowTypesArePushedDownToo() {
        String plan = DuckDbReader.open(FLIGHTS)
                .select("id")
                .where(Filter.atLeast("delay", 60))
                .where(Filter.equal("origin", "BOS"))
                .where(Filter.below("date", "2001-05-01"))
                .plan();
        assertTrue(plan.contains("delay >= 60"), plan);
        assertTrue(plan.contains("origin = 'BOS'"), plan);
        assertTrue(plan.replaceAll("[│\\s]+", " ").contains("date < '2001-05-01"), plan);
    }

    @Test
    void aNulInAValueIsText() {
        Path file = Written.parquet(folder, "nul.parquet", "SELECT 'a' || chr(0) || 'b' AS t");
        assertEquals(
                1,
                DuckDbReader.open(file).where(Filter.equal("t", "a\0b")).read().rows());
        assertEquals(
                0, DuckDbReader.open(file).where(Filter.equal("t", "a")).read().rows());
    }
}
