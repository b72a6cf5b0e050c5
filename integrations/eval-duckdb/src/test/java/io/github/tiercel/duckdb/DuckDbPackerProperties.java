package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.metrics.Task;
import io.github.tiercel.packed.PackedSet;
import io.github.tiercel.sampling.Strata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;

/** Any table comes back as the set that it is in memory. */
class DuckDbPackerProperties {

    private static final String[] FEATURES = {"n", "i", "t"};

    private final Path folder = temporary();

    record Row(int label, int group, Optional<Double> number, Optional<Long> integer, Optional<String> text) {}

    @Property(tries = 40, seed = "1")
    void anyTableComesBack(@ForAll("tables") List<Row> rows, @ForAll("roles") ColumnRoles roles) {
        Path file = write(rows);
        Columns columns = DuckDbReader.open(file).read();
        EvaluationSet memory = EvaluationSet.from(columns, roles, 3);
        PackedSet packed =
                DuckDbPacker.of(file, roles).features(FEATURES).seed(3).pack(folder.resolve("p"));
        EvaluationSet set = packed.evaluationSet();
        int[] order = memory.order().rows(rows.size());
        assertArrayEquals(order, set.order().rows(rows.size()));
        assertArrayEquals(memory.unitKeys(), set.unitKeys());
        assertEquals(memory.strata().map(Strata::parts), set.strata().map(Strata::parts));
        assertEquals(memory.weightedRows(), set.weightedRows());
        Columns read = packed.columns(FEATURES);
        for (int row = 0; row < rows.size(); row++) {
            assertEquals(memory.label(row), set.label(row));
            for (String name : FEATURES) {
                assertEquals(
                        columns.column(name).isMissing(row), read.column(name).isMissing(row));
                assertEquals(columns.column(name).text(row), read.column(name).text(row));
            }
        }
        Features<FeatureRow> inMemory = Features.from(columns, FEATURES);
        assertEquals(inMemory.fingerprint(set.keys(), order), packed.features().fingerprint(set.keys(), order));
        // What the fast tier reads are the first rows of the file.
        int m = Math.max(memory.order().smallestSample(), rows.size() / 2);
        assertArrayEquals(memory.order().sample(m).rows(), set.order().sample(m).rows());
    }

    @Provide
    Arbitrary<List<Row>> tables() {
        Arbitrary<Row> row = Combinators.combine(
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.doubles().injectNull(0.2),
                        Arbitraries.longs().injectNull(0.2),
                        Arbitraries.strings()
                                .withCharRange('a', 'c')
                                .withChars("Ωü,;")
                                .ofMaxLength(3)
                                .injectNull(0.2))
                .as((label, group, number, integer, text) -> new Row(
                        label,
                        group,
                        Optional.ofNullable(number),
                        Optional.ofNullable(integer),
                        Optional.ofNullable(text)));
        return row.list().ofMinSize(1).ofMaxSize(60);
    }

    @Provide
    Arbitrary<ColumnRoles> roles() {
        return Arbitraries.of(
                ColumnRoles.label("b").positive("1").id("id").slice("t"),
                ColumnRoles.label("b").positive("0").weight("g").slice("i"),
                ColumnRoles.label("b").positive("1").cluster("g"),
                ColumnRoles.label("l").task(Task.MULTICLASS).classes(List.of("2", "1", "0", "7")),
                ColumnRoles.label("l").task(Task.REGRESSION).id("id").slice("g & t"),
                ColumnRoles.label("l").query("g").slice("g"));
    }

    private Path write(List<Row> rows) {
        String values = IntStream.range(0, rows.size())
                .mapToObj(i -> values(i, rows.get(i)))
                .collect(Collectors.joining(", "));
        Path file = Written.parquet(
                folder, "a.parquet", "SELECT * FROM (VALUES " + values + ") AS v(id, l, b, g, n, i, t)");
        return file;
    }

    private static String values(int i, Row row) {
        return "(" + (1000 - 7 * i) + ", " + row.label + ", " + row.label % 2 + ", " + row.group + ", "
                + row.number.map(x -> "'" + x + "'::DOUBLE").orElse("NULL::DOUBLE") + ", "
                + row.integer.map(x -> "'" + x + "'::BIGINT").orElse("NULL::BIGINT") + ", "
                + row.text.map(x -> "'" + x + "'").orElse("NULL::VARCHAR") + ")";
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("tiercel-packing");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterProperty
    void delete() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
