package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damages one file of a store after the other, in every way, and asks for scores. {@code scripts/stress.sh} does it a
 * thousand times.
 */
class StoreCorruptionTest {

    private static final int CORRUPTIONS = Integer.getInteger("tiercel.stress.corruptions", 60);
    private static final long SEED = Long.getLong("tiercel.stress.seed", 6);
    private static final int ROWS = 4000;
    private static final int BATCH = 100;

    @TempDir
    private Path temporary;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Features<double[]> features = Features.of(
            IntStream.range(0, ROWS).mapToObj(row -> new double[] {row}).toArray(double[][]::new));
    private final Map<Corruption, Integer> done = new EnumMap<>(Corruption.class);
    private final Map<String, Integer> files = new TreeMap<>();
    private Path whole;

    @BeforeEach
    void fill() throws IOException {
        whole = Files.createDirectory(temporary.resolve("whole"));
        for (int rows = 1000; rows <= ROWS; rows += 1000) {
            try (PredictionStore store = PredictionStore.open(whole)) {
                StoredOrder<double[]> order = order(store);
                store.scores(order, new Scaled("a", Precision.DOUBLE), BATCH, rows);
                store.scores(order, new Scaled("b", Precision.FLOAT), BATCH, rows);
            }
        }
    }

    @Test
    void damagedFilesCostInferenceAndNothingElse() throws IOException {
        System.out.println("Stress: " + CORRUPTIONS + " corruptions, seed " + SEED);
        List<Corruption> kinds = List.of(Corruption.values());
        for (int i = 0; i < CORRUPTIONS; i++) {
            Path folder = copy(i);
            damage(folder, kinds.get(i % kinds.size()));
            requireRight(folder, i);
            Stored.delete(folder);
        }
        System.out.println("Damaged " + files + " by " + done);
    }

    private Path copy(int number) throws IOException {
        Path folder = temporary.resolve("copy-" + number);
        try (Stream<Path> all = Files.walk(whole)) {
            for (Path file : all.toList()) {
                Files.copy(file, folder.resolve(whole.relativize(file).toString()));
            }
        }
        return folder;
    }

    private void damage(Path folder, Corruption corruption) throws IOException {
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("VERSION") && !file.endsWith("locks.bin"))
                    .sorted()
                    .toList();
        }
        Path file = all.get(random.nextInt(all.size()));
        corruption.on(file, all, random);
        done.merge(corruption, 1, Integer::sum);
        files.merge(String.valueOf(file.getFileName()).replaceAll("[0-9a-f]{16,}", "..."), 1, Integer::sum);
    }

    private void requireRight(Path folder, int number) throws IOException {
        long inferred = 0;
        try (PredictionStore store = PredictionStore.open(folder)) {
            for (Precision precision : Precision.values()) {
                inferred += requireRight(store, precision, number).cost().rowsInferred();
            }
        }
        // One file was damaged, or two exchanged; what was whole and in reach was used.
        assertTrue(inferred <= 2L * ROWS, () -> "corruption " + number);
        // A damaged file beyond a gap is not read; a check of the whole store finds it.
        assertTrue(StoreCatalog.open(folder).verify().problems().size() <= 2, () -> "corruption " + number);
        assertEquals(List.of(), StoreCatalog.open(folder).verify().problems(), () -> "corruption " + number);
        try (PredictionStore store = PredictionStore.open(folder)) {
            for (Precision precision : Precision.values()) {
                StoredScores again = requireRight(store, precision, number);
                assertEquals(0, again.cost().rowsInferred(), () -> "corruption " + number);
            }
        }
    }

    private StoredScores requireRight(PredictionStore store, Precision precision, int number) {
        StoredOrder<double[]> order = order(store);
        Scaled model = new Scaled(precision == Precision.DOUBLE ? "a" : "b", precision);
        StoredScores found = store.scores(order, model, BATCH, ROWS);
        for (int output = 0; output < 2; output++) {
            int column = output;
            assertArrayEquals(
                    IntStream.range(0, ROWS)
                            .mapToDouble(position -> model.score(order.order().row(position), column))
                            .toArray(),
                    found.scores(output, ROWS),
                    () -> "corruption " + number);
        }
        return found;
    }

    private StoredOrder<double[]> order(PredictionStore store) {
        boolean[] labels = new boolean[ROWS];
        labels[3] = true;
        return StoredOrder.of(store.frozen(EvaluationSet.binary(labels).build(), features), features);
    }

    /** Its scores tell the model, the row and the output. */
    private record Scaled(String name, Precision precision) implements Predictor<double[]> {

        double score(double row, int output) {
            double score = Math.sqrt(row) + output + name.charAt(0);
            return precision == Precision.DOUBLE ? score : (float) score;
        }

        @Override
        public void predict(Batch<double[]> batch, ScoreSink scores) {
            for (int i = 0; i < batch.size(); i++) {
                scores.score(i, 0, score(batch.row(i)[0], 0));
                scores.score(i, 1, score(batch.row(i)[0], 1));
            }
        }

        @Override
        public Outputs outputs() {
            return Outputs.of("one", "two").in(precision);
        }

        @Override
        public Optional<ModelFingerprint> fingerprint() {
            return Optional.of(ModelFingerprint.of(name));
        }
    }
}
