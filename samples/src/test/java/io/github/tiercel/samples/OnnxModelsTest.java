package io.github.tiercel.samples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Columns;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.data.Features;
import io.github.tiercel.duckdb.DuckDbReader;
import io.github.tiercel.inference.ScoreSink;
import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.onnx.OnnxPredictor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The models and rows in the folder of data: what the program writes, and what the models themselves give. */
class OnnxModelsTest {

    private static final String FLIGHTS = "../eval-cli/src/main/resources/io/github/tiercel/cli/flights.parquet";
    private static final Path DATA = Path.of("data");
    private static final int SCORED = 2_000;

    private static final Flights PAST = Flights.past(FLIGHTS);
    private static final Flights FUTURE = Flights.future(FLIGHTS);
    private static final FlightSlots SLOTS = FlightSlots.of(PAST);

    @TempDir
    private static Path written;

    private static OnnxModels.Trained trained;

    @BeforeAll
    static void train() throws IOException {
        trained = OnnxModels.train(PAST);
        trained.write(written);
        OnnxModels.writeRows(FUTURE, written);
    }

    @Test
    void everyFileIsWrittenAgainToTheByte() throws IOException {
        for (String name : OnnxModels.FILES) {
            assertArrayEquals(Files.readAllBytes(DATA.resolve(name)), Files.readAllBytes(written.resolve(name)), name);
        }
    }

    @Test
    void theLinearModelGivesWhatTribuoGives() {
        double[] scores = scores("flights-linear.onnx", "1");
        for (int row = 0; row < SCORED; row++) {
            var example = TribuoGraph.example(SLOTS, FUTURE.list().get(row));
            double expected = Objects.requireNonNull(trained.linear()
                            .model()
                            .predict(example)
                            .getOutputScores()
                            .get("1"))
                    .getScore();
            assertEquals(expected, scores[row], 1e-6, "row " + row);
        }
    }

    @Test
    void theNetworkGivesWhatItsWeightsGiveInJava() {
        double[] scores = scores("flights-mlp.onnx", "late");
        for (int row = 0; row < SCORED; row++) {
            double expected =
                    trained.network().network().probability(SLOTS, FUTURE.list().get(row));
            assertEquals(expected, scores[row], 1e-6, "row " + row);
        }
    }

    @Test
    void theNetworkInEightBitsIsNearTheOneInFloats() {
        double[] floats = scores("flights-mlp.onnx", "late");
        double[] bytes = scores("flights-mlp-int8.onnx", "late");
        double most = IntStream.range(0, SCORED)
                .mapToDouble(row -> Math.abs(floats[row] - bytes[row]))
                .max()
                .orElseThrow();
        assertTrue(most > 0 && most < 0.1, () -> "differs by " + most);
    }

    @Test
    void theNetworkRanksBetterThanTheLinearModelAndEightBitsCostLittle() {
        double linear = rocAuc("flights-linear.onnx", "1");
        double floats = rocAuc("flights-mlp.onnx", "late");
        double bytes = rocAuc("flights-mlp-int8.onnx", "late");
        assertEquals(0.7293, linear, 1e-4);
        assertEquals(0.7333, floats, 1e-4);
        assertEquals(0.7331, bytes, 2e-3, "depends on the batch and, in the last bits of a scale, on the processor");
    }

    private static Columns table(OnnxPredictor model) {
        return DuckDbReader.open(DATA.resolve("flights-features.parquet"))
                .select(model.features().toArray(String[]::new))
                .read();
    }

    private static double rocAuc(String file, String output) {
        double[] scores = scores(file, output, FUTURE.size());
        return BinaryMetrics.ROC_AUC
                .value(BinaryPredictions.of(FUTURE.late(), scores))
                .orNaN();
    }

    private static Features<FeatureRow> features(Columns table, OnnxPredictor model) {
        return Features.from(table, model.features().toArray(String[]::new));
    }

    /** One output for each of the first rows, in one batch. */
    private static double[] scores(String file, String output) {
        return scores(file, output, SCORED);
    }

    private static double[] scores(String file, String output, int rows) {
        double[] scores = new double[rows];
        try (OnnxPredictor model = OnnxPredictor.open(DATA.resolve(file))) {
            int wanted = model.outputs().names().indexOf(output);
            Columns table = table(model);
            model.predict(features(table, model).batch(IntStream.range(0, rows).toArray()), new ScoreSink() {
                @Override
                public void score(int row, double score) {
                    score(row, 0, score);
                }

                @Override
                public void score(int row, int output, double score) {
                    if (output == wanted) {
                        scores[row] = score;
                    }
                }
            });
        }
        return scores;
    }
}
