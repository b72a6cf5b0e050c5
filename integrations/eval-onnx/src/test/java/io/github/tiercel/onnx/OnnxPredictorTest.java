package io.github.tiercel.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxPredictorTest {

    @TempDir
    private Path folder;

    @Test
    void metadataNamesTheColumnsOfAMatrix() {
        Path file = sum(3).metadata("tiercel.features", "[\"a\", \"origin=ORD\", \"b\"]")
                .write(folder, "sum.onnx");
        try (OnnxPredictor model = OnnxPredictor.open(file)) {
            assertEquals(List.of("a", "b", "origin"), model.features());
            assertEquals(List.of("score"), model.outputs().names());
            double[] scores = Scored.first(
                    model, Scored.texts("origin", "ATL", "ORD"), Scored.numbers("a", 1, 2), Scored.integers("b", 1, 2));
            assertArrayEquals(new double[] {1 + 300, 2 + 20 + 600}, scores);
        }
    }

    /** Adds up the columns, the first once, the second twentyfold, the third three hundredfold. */
    private static OnnxGraph sum(int width) {
        double[] weights = {1, 20, 300};
        return new OnnxGraph()
                .input("input", OnnxGraph.FLOAT, -1, width)
                .floats("weights", new long[] {width, 1}, weights)
                .node("MatMul", List.of("input", "weights"), List.of("output"))
                .output("output", OnnxGraph.FLOAT, -1, 1);
    }
}
