package io.github.tiercel.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.data.NumberColumn;
import io.github.tiercel.inference.BatchInference;
import io.github.tiercel.inference.ScoreBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

class OnnxPredictorProperties {

    private static final int WIDTH = 5;
    private static final int UNITS = 16;

    private static final OnnxPredictor MODEL = open();

    private static OnnxPredictor open() {
        try {
            Path folder = Files.createTempDirectory("onnx");
            Path file = Graphs.named(Graphs.network(WIDTH, UNITS), WIDTH).write(folder, "network.onnx");
            OnnxPredictor opened = OnnxPredictor.builder(file).concurrency(8).open();
            Files.delete(file);
            Files.delete(folder);
            return opened;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @AfterContainer
    static void close() {
        MODEL.close();
    }

    /** Columns as they come: of any size, and not in the order of the model. */
    private static List<NumberColumn> columns(long seed, int rows) {
        Random random = new Random(seed);
        List<NumberColumn> columns = new ArrayList<>();
        for (String name : Graphs.columns(WIDTH)) {
            columns.add(0, Scored.numbers(name, random.doubles(rows, -3, 3).toArray()));
        }
        return columns;
    }

    @Property(tries = 100)
    void anyBatchingGivesTheSameBits(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 400) int rows,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 120) Integer> sizes) {
        Features<FeatureRow> features = Scored.features(Columns.of("table", rows, columns(seed, rows)));
        double[] whole = scores(features, 0, rows);
        double[] parts = new double[rows];
        int from = 0;
        for (int turn = 0; from < rows; turn++) {
            int to = Math.min(rows, from + sizes.get(turn % sizes.size()));
            double[] part = scores(features, from, to);
            System.arraycopy(part, 0, parts, from, part.length);
            from = to;
        }
        assertArrayEquals(whole, parts);
    }

    private static double[] scores(Features<FeatureRow> features, int from, int to) {
        double[][] scores =
                Scored.all(MODEL, features.batch(IntStream.range(from, to).toArray()));
        return Arrays.stream(scores).mapToDouble(row -> row[0]).toArray();
    }

    @Property(tries = 30)
    void anyNumberOfThreadsGivesTheSameBits(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 300) int rows,
            @ForAll @IntRange(min = 1, max = 40) int size)
            throws InterruptedException {
        Features<FeatureRow> features = Scored.features(Columns.of("table", rows, columns(seed, rows)));
        double[] whole = scores(features, 0, rows);
        boolean[] labels = new boolean[rows];
        var order = EvaluationSet.binary(labels).build().order();
        double[] scored = new double[rows];
        BatchInference.of(features, order, MODEL, size).run(0, rows, block -> put(block, scored));
        for (int position = 0; position < rows; position++) {
            assertEquals(whole[order.row(position)], scored[position]);
        }
    }

    private static void put(ScoreBlock block, double[] scored) {
        for (int i = 0; i < block.rows(); i++) {
            scored[block.from() + i] = block.score(0, block.from() + i);
        }
    }
}
