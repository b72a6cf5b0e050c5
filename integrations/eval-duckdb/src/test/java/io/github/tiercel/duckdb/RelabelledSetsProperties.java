package io.github.tiercel.duckdb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.github.tiercel.data.ColumnRoles;
import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.store.PredictionStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Sources that come back changed have on disk the order that a store gives them in memory. */
class RelabelledSetsProperties {

    private static final ColumnRoles ROLES = ColumnRoles.label("y").id("id");

    private enum Change {
        LABELS,
        PLACES,
        FEATURE,
        TEXT,
        NONE_OF_A_VALUE,
        ROW_MORE,
        ROW_LESS
    }

    private record Row(int id, boolean label, String number, String text) {}

    @Property(tries = 20)
    void theOrderIsThatOfTheStore(
            @ForAll @IntRange(min = 2, max = 60) int rows,
            @ForAll @Size(min = 1, max = 3) List<Change> changes,
            @ForAll long seed)
            throws IOException {
        Path folder = Files.createTempDirectory("relabelled");
        try (PredictionStore store = PredictionStore.inMemory()) {
            Random random = new Random(seed);
            List<Row> table = new ArrayList<>(IntStream.range(0, rows)
                    .mapToObj(row -> new Row(row * 7, row % 3 == 0, "" + row / 4.0, "t" + row % 5))
                    .toList());
            assertSameOrder(folder, store, table, 0);
            for (int i = 0; i < changes.size(); i++) {
                change(table, changes.get(i), random);
                assertSameOrder(folder, store, table, i + 1);
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    private static void change(List<Row> table, Change change, Random random) {
        int at = random.nextInt(table.size());
        Row row = table.get(at);
        switch (change) {
            case LABELS ->
                table.replaceAll(one -> new Row(one.id, one.id == 0 || random.nextBoolean(), one.number, one.text));
            case PLACES -> Collections.shuffle(table, random);
            case FEATURE -> table.set(at, new Row(row.id, row.label, "0.5" + random.nextInt(1000), row.text));
            case TEXT -> table.set(at, new Row(row.id, row.label, row.number, "t" + random.nextInt(1000)));
            case NONE_OF_A_VALUE -> table.set(at, new Row(row.id, row.label, "", row.text));
            case ROW_MORE -> table.add(new Row(1 + 7 * random.nextInt(1 << 20), true, "9.5", "new"));
            case ROW_LESS -> {
                if (table.size() > 2) {
                    table.remove(at);
                }
            }
        }
    }

    private static void assertSameOrder(Path folder, PredictionStore store, List<Row> table, int number)
            throws IOException {
        StringBuilder text = new StringBuilder("id,y,x,t\n");
        table.forEach(row ->
                text.append(row.id + "," + (row.label ? "yes" : "no") + "," + row.number + "," + row.text + "\n"));
        Path source = Written.text(folder, number + ".csv", text.toString());
        ColumnRoles roles = ROLES.positive("yes");
        Columns columns = DuckDbReader.open(source).read();
        EvaluationSet set = EvaluationSet.from(columns, roles);
        Features<FeatureRow> features = Features.from(columns, "x", "t");
        int[] expected = store.frozen(set, features).order().rows(set.rows());
        EvaluationSet packed = PackedSets.in(folder.resolve("sets"))
                .of(DuckDbPacker.of(source, roles).features("x", "t"))
                .evaluationSet();
        assertArrayEquals(expected, packed.order().rows(packed.rows()));
    }
}
