package io.github.tiercel.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.store.StoreCatalog;
import io.github.tiercel.store.StoredKey;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model quantised dynamically scores a row by the batch that it is in, and what is stored knows it. */
class BatchVariantTest {

    private static final int ROWS = 3_000;
    private static final int WIDTH = 4;
    private static final Columns TABLE = table();
    private static final Features<FeatureRow> FEATURES = Scored.features(TABLE);

    @TempDir
    private Path folder;

    private static Columns table() {
        Random random = new Random(3);
        return Columns.of(
                "table",
                ROWS,
                Graphs.columns(WIDTH).stream()
                        .map(name -> Scored.numbers(
                                name,
                                random.doubles(ROWS, -1, 1).map(x -> x * x * x).toArray()))
                        .toList());
    }

    private OnnxPredictor open(OnnxGraph graph, String name) {
        return OnnxPredictor.open(Graphs.named(graph, WIDTH).write(folder, name));
    }

    @Test
    void theGraphTells() {
        try (OnnxPredictor bytes = open(Graphs.quantised(WIDTH), "bytes.onnx");
                OnnxPredictor floats = open(Graphs.network(WIDTH, 8), "floats.onnx")) {
            assertTrue(bytes.isBatchVariant());
            assertFalse(floats.isBatchVariant());
        }
    }

    @Test
    void aRowScoresDifferentlyInAnotherBatch() {
        try (OnnxPredictor model = open(Graphs.quantised(WIDTH), "bytes.onnx")) {
            double[] large = first(model, 0, 1024);
            double[] small = first(model, 0, 64);
            double most = IntStream.range(0, small.length)
                    .mapToDouble(row -> Math.abs(large[row] - small[row]))
                    .max()
                    .orElseThrow();
            assertTrue(most > 1e-5, () -> "differs by " + most);
            assertArrayEquals(small, first(model, 0, 64));
        }
    }

    private static double[] first(OnnxPredictor model, int from, int to) {
        double[][] scores =
                Scored.all(model, FEATURES.batch(IntStream.range(from, to).toArray()));
        return Arrays.stream(scores).mapToDouble(row -> row[0]).toArray();
    }

    @Test
    void scoresOfBatchesOfDifferentSizesAreKeptApart() {
        try (OnnxPredictor model = open(Graphs.quantised(WIDTH), "bytes.onnx")) {
            assertEquals(Set.of(OptionalInt.of(1024), OptionalInt.of(64)), keptUnder(model));
        }
    }

    @Test
    void scoresThatDoNotDependOnTheBatchAreKeptOnce() {
        try (OnnxPredictor model = open(Graphs.network(WIDTH, 8), "floats.onnx")) {
            assertEquals(Set.of(OptionalInt.empty()), keptUnder(model));
        }
    }

    private Set<OptionalInt> keptUnder(OnnxPredictor model) {
        boolean[] labels = new boolean[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = row % 3 == 0;
        }
        EvaluationSet set = EvaluationSet.binary(labels)
                .ids(IntStream.range(0, ROWS).asLongStream().toArray())
                .build();
        Path kept = folder.resolve("store");
        for (int batchRows : List.of(1024, 64)) {
            try (PredictionStore store = PredictionStore.open(kept)) {
                Evaluator.of(set)
                        .features(FEATURES)
                        .store(store)
                        .batchRows(batchRows)
                        .build()
                        .fast("model", model);
            }
        }
        return StoreCatalog.open(kept).list().stream().map(StoredKey::batchRows).collect(Collectors.toSet());
    }
}
