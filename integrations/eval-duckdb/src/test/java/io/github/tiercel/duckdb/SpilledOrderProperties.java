package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.metrics.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterProperty;

/** What is ordered on disk is, byte for byte, what is ordered in memory: the same files, or the same refusal. */
class SpilledOrderProperties {

    private final Path folder = temporary();

    record Row(Optional<Integer> label, Optional<Double> number, Optional<String> text, int id, int weight) {}

    record Wish(ColumnRoles roles, List<String> stratify, boolean drops) {

        Wish(ColumnRoles roles, String... stratify) {
            this(roles, List.of(stratify), true);
        }

        Wish refusing() {
            return new Wish(roles, stratify, false);
        }

        DuckDbPacker of(Path file) {
            DuckDbPacker packer = DuckDbPacker.of(file, roles)
                    .features("x", "t")
                    .stratify(stratify)
                    .seed(5);
            return drops ? packer.dropUnlabelled() : packer;
        }
    }

    @Property(tries = 100, seed = "1", edgeCases = EdgeCasesMode.NONE)
    void bothWaysEndAlike(
            @ForAll("tables") List<Row> rows,
            @ForAll("wishes") Wish wish,
            @ForAll @IntRange(min = 1, max = 40) int range) {
        Path file = write(rows);
        Map<String, byte[]> expected = packed(wish.of(file));
        Map<String, byte[]> found = packed(wish.of(file).orderLimits(new OrderLimits(0, range)));
        assertEquals(expected.keySet(), found.keySet());
        expected.forEach((name, bytes) -> assertArrayEquals(bytes, found.get(name), name));
        assertEquals(List.of("a.parquet"), names(folder));
    }

    /** The files of the set, which is deleted; or what was said. */
    private Map<String, byte[]> packed(DuckDbPacker packer) {
        Path target = folder.resolve("p");
        try {
            packer.pack(target);
        } catch (IllegalArgumentException e) {
            return Map.of(e.toString(), new byte[0]);
        }
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : names(target)) {
            files.put(name, take(target.resolve(name)));
        }
        take(target);
        return files;
    }

    private static byte[] take(Path path) {
        try {
            byte[] bytes = Files.isDirectory(path) ? new byte[0] : Files.readAllBytes(path);
            Files.delete(path);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<List<Row>> tables() {
        Arbitrary<Double> numbers = Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.doubles().between(-1, 1),
                Arbitraries.of(0.0, -0.0, 1.0, 2.0, Double.NaN));
        Arbitrary<Row> row = Combinators.combine(
                        Arbitraries.integers().between(0, 3).injectNull(0.1),
                        numbers.injectNull(0.1),
                        Arbitraries.of("", "a", "b", "a & b", "Ω").injectNull(0.2),
                        // Ids repeat now and then.
                        Arbitraries.integers().between(0, 400_000),
                        Arbitraries.integers().between(0, 3))
                .as((label, number, text, id, weight) -> new Row(
                        Optional.ofNullable(label),
                        Optional.ofNullable(number),
                        Optional.ofNullable(text),
                        id,
                        weight));
        return row.list().ofMinSize(1).ofMaxSize(300);
    }

    @Provide
    Arbitrary<Wish> wishes() {
        ColumnRoles binary = ColumnRoles.label("b").positive("1");
        ColumnRoles several = ColumnRoles.label("l").task(Task.MULTICLASS);
        ColumnRoles number = ColumnRoles.label("x").task(Task.REGRESSION);
        return Arbitraries.of(
                        new Wish(binary),
                        new Wish(ColumnRoles.label("b")),
                        new Wish(ColumnRoles.label("f")),
                        new Wish(ColumnRoles.label("l").positive("1")),
                        new Wish(ColumnRoles.label("t").task(Task.MULTICLASS).id("name"), "l"),
                        new Wish(binary.id("id").slice("t").weight("w"), "t"),
                        new Wish(binary.id("name"), "t & l", "x"),
                        new Wish(binary.weight("x")),
                        new Wish(binary.weight("t")),
                        new Wish(binary.id("l")),
                        new Wish(several.id("id"), "x"),
                        new Wish(several.weight("w").classes(List.of("3", "2", "1", "0"))),
                        new Wish(several.classes(List.of("0", "1", "2"))),
                        new Wish(number.id("name").weight("w")),
                        new Wish(number),
                        new Wish(number, "t"),
                        new Wish(ColumnRoles.label("x")),
                        new Wish(ColumnRoles.label("x").id("id")),
                        new Wish(ColumnRoles.label("l").task(Task.REGRESSION).id("x")),
                        new Wish(ColumnRoles.label("t").task(Task.REGRESSION)))
                .flatMap(wish -> Arbitraries.of(wish, wish, wish, wish.refusing()));
    }

    private Path write(List<Row> rows) {
        String values = IntStream.range(0, rows.size())
                .mapToObj(i -> values(rows.get(i)))
                .collect(Collectors.joining(", "));
        return Written.parquet(
                folder,
                "a.parquet",
                "SELECT *, l::DOUBLE % 2 AS f, l % 2 AS b, 'id ' || id AS name FROM (VALUES " + values
                        + ") AS v(l, x, t, id, w)");
    }

    private static String values(Row row) {
        return "(" + row.label.map(x -> "'" + x + "'::INTEGER").orElse("NULL::INTEGER") + ", "
                + row.number.map(x -> "'" + x + "'::DOUBLE").orElse("NULL::DOUBLE") + ", "
                + row.text.map(x -> "'" + x + "'").orElse("NULL::VARCHAR") + ", " + row.id + ", " + row.weight + ")";
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("tiercel-spilling");
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
