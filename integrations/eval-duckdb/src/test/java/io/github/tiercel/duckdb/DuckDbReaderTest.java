package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.Filter;
import io.github.tiercel.data.IntegerColumn;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.data.TextColumn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbReaderTest {

    private static final Path FLIGHTS =
            Path.of("../../eval-cli/src/main/resources/io/github/tiercel/cli/flights.parquet");

    @TempDir
    private Path folder;

    @Test
    void flightsHaveTheirRowsAndTheirLateOnes() {
        Columns flights = DuckDbReader.open(FLIGHTS).read();
        IntegerColumn late = (IntegerColumn) flights.column("late");
        long positives = 0;
        for (int row = 0; row < late.rows(); row++) {
            positives += late.value(row);
        }
        assertEquals(230_769, flights.rows());
        assertEquals(11_678, positives);
        assertEquals(228, ((TextColumn) flights.column("origin")).dictionary().size());
        assertEquals("2001-01-01T", flights.column("date").text(0).substring(0, 11));
        assertEquals("NumberColumn", Written.kind(flights, "origin_delay"));
        assertEquals("flights.parquet", flights.source());
    }

    @Test
    void flightsComeInFileOrderFromSeveralThreads() {
        IntegerColumn id = (IntegerColumn)
                DuckDbReader.open(FLIGHTS).select("id").threads(4).read().column("id");
        for (int row = 1; row < id.rows(); row++) {
            assertTrue(id.value(row - 1) < id.value(row), "row " + row);
        }
    }

    @Test
    void rowGroupsReadByManyThreadsKeepTheirOrder() {
        Written.duck(
                folder,
                "SET threads = 1",
                "COPY (SELECT range AS id FROM range(300000)) TO '%s/groups.parquet' (ROW_GROUP_SIZE 5000)");
        Path file = folder.resolve("groups.parquet");
        IntegerColumn id =
                (IntegerColumn) DuckDbReader.open(file).threads(8).read().column("id");
        for (int row = 0; row < 300_000; row++) {
            assertEquals(row, id.value(row));
        }
    }

    @Test
    void everyTypeBecomesIntegersNumbersOrText() {
        Path file = Written.parquet(folder, "types.parquet", """
                SELECT 1::TINYINT AS i8, -2::SMALLINT AS i16, 3::INTEGER AS i32, (-9223372036854775808)::BIGINT AS i64,
                       255::UTINYINT AS u8, 65535::USMALLINT AS u16, 4294967295::UINTEGER AS u32,
                       9223372036854775807::UBIGINT AS fits, 18446744073709551615::UBIGINT AS wide,
                       0.1::FLOAT AS f32, 0.1::DOUBLE AS f64, 'NaN'::DOUBLE AS nan, '-inf'::DOUBLE AS infinite,
                       12345678901234567.89::DECIMAL(38, 2) AS decimal, true AS yes, 'text' AS text,
                       '550e8400-e29b-41d4-a716-446655440000'::UUID AS uuid, 'b'::ENUM ('a', 'b') AS enum,
                       DATE '2001-02-03' AS date, TIME '04:05:06' AS time, TIMESTAMP '2001-02-03 04:05:06.7' AS stamp,
                       TIMESTAMP_NS '2001-02-03 04:05:06.123456789' AS nanos,
                       TIMESTAMPTZ '2001-02-03 04:05:06+02' AS zoned
                """);
        Columns row = DuckDbReader.open(file).read();
        for (String name : List.of("i8", "i16", "i32", "i64", "u8", "u16", "u32", "fits")) {
            assertEquals("IntegerColumn", Written.kind(row, name), name);
        }
        for (String name : List.of("wide", "f32", "f64", "nan", "infinite", "decimal")) {
            assertEquals("NumberColumn", Written.kind(row, name), name);
        }
        assertEquals(
                List.of("1", "-2", "3", "-9223372036854775808", "255", "65535", "4294967295", "9223372036854775807")
                        .toString(),
                texts(row, 0, 8));
        assertEquals(
                List.of("1.8446744073709552E19", (double) 0.1f, 0.1, "NaN", "-Infinity", "1.2345678901234568E16")
                        .toString(),
                texts(row, 8, 14));
        assertEquals(
                "[true, text, 550e8400-e29b-41d4-a716-446655440000, b, 2001-02-03, 04:05:06, 2001-02-03T04:05:06.7,"
                        + " 2001-02-03T04:05:06.123456789, 2001-02-03T02:05:06Z]",
                texts(row, 14, 23));
    }

    private static String texts(Columns row, int from, int to) {
        return row.names().subList(from, to).stream()
                .map(name -> row.column(name).text(0))
                .toList()
                .toString();
    }

    @Test
    void missingIsNotNan() {
        Path file = Written.parquet(
                folder,
                "missing.parquet",
                "SELECT unnest([NULL, 'NaN'::DOUBLE, 1]) AS x, unnest([1, NULL, 3]) AS i, unnest(['a', 'b', NULL]) AS t");
        Columns rows = DuckDbReader.open(file).read();
        assertEquals(List.of("-", "NaN", "1.0"), Written.values(rows, "x"));
        assertEquals(List.of("1", "-", "3"), Written.values(rows, "i"));
        assertEquals(List.of("a", "b", "-"), Written.values(rows, "t"));
    }

    @Test
    void foldersOfAPartitionedSetAreColumnsOfText() {
        Written.hive(folder);
        DuckDbReader hive = DuckDbReader.open(folder.resolve("hive/../hive"));
        Columns rows = hive.read();
        assertEquals(List.of("id", "score", "month"), hive.names());
        assertEquals(3_000, rows.rows());
        assertEquals(List.of("03", "04", "05"), ((TextColumn) rows.column("month")).dictionary());
        assertEquals(
                1_000,
                hive.select("id").where(Filter.equal("month", "04")).read().rows());
    }

    @Test
    void filesOfWritersAreLeftOut() throws Exception {
        Files.createDirectories(folder.resolve("set/_temporary"));
        Written.parquet(folder, "set/b.parquet", "SELECT 2 AS x");
        Written.parquet(folder, "set/a.parquet", "SELECT 1 AS x");
        Written.parquet(folder, "set/_temporary/c.parquet", "SELECT 'half' AS x");
        Written.text(folder, "set/.a.parquet", "crc");
        Written.text(folder, "set/_SUCCESS", "");
        assertEquals(
                List.of("1", "2"),
                Written.values(DuckDbReader.open(folder.resolve("set")).read(), "x"));
    }

    @Test
    void columnsComeInTheOrderNamedAndOnce() {
        Path file = Written.parquet(folder, "abc.parquet", "SELECT 1 AS a, 2 AS b, 3 AS c");
        assertEquals(
                List.of("c", "a"),
                DuckDbReader.open(file).select("c", "a", "c").read().names());
        assertEquals(
                List.of("a", "b", "c"), DuckDbReader.open(file).select().read().names());
    }

    @Test
    void namesThatDifferInCaseAreTwoColumns() throws Exception {
        Path csv = Written.text(folder, "case.csv", "a,A\n1,x\n");
        Columns rows = DuckDbReader.open(csv).read();
        assertEquals(List.of("1"), Written.values(rows, "a"));
        assertEquals(List.of("x"), Written.values(rows, "A"));
        Path json = Written.text(folder, "case.jsonl", "{\"a\":1,\"A\":\"x\"}\n");
        assertEquals(List.of("x"), Written.values(DuckDbReader.open(json).read(), "A_1"));
    }

    @Test
    void pathsAreNoPatterns() throws Exception {
        Path odd = Files.createDirectory(folder.resolve("it's [1]*?"));
        Written.parquet(folder, "a1.parquet", "SELECT 'wrong' AS x");
        Files.move(Written.parquet(folder, "right.parquet", "SELECT 'right' AS x"), folder.resolve("a[1].parquet"));
        Written.parquet(folder, "inside.parquet", "SELECT 'inside' AS x");
        Files.move(folder.resolve("inside.parquet"), odd.resolve("[x].parquet"));
        assertEquals(
                List.of("right"),
                Written.values(DuckDbReader.open(folder.resolve("a[1].parquet")).read(), "x"));
        assertEquals(List.of("inside"), Written.values(DuckDbReader.open(odd).read(), "x"));
    }

    @Test
    void progressCountsEveryRow() {
        Path file = Written.parquet(folder, "p.parquet", "SELECT range AS x FROM range(10000)");
        List<Long> seen = new ArrayList<>();
        DuckDbReader.open(file).read(seen::add);
        assertEquals(10_000, seen.get(seen.size() - 1));
        assertEquals(seen.stream().sorted().distinct().toList(), seen);
    }

    @Test
    void noRowsAreNoError() throws Exception {
        Path file = Written.parquet(folder, "none.parquet", "SELECT 1 AS x WHERE false");
        assertEquals(0, DuckDbReader.open(file).read().rows());
        Columns header = DuckDbReader.open(Written.text(folder, "header.csv", "id,score"))
                .read();
        assertEquals(0, header.rows());
        assertEquals(List.of("id", "score"), header.names());
    }

    @Test
    void doublesSurviveToTheLastBit() {
        Path file = Written.parquet(folder, "bits.parquet", "SELECT 0.1::DOUBLE + 0.2::DOUBLE AS x");
        assertEquals(0.1 + 0.2, ((NumberColumn) DuckDbReader.open(file).read().column("x")).value(0));
    }

    @Test
    void limitsMustBePositive() {
        DuckDbReader reader = DuckDbReader.open(folder);
        assertEquals(
                "memoryLimit must be at least 1 byte, got 0",
                assertThrows(IllegalArgumentException.class, () -> reader.memoryLimit(0))
                        .getMessage());
        assertEquals(
                "threads must be at least 1, got 0",
                assertThrows(IllegalArgumentException.class, () -> reader.threads(0))
                        .getMessage());
    }
}
