package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.EvaluationSetBuilder;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.Fingerprint;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Predictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes the key of scores, from the files and tables that people have, and what does not. */
class KeyInputsTest {

    private static final int ROWS = 200;

    @TempDir
    private Path folder;

    @Test
    void theSameModelFileElsewhereAndLaterHasTheSameKey() throws IOException {
        Path model = Files.write(folder.resolve("model.onnx"), new byte[] {1, 2, 3});
        Path copy = Files.createDirectories(folder.resolve("runs/42")).resolve("best.onnx");
        Files.write(copy, new byte[] {1, 2, 3});
        Files.setLastModifiedTime(copy, FileTime.from(Instant.ofEpochSecond(1)));
        assertEquals(key(model, set().build(), features("a", 0)), key(copy, set().build(), features("a", 0)));
    }

    @Test
    void aModelFileThatWasChangedInPlaceHasAnotherKeyThoughSizeAndTimeAreTheSame() throws IOException {
        Path model = Files.write(folder.resolve("model.onnx"), new byte[] {1, 2, 3});
        FileTime time = Files.getLastModifiedTime(model);
        String before = key(model, set().build(), features("a", 0));
        Files.write(model, new byte[] {1, 2, 4});
        Files.setLastModifiedTime(model, time);
        assertNotEquals(before, key(model, set().build(), features("a", 0)));
    }

    @Test
    void theSameValuesFromAnotherTableHaveTheSameKey() throws IOException {
        Path model = Files.write(folder.resolve("model.onnx"), new byte[] {1});
        String key = key(model, set().build(), features("monday.csv", 0));
        assertEquals(key, key(model, set().build(), features("tuesday.parquet", 0)));
        assertNotEquals(key, key(model, set().build(), features("monday.csv", 1e-300)));
    }

    @Test
    void labelsWeightsAndSlicesChangeNoKey() throws IOException {
        Path model = Files.write(folder.resolve("model.onnx"), new byte[] {1});
        Path store = folder.resolve("store");
        List<String> keys = new ArrayList<>();
        for (EvaluationSetBuilder changed : List.of(
                set(),
                set(flipped(3)),
                set(flipped(0)),
                set().slice("country", Collections.nCopies(ROWS, "fr")),
                set().weights(IntStream.range(0, ROWS)
                        .mapToDouble(row -> 1 + row)
                        .toArray()),
                set(flipped(7)).slice("age", Collections.nCopies(ROWS, "old")))) {
            // Each in a process of its own.
            try (PredictionStore opened = PredictionStore.open(store)) {
                keys.add(key(opened, model, changed.build(), features("a", 0)));
            }
        }
        assertEquals(Collections.nCopies(keys.size(), keys.get(0)), keys);
        assertEquals(1, StoreCatalog.open(store).list().size());
    }

    @Test
    void otherIdsAndOtherSeedsHaveOtherKeys() throws IOException {
        Path model = Files.write(folder.resolve("model.onnx"), new byte[] {1});
        String key = key(model, set().build(), features("a", 0));
        long[] ids = LongStream.range(1, ROWS + 1).toArray();
        assertNotEquals(key, key(model, EvaluationSet.binary(flipped()).ids(ids).build(), features("a", 0)));
        assertNotEquals(key, key(model, set().seed(7).build(), features("a", 0)));
    }

    private static EvaluationSetBuilder set() {
        return set(flipped());
    }

    private static EvaluationSetBuilder set(boolean[] labels) {
        return EvaluationSet.binary(labels).ids(LongStream.range(0, ROWS).toArray());
    }

    /** Labels of which some rows' are not what they were. */
    private static boolean[] flipped(int... rows) {
        boolean[] labels = new boolean[ROWS];
        for (int row = 0; row < ROWS; row += 5) {
            labels[row] = true;
        }
        for (int row : rows) {
            labels[row] = !labels[row];
        }
        return labels;
    }

    private static Features<FeatureRow> features(String source, double first) {
        double[] values = IntStream.range(0, ROWS).asDoubleStream().toArray();
        values[0] = first;
        return Features.from(Columns.of(source, ROWS, List.of(NumberColumn.wrap("x", values, new BitSet()))), "x");
    }

    private static String key(Path model, EvaluationSet set, Features<FeatureRow> features) {
        return key(PredictionStore.inMemory(), model, set, features);
    }

    private static String key(PredictionStore store, Path file, EvaluationSet set, Features<FeatureRow> features) {
        Predictor<FeatureRow> model = Predictor.<FeatureRow>of(row -> row.number(0))
                .withFingerprint(ModelFingerprint.of(Fingerprint.of(file)));
        List<StoreEvent> events = new ArrayList<>();
        store.scores(StoredOrder.of(store.frozen(set, features), features), model, 64, ROWS, events::add);
        return events.get(0).key().orElseThrow();
    }
}
