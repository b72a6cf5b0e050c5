package io.github.tiercel.onnx;

import static io.github.tiercel.onnx.OnnxGraph.BOOL;
import static io.github.tiercel.onnx.OnnxGraph.DOUBLE;
import static io.github.tiercel.onnx.OnnxGraph.FLOAT;
import static io.github.tiercel.onnx.OnnxGraph.INT32;
import static io.github.tiercel.onnx.OnnxGraph.INT64;
import static io.github.tiercel.onnx.OnnxGraph.STRING;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxPredictorTest {

    @TempDir
    private Path folder;

    private OnnxPredictor open(OnnxGraph graph) {
        return open(graph, model -> model);
    }

    private OnnxPredictor open(OnnxGraph graph, UnaryOperator<OnnxPredictorBuilder> settings) {
        return settings.apply(OnnxPredictor.builder(graph.write(folder, "model.onnx")))
                .open();
    }

    @Test
    void metadataNamesTheColumnsOfAMatrix() {
        OnnxGraph graph = Graphs.sum(3).metadata("tiercel.features", "[\"a\", \"origin=ORD\", \"b\"]");
        try (OnnxPredictor model = open(graph)) {
            assertEquals(List.of("a", "b", "origin"), model.features());
            double[] scores = Scored.first(
                    model, Scored.texts("origin", "ATL", "ORD"), Scored.numbers("a", 1, 2), Scored.integers("b", 3, 4));
            assertArrayEquals(new double[] {301, 412}, scores);
        }
    }

    @Test
    void theCallerNamesColumnsOverTheMetadata() {
        OnnxGraph graph = Graphs.sum(2).metadata("tiercel.features", "[\"a\", \"b\"]");
        try (OnnxPredictor model = open(graph, settings -> settings.columns("b", "a"))) {
            assertEquals(List.of("b", "a"), model.features());
            assertArrayEquals(new double[] {12}, Scored.first(model, Scored.numbers("a", 1), Scored.numbers("b", 2)));
        }
    }

    @Test
    void aMatrixMayBeOfDoubles() {
        try (OnnxPredictor model = open(Graphs.named(Graphs.sum(DOUBLE, -1, 2), 2))) {
            double[] scores = Scored.first(model, Scored.numbers("x0", 0.1), Scored.numbers("x1", 0.7));
            assertArrayEquals(new double[] {0.1 + 10 * 0.7}, scores);
            assertEquals(Outputs.score(), model.outputs());
        }
    }

    @Test
    void oneHotColumnsAreAllZeroWhereAValueIsUnknownOrMissing() {
        OnnxGraph graph = Graphs.sum(2).metadata("tiercel.features", "[\"origin=ATL\", \"origin=ORD\"]");
        try (OnnxPredictor model = open(graph)) {
            assertEquals(List.of("origin"), model.features());
            double[] scores = Scored.first(model, Scored.texts("origin", "ORD", "JFK", null, "ATL"));
            assertArrayEquals(new double[] {10, 0, 0, 1}, scores);
        }
    }

    @Test
    void oneHotColumnsOfIntegersAndNumbersGoByValue() {
        OnnxGraph graph = Graphs.sum(2).metadata("tiercel.features", "[\"hour=7\", \"hour=-0\"]");
        try (OnnxPredictor model = open(graph)) {
            assertArrayEquals(new double[] {1, 10, 0}, Scored.first(model, Scored.integers("hour", 7, 0, 8)));
            assertArrayEquals(
                    new double[] {1, 10, 0, 0, 0},
                    Scored.first(model, Scored.numbers("hour", 7, 0.0, 7.5, Double.NaN, -7)));
        }
    }

    @Test
    void integersBeyondDoublesAreToldApart() {
        String large = "hour=9007199254740993";
        OnnxGraph graph = Graphs.sum(1).metadata("tiercel.features", "[\"" + large + "\"]");
        try (OnnxPredictor model = open(graph)) {
            assertArrayEquals(
                    new double[] {1, 0},
                    Scored.first(model, Scored.integers("hour", 9007199254740993L, 9007199254740992L)));
        }
    }

    @Test
    void zerosOfOneBatchAreNotThoseOfTheLast() {
        OnnxGraph graph = Graphs.sum(1).metadata("tiercel.features", "[\"origin=ORD\"]");
        try (OnnxPredictor model = open(graph)) {
            assertArrayEquals(new double[] {1, 1, 1}, Scored.first(model, Scored.texts("origin", "ORD", "ORD", "ORD")));
            assertArrayEquals(new double[] {0, 1}, Scored.first(model, Scored.texts("origin", "ATL", "ORD")));
        }
    }

    @Test
    void categoriesAreReadAsTheirPlace() {
        OnnxGraph graph = Graphs.sum(2)
                .metadata("tiercel.features", "[\"origin\", \"x\"]")
                .metadata("tiercel.categories.origin", "[\"ATL\", \"ORD\"]");
        try (OnnxPredictor model = open(graph)) {
            double[] scores =
                    Scored.first(model, Scored.texts("origin", "ORD", "ATL", "JFK"), Scored.numbers("x", 0, 0, 0));
            assertArrayEquals(new double[] {1, 0, -1}, scores);
            assertTrue(Double.isNaN(
                    Scored.first(model, Scored.texts("origin", (String) null), Scored.numbers("x", 0))[0]));
        }
        UnaryOperator<OnnxPredictorBuilder> other = settings -> settings.categories("origin", List.of("ORD", "ATL"));
        try (OnnxPredictor model = open(graph, other)) {
            assertArrayEquals(
                    new double[] {0}, Scored.first(model, Scored.texts("origin", "ORD"), Scored.numbers("x", 0)));
        }
    }

    @Test
    void aMissingNumberIsNaN() {
        OnnxGraph graph = Graphs.cast("x", FLOAT, -1, 1);
        try (OnnxPredictor model = open(graph)) {
            assertTrue(Double.isNaN(Scored.first(model, Scored.numbers("x", Double.NaN))[0]));
        }
    }

    @Test
    void inputsAreBoundToColumnsOfTheirNames() {
        OnnxGraph graph = new OnnxGraph()
                .input("a", FLOAT, -1, 1)
                .input("b", FLOAT, -1, 1)
                .output("output", FLOAT, -1, 1)
                .node("Sub", List.of("a", "b"), List.of("output"));
        try (OnnxPredictor model = open(graph)) {
            assertEquals(List.of("a", "b"), model.features());
            assertArrayEquals(
                    new double[] {3, 30}, Scored.first(model, Scored.numbers("b", 2, 20), Scored.integers("a", 5, 50)));
        }
        try (OnnxPredictor model = open(graph, settings -> settings.columns("left", "right"))) {
            assertEquals(List.of("left", "right"), model.features());
            assertArrayEquals(
                    new double[] {-3}, Scored.first(model, Scored.numbers("left", 2), Scored.numbers("right", 5)));
        }
    }

    @Test
    void integersAreReadAsIntegersOfBothWidths() {
        try (OnnxPredictor model = open(Graphs.cast("n", INT64, -1))) {
            assertArrayEquals(new double[] {7, -3}, Scored.first(model, Scored.integers("n", 7, -3)));
            assertArrayEquals(new double[] {7}, Scored.first(model, Scored.numbers("n", 7.0)));
        }
        try (OnnxPredictor model = open(Graphs.cast("n", INT32, -1, 1))) {
            assertArrayEquals(new double[] {7, -3}, Scored.first(model, Scored.integers("n", 7, -3)));
        }
        try (OnnxPredictor model =
                open(Graphs.cast("n", INT64, -1), settings -> settings.categories("n", List.of("a", "b")))) {
            assertArrayEquals(new double[] {1, 0, -1}, Scored.first(model, Scored.texts("n", "b", "a", "c")));
        }
    }

    @Test
    void yesAndNoComeAsTextsOrNumbers() {
        try (OnnxPredictor model = open(Graphs.cast("yes", BOOL, -1, 1))) {
            assertArrayEquals(
                    new double[] {1, 0, 1}, Scored.first(model, Scored.texts("yes", "true", "false", "TRUE")));
            assertArrayEquals(new double[] {0, 1}, Scored.first(model, Scored.integers("yes", 0, 1)));
            assertArrayEquals(new double[] {0, 1}, Scored.first(model, Scored.numbers("yes", 0, 1)));
        }
    }

    @Test
    void textsAreReadAsTheyAreAndMissingOnesAsEmpty() {
        OnnxGraph graph = new OnnxGraph()
                .input("origin", STRING, -1, 1)
                .output("output", FLOAT, -1, 1)
                .node(
                        "ai.onnx.ml",
                        "LabelEncoder",
                        List.of("origin"),
                        List.of("output"),
                        OnnxGraph.texts("keys_strings", "ORD", "", "Zürich"),
                        OnnxGraph.floats("values_floats", 5f, 6f, 7f));
        try (OnnxPredictor model = open(graph)) {
            assertArrayEquals(
                    new double[] {5, 6, 7}, Scored.first(model, Scored.texts("origin", "ORD", null, "Zürich")));
        }
    }

    @Test
    void severalScoresAreNumberedUnlessNamed() {
        OnnxGraph graph = new OnnxGraph()
                .input("x", FLOAT, -1, 1)
                .output("output", FLOAT, -1, 2)
                .node("Concat", List.of("x", "x"), List.of("output"), OnnxGraph.integer("axis", 1));
        assertEquals(List.of("0", "1"), open(graph).outputs().names());
        assertEquals(
                List.of("no", "yes"),
                open(graph, model -> model.outputs("no", "yes")).outputs().names());
        graph.metadata("tiercel.outputs", "[\"on time\", \"late\"]");
        assertEquals(
                new Outputs(List.of("on time", "late"), Precision.FLOAT),
                open(graph).outputs());
    }

    @Test
    void theNumberOfScoresIsSeenWhereTheGraphDoesNotSay() {
        OnnxGraph graph = new OnnxGraph()
                .input("x", FLOAT, -1, 1)
                .output("output", FLOAT, -1, -1)
                .node("Concat", List.of("x", "x", "x"), List.of("output"), OnnxGraph.integer("axis", 1));
        assertEquals(List.of("0", "1", "2"), open(graph).outputs().names());
    }

    @Test
    void mapsOfIntegersAreReadByKeyInTheirOrder() {
        OnnxGraph graph = Graphs.zipMap(10L, 9L, -1L);
        Batch<FeatureRow> batch =
                Scored.batch(Scored.numbers("x0", 1, 2), Scored.numbers("x1", 3, 4), Scored.numbers("x2", 5, 6));
        try (OnnxPredictor model = open(graph, settings -> settings.columns(Graphs.columns(3)))) {
            assertEquals(new Outputs(List.of("-1", "9", "10"), Precision.FLOAT), model.outputs());
            assertArrayEquals(new double[][] {{5, 3, 1}, {6, 4, 2}}, Scored.all(model, batch));
        }
        try (OnnxPredictor model =
                open(graph, settings -> settings.columns(Graphs.columns(3)).outputs("9", "-1", "10"))) {
            assertArrayEquals(new double[][] {{3, 5, 1}, {4, 6, 2}}, Scored.all(model, batch));
        }
    }

    @Test
    void mapsOfTextsAreReadByKey() {
        try (OnnxPredictor model = open(Graphs.named(Graphs.zipMap("owl", "cat"), 2))) {
            assertEquals(List.of("cat", "owl"), model.outputs().names());
            assertArrayEquals(
                    new double[][] {{2, 1}},
                    Scored.all(model, Scored.batch(Scored.numbers("x0", 1), Scored.numbers("x1", 2))));
        }
    }

    @Test
    void anOutputMayBeNamedAmongSeveral() {
        OnnxGraph graph = new OnnxGraph()
                .input("x", FLOAT, -1, 1)
                .output("minus", FLOAT, -1, 1)
                .output("twice", FLOAT, -1, 1)
                .node("Neg", List.of("x"), List.of("minus"))
                .node("Add", List.of("x", "x"), List.of("twice"));
        try (OnnxPredictor model = open(graph, settings -> settings.output("twice"))) {
            assertArrayEquals(new double[] {6}, Scored.first(model, Scored.numbers("x", 3)));
        }
    }

    @Test
    void probabilitiesArePreferredToOtherScores() {
        OnnxGraph graph = new OnnxGraph()
                .input("x", FLOAT, -1, 1)
                .output("logits", FLOAT, -1, 1)
                .output("probabilities", FLOAT, -1, 1)
                .node("Neg", List.of("x"), List.of("logits"))
                .node("Add", List.of("x", "x"), List.of("probabilities"));
        try (OnnxPredictor model = open(graph)) {
            assertArrayEquals(new double[] {6}, Scored.first(model, Scored.numbers("x", 3)));
        }
    }

    @Test
    void aModelOfOneRowIsRunRowByRow() {
        try (OnnxPredictor model = open(Graphs.named(Graphs.sum(FLOAT, 1, 2), 2))) {
            assertArrayEquals(
                    new double[] {21, 43, 65},
                    Scored.first(model, Scored.numbers("x0", 1, 3, 5), Scored.numbers("x1", 2, 4, 6)));
        }
    }

    @Test
    void rowsThatAreNoTableAreScoredToo() {
        Batch<FeatureRow> table = Scored.batch(Scored.numbers("x0", 1, 2), Scored.numbers("x1", 3, 4));
        Batch<FeatureRow> rows = new Batch<>() {
            @Override
            public int size() {
                return 2;
            }

            @Override
            public FeatureRow row(int i) {
                return table.row(1 - i);
            }
        };
        try (OnnxPredictor model = open(Graphs.named(Graphs.sum(2), 2))) {
            assertArrayEquals(new double[][] {{42}, {31}}, Scored.all(model, rows));
        }
    }

    @Test
    void theFingerprintIsTheDigestOfTheFileAndWhatTheCallerSays() throws Exception {
        Path file = Graphs.named(Graphs.sum(2), 2).write(folder, "sum.onnx");
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        ModelFingerprint plain = fingerprint(OnnxPredictor.builder(file));
        assertEquals("onnx:" + sha256, plain.model());
        assertEquals("", plain.transform());
        assertEquals(Map.of("intra-op threads", "1", "onnxruntime", "1.29.0", "provider", "cpu"), plain.settings());
        ModelFingerprint named = fingerprint(OnnxPredictor.builder(file).columns("x0", "x1"));
        assertNotEquals(plain, named);
        assertNotEquals(named, fingerprint(OnnxPredictor.builder(file).columns("x1", "x0")));
        assertNotEquals(
                fingerprint(OnnxPredictor.builder(file).categories("x0", List.of("a"))),
                fingerprint(OnnxPredictor.builder(file).categories("x0", List.of("b"))));
        assertNotEquals(plain, fingerprint(OnnxPredictor.builder(file).intraOpThreads(2)));
        assertEquals(plain, fingerprint(OnnxPredictor.builder(file).concurrency(3)));
    }

    private static ModelFingerprint fingerprint(OnnxPredictorBuilder builder) {
        try (OnnxPredictor model = builder.open()) {
            return model.fingerprint().orElseThrow();
        }
    }

    @Test
    void weightsInAnotherFileAreFingerprintedAndCounted() throws IOException {
        Path file = Graphs.named(
                        new OnnxGraph()
                                .input("input", FLOAT, -1, 2)
                                .output("output", FLOAT, -1, 1)
                                .external("weights", new long[] {2, 1}, "weights.bin")
                                .node("MatMul", List.of("input", "weights"), List.of("output")),
                        2)
                .write(folder, "model.onnx");
        Path weights = Files.write(folder.resolve("weights.bin"), new byte[] {0, 0, -128, 63, 0, 0, 0, 64});
        ModelFingerprint before;
        try (OnnxPredictor model = OnnxPredictor.open(file)) {
            before = model.fingerprint().orElseThrow();
            assertEquals(Files.size(file) + 8, model.bytes());
            assertArrayEquals(
                    new double[] {1 * 3 + 2 * 5},
                    Scored.first(model, Scored.numbers("x0", 3), Scored.numbers("x1", 5)));
        }
        Files.write(weights, new byte[] {0, 0, -128, 63, 0, 0, -128, 63});
        assertNotEquals(before, fingerprint(OnnxPredictor.builder(file)));
    }

    @Test
    void concurrencyIsThatOfTheProcessorsUnlessSet() {
        OnnxGraph graph = Graphs.named(Graphs.sum(2), 2);
        int processors = Math.min(16, Runtime.getRuntime().availableProcessors());
        assertEquals(processors, open(graph).concurrency());
        assertEquals(3, open(graph, settings -> settings.concurrency(3)).concurrency());
        assertEquals(
                1, open(graph, settings -> settings.intraOpThreads(1 << 10)).concurrency());
    }

    @Test
    void aClosedModelSaysSo() {
        OnnxPredictor model = open(Graphs.named(Graphs.sum(1), 1));
        model.close();
        model.close();
        ModelException closed =
                assertThrows(ModelException.class, () -> Scored.first(model, Scored.numbers("x0", 1, 2)));
        assertEquals(
                "The model in model.onnx was closed before this batch of 2 rows. Close it after the evaluation.",
                closed.getMessage());
    }

    @Test
    void aModelMayBeClosedWhileOthersScore() throws Exception {
        OnnxPredictor model = open(Graphs.named(Graphs.network(4, 64), 4));
        double[] x = new Random(1).doubles(2_000).toArray();
        Batch<FeatureRow> batch = Scored.batch(
                Scored.numbers("x0", x), Scored.numbers("x1", x), Scored.numbers("x2", x), Scored.numbers("x3", x));
        double[][] expected = Scored.all(model, batch);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            CountDownLatch begun = new CountDownLatch(4);
            List<Future<String>> ends = new ArrayList<>();
            for (int thread = 0; thread < 4; thread++) {
                ends.add(threads.submit(() -> scoreUntilClosed(model, batch, expected, begun)));
            }
            begun.await();
            model.close();
            for (Future<String> end : ends) {
                assertEquals(
                        "The model in model.onnx was closed before this batch of 2000 rows. Close it after the"
                                + " evaluation.",
                        end.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static String scoreUntilClosed(
            OnnxPredictor model, Batch<FeatureRow> batch, double[][] expected, CountDownLatch begun) {
        try {
            while (true) {
                assertArrayEquals(expected, Scored.all(model, batch));
                begun.countDown();
            }
        } catch (ModelException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
