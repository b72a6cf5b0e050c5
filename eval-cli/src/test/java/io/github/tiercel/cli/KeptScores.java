package io.github.tiercel.cli;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.EvaluationSetBuilder;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.store.StoreCatalog;
import io.github.tiercel.store.StoredOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A store with scores of models that are no more than a rule: of row r, output o is r / 7 + o. */
final class KeptScores {

    private static final int BATCH = 100;
    private static final double DIVISOR = 7;

    private KeptScores() {}

    static double score(int row, int output) {
        return row / DIVISOR + output;
    }

    /** Labels 1, 0, 0, 1, 0, 0, ... and ids from a number on. */
    static EvaluationSet binary(int rows, long firstId) {
        boolean[] labels = new boolean[rows];
        for (int row = 0; row < rows; row += 3) {
            labels[row] = true;
        }
        return numbered(EvaluationSet.binary(labels), rows, firstId);
    }

    static EvaluationSet classes(int rows, List<String> classes) {
        int[] labels = IntStream.range(0, rows).map(row -> row % classes.size()).toArray();
        return numbered(EvaluationSet.multiclass(labels, classes), rows, 0);
    }

    static EvaluationSet numbers(int rows) {
        double[] labels =
                IntStream.range(0, rows).mapToDouble(row -> row / DIVISOR).toArray();
        return numbered(EvaluationSet.regression(labels), rows, 0);
    }

    private static EvaluationSet numbered(EvaluationSetBuilder set, int rows, long firstId) {
        return set.ids(LongStream.range(firstId, firstId + rows).toArray()).build();
    }

    /** Adds the scores of a set's first rows, and returns the key. */
    static String add(Path folder, ModelFingerprint model, Outputs outputs, EvaluationSet set, int rows) {
        List<String> before = keys(folder);
        infer(folder, model, outputs, set, rows);
        return keys(folder).stream()
                .filter(key -> !before.contains(key))
                .findFirst()
                .orElseThrow();
    }

    private static void infer(Path folder, ModelFingerprint model, Outputs outputs, EvaluationSet set, int rows) {
        Features<double[]> features = Features.of(IntStream.range(0, set.rows())
                .mapToObj(row -> new double[] {row})
                .toArray(double[][]::new));
        try (PredictionStore store = PredictionStore.open(folder)) {
            StoredOrder<double[]> order = StoredOrder.of(store.frozen(set, features), features);
            store.scores(order, new Rule(model, outputs), BATCH, rows);
        }
    }

    static String add(Path folder, String model, EvaluationSet set) {
        return add(folder, ModelFingerprint.of(model), Outputs.score(), set, set.rows());
    }

    private static List<String> keys(Path folder) {
        return Files.exists(folder.resolve("VERSION"))
                ? StoreCatalog.open(folder).list().stream()
                        .map(key -> key.hex())
                        .toList()
                : List.of();
    }

    /** Makes all that is stored so far look as if it had not been used for an hour. */
    static void age(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofHours(1))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds the scores of the rows that have none yet, and returns the only key. */
    static String extend(Path folder, String model, EvaluationSet set) {
        infer(folder, ModelFingerprint.of(model), Outputs.score(), set, set.rows());
        return keys(folder).get(0);
    }

    static void damage(Path folder, String key) {
        damage(folder, key, "0-300.arrow");
    }

    /** Flips a bit in a file of scores of a key. */
    static void damage(Path folder, String key, String name) {
        Path segment = folder.resolve(key.substring(0, 2)).resolve(key).resolve(name);
        try {
            byte[] bytes = Files.readAllBytes(segment);
            bytes[bytes.length / 2] ^= 1;
            // Segments are read-only.
            Files.delete(segment);
            Files.write(segment, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Rule(ModelFingerprint model, Outputs outputs) implements Predictor<double[]> {

        @Override
        public void predict(Batch<double[]> batch, ScoreSink scores) {
            for (int i = 0; i < batch.size(); i++) {
                for (int output = 0; output < outputs.count(); output++) {
                    double score = score((int) batch.row(i)[0], output);
                    scores.score(i, output, outputs.precision() == Precision.FLOAT ? (float) score : score);
                }
            }
        }

        @Override
        public Optional<ModelFingerprint> fingerprint() {
            return Optional.of(model);
        }
    }
}
