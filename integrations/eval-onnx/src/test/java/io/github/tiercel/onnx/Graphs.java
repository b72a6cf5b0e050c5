package io.github.tiercel.onnx;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Small graphs whose scores are known. */
final class Graphs {

    private Graphs() {}

    /** Adds up the columns of a matrix: the first once, the second tenfold, and so on. */
    static OnnxGraph sum(int width) {
        return sum(OnnxGraph.FLOAT, -1, width);
    }

    static OnnxGraph sum(int type, long rows, int width) {
        OnnxGraph graph = new OnnxGraph().input("input", type, rows, width).output("output", type, rows, 1);
        double[] weights = powers(width);
        long[] shape = {width, 1};
        return (type == OnnxGraph.FLOAT
                        ? graph.floats("weights", shape, weights)
                        : graph.doubles("weights", shape, weights))
                .node("MatMul", List.of("input", "weights"), List.of("output"));
    }

    private static double[] powers(int width) {
        return IntStream.range(0, width)
                .mapToDouble(place -> StrictMath.pow(10, place))
                .toArray();
    }

    /** One input that comes out as float. */
    static OnnxGraph cast(String name, int type, long... shape) {
        return new OnnxGraph()
                .input(name, type, shape)
                .output("output", OnnxGraph.FLOAT, shape)
                .node("Cast", List.of(name), List.of("output"), OnnxGraph.integer("to", OnnxGraph.FLOAT));
    }

    /** A classifier as scikit-learn exports it: labels, and a map from class to probability for each row. */
    static OnnxGraph zipMap(Long... classes) {
        return classifier(classes.length)
                .mapOutput("output_probability", OnnxGraph.INT64)
                .node(
                        "ai.onnx.ml",
                        "ZipMap",
                        List.of("scores"),
                        List.of("output_probability"),
                        OnnxGraph.integers("classlabels_int64s", classes));
    }

    static OnnxGraph zipMap(String... classes) {
        return classifier(classes.length)
                .mapOutput("output_probability", OnnxGraph.STRING)
                .node(
                        "ai.onnx.ml",
                        "ZipMap",
                        List.of("scores"),
                        List.of("output_probability"),
                        OnnxGraph.texts("classlabels_strings", classes));
    }

    /** The score of class k is the k-th column of the matrix. */
    private static OnnxGraph classifier(int classes) {
        return new OnnxGraph()
                .input("float_input", OnnxGraph.FLOAT, -1, classes)
                .node("Identity", List.of("float_input"), List.of("scores"))
                .output("output_label", OnnxGraph.INT64, -1)
                .node(
                        "ArgMax",
                        List.of("float_input"),
                        List.of("output_label"),
                        OnnxGraph.integer("axis", 1),
                        OnnxGraph.integer("keepdims", 0));
    }

    /** A network of random weights: one hidden layer, one score. */
    static OnnxGraph network(int width, int units) {
        Random random = new Random(11);
        return new OnnxGraph()
                .input("input", OnnxGraph.FLOAT, -1, width)
                .output("output", OnnxGraph.FLOAT, -1, 1)
                .floats("first", new long[] {width, units}, gaussian(random, width * units))
                .floats("second", new long[] {units, 1}, gaussian(random, units))
                .node("MatMul", List.of("input", "first"), List.of("sum"))
                .node("Relu", List.of("sum"), List.of("hidden"))
                .node("MatMul", List.of("hidden", "second"), List.of("logit"))
                .node("Sigmoid", List.of("logit"), List.of("output"));
    }

    /** A layer of random weights of 8 bits, and activations quantised by one scale for the whole batch. */
    static OnnxGraph quantised(int width) {
        Random random = new Random(12);
        int[] steps = random.ints(width, -63, 64).toArray();
        return new OnnxGraph()
                .input("input", OnnxGraph.FLOAT, -1, width)
                .output("output", OnnxGraph.FLOAT, -1, 1)
                .bytes("weights", OnnxGraph.INT8, new long[] {width, 1}, steps)
                .floats("step", new long[] {1}, 0.02)
                .node("DynamicQuantizeLinear", List.of("input"), List.of("bytes", "scale", "zero"))
                .node("MatMulInteger", List.of("bytes", "weights", "zero"), List.of("integers"))
                .node("Cast", List.of("integers"), List.of("floats"), OnnxGraph.integer("to", OnnxGraph.FLOAT))
                .node("Mul", List.of("scale", "step"), List.of("unit"))
                .node("Mul", List.of("floats", "unit"), List.of("logit"))
                .node("Sigmoid", List.of("logit"), List.of("output"));
    }

    private static double[] gaussian(Random random, int count) {
        return random.doubles(count, -1, 1).toArray();
    }

    /** The metadata of columns x0, x1 and so on. */
    static OnnxGraph named(OnnxGraph graph, int width) {
        return graph.metadata("tiercel.features", json(columns(width)));
    }

    static List<String> columns(int width) {
        return IntStream.range(0, width).mapToObj(place -> "x" + place).toList();
    }

    static String json(List<String> names) {
        return "[\"" + String.join("\", \"", names) + "\"]";
    }
}
