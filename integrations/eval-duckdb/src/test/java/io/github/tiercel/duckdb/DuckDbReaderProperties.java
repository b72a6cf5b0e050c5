package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.Filter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;

class DuckDbReaderProperties {

    private final Path folder = temporary();

    record Row(Optional<Long> integer, Optional<Double> number, Optional<String> text) {}

    @Property(tries = 60, seed = "1")
    void csvGivesBackWhatWasWritten(@ForAll("rows") List<Row> rows, @ForAll("delimiter") String delimiter)
            throws IOException {
        StringBuilder csv = new StringBuilder("i" + delimiter + "x" + delimiter + "t\n");
        for (Row row : rows) {
            csv.append(row.integer.map(Object::toString).orElse("")).append(delimiter);
            csv.append(row.number.map(Object::toString).orElse("")).append(delimiter);
            csv.append(row.text.map(DuckDbReaderProperties::quoted).orElse("")).append('\n');
        }
        assertRows(
                rows,
                DuckDbReader.open(Files.writeString(folder.resolve("a.csv"), csv))
                        .read());
    }

    @Property(tries = 30, seed = "2")
    void parquetGivesBackWhatWasWritten(@ForAll("rows") List<Row> rows) throws SQLException {
        Path file = folder.resolve("a.parquet");
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE t (i BIGINT, x DOUBLE, t VARCHAR)");
            insert(connection, rows);
            statement.execute("COPY t TO '" + file + "'");
        }
        assertRows(rows, DuckDbReader.open(file).read());
    }

    private static void insert(Connection connection, List<Row> rows) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO t VALUES (?, ?, ?)")) {
            for (Row row : rows) {
                insert.setObject(1, row.integer.orElse(null));
                insert.setObject(2, row.number.orElse(null));
                insert.setObject(3, row.text.orElse(null));
                insert.execute();
            }
        }
    }

    @Property(tries = 50, seed = "3")
    void filterValuesAreNeverSql(@ForAll("rows") List<Row> rows, @ForAll("hostile") String value) throws IOException {
        List<String> texts = new ArrayList<>(List.of(value, value + "'", "plain"));
        rows.forEach(row -> row.text.ifPresent(texts::add));
        String csv =
                "t\n" + texts.stream().map(DuckDbReaderProperties::quoted).collect(Collectors.joining("\n", "", "\n"));
        Path file = Files.writeString(folder.resolve("v.csv"), csv);
        Columns found = DuckDbReader.open(file).where(Filter.equal("t", value)).read();
        assertEquals(texts.stream().filter(value::equals).toList(), Written.values(found, "t"));
    }

    @Property(tries = 60, seed = "4")
    void columnNamesAreNeverSql(@ForAll("hostileName") String name) throws IOException {
        String csv = quoted(name) + ",plain\nvalue,1\nother,2\n";
        DuckDbReader reader = DuckDbReader.open(Files.writeString(folder.resolve("n.csv"), csv));
        assertEquals(List.of(name, "plain"), reader.names());
        Columns found = reader.select(name).where(Filter.equal(name, "value")).read();
        assertEquals(List.of("value"), Written.values(found, name));
    }

    @Property(tries = 30, seed = "5")
    void parquetColumnNamesAreNeverSql(@ForAll("hostileName") String name) {
        Path file = Written.parquet(folder, "n.parquet", "SELECT 'value' AS " + Sql.name(name) + ", 1 AS plain");
        DuckDbReader reader = DuckDbReader.open(file);
        assertEquals(List.of(name, "plain"), reader.names());
        Columns found = reader.select(name).where(Filter.equal(name, "value")).read();
        assertEquals(List.of("value"), Written.values(found, name));
        assertThrows(IllegalArgumentException.class, reader.select(name + "\"")::read);
    }

    @Property(tries = 15, seed = "6")
    void aFilterKeepsWhatAReadOfAllWouldKeep(@ForAll("rows") List<Row> rows, @ForAll("doubles") double bound)
            throws IOException {
        StringBuilder csv = new StringBuilder("x\n");
        rows.forEach(row ->
                csv.append(row.number.map(Object::toString).orElse("\"\"")).append('\n'));
        DuckDbReader reader = DuckDbReader.open(Files.writeString(folder.resolve("f.csv"), csv + "0.5\n"));
        if (Double.isNaN(bound)) {
            assertThrows(IllegalArgumentException.class, reader.where(Filter.atLeast("x", bound))::read);
            return;
        }
        List<Double> all = new ArrayList<>();
        rows.forEach(row -> row.number.ifPresent(all::add));
        all.add(0.5);
        assertEquals(
                all.stream().filter(x -> x >= bound).count(),
                reader.where(Filter.atLeast("x", bound)).read().rows());
        assertEquals(
                all.stream().filter(x -> x > bound).count(),
                reader.where(Filter.above("x", bound)).read().rows());
        assertEquals(
                all.stream().filter(x -> x <= bound).count(),
                reader.where(Filter.atMost("x", bound)).read().rows());
        assertEquals(
                all.stream().filter(x -> x < bound).count(),
                reader.where(Filter.below("x", bound)).read().rows());
    }

    private static void assertRows(List<Row> rows, Columns columns) {
        assertEquals(rows.size(), columns.rows());
        assertEquals(strings(rows.stream().map(Row::integer).toList()), Written.values(columns, "i"));
        assertEquals(strings(rows.stream().map(Row::number).toList()), Written.values(columns, "x"));
        assertEquals(strings(rows.stream().map(Row::text).toList()), Written.values(columns, "t"));
    }

    private static List<String> strings(List<? extends Optional<?>> values) {
        return values.stream()
                .map(value -> value.isPresent() ? value.get().toString() : "-")
                .toList();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    @Provide
    Arbitrary<List<Row>> rows() {
        return Combinators.combine(
                        Arbitraries.longs().optional(0.8),
                        doubles().optional(0.8),
                        hostile().map(text -> "t" + text).optional(0.8))
                .as(Row::new)
                .list()
                .ofMaxSize(40)
                // With one value at least the kinds are certain.
                .map(rows -> {
                    List<Row> all = new ArrayList<>(rows);
                    all.add(new Row(Optional.of(7L), Optional.of(0.5), Optional.of("")));
                    return all;
                });
    }

    @Provide
    Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 0.0));
    }

    @Provide
    Arbitrary<String> delimiter() {
        return Arbitraries.of(",", ";", "\t", "|");
    }

    @Provide
    Arbitrary<String> hostile() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("'\"\\;,|\t\r\n -/*$?{}[]()%_aé\u20ac")
                        .withCharRange('\u4e00', '\u4e20')
                        .ofMaxLength(12),
                Arbitraries.of(
                        "'; DROP TABLE t; --",
                        "\\'",
                        "' OR '1'='1",
                        "$$",
                        "?",
                        "/*",
                        "\"\"\"",
                        "\ud83d\ude00",
                        "x'); --"));
    }

    @Provide
    Arbitrary<String> hostileName() {
        return hostile().filter(name -> !name.isBlank() && !name.equalsIgnoreCase("plain"));
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("duckdb-properties");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterProperty
    void deleteFiles() throws IOException {
        for (String name : List.of("a.csv", "a.parquet", "v.csv", "n.csv", "n.parquet", "f.csv", "")) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }
}
