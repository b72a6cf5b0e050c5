package io.github.tiercel.samples;

import ai.onnx.proto.OnnxMl;
import java.util.List;

/**
 * A {@link FlightNetwork} as ONNX: as it is, in floats, and with weights and activations of 8 bits. The latter are
 * quantised dynamically, by one scale for all rows of a batch, so a row's score depends on the rows that it is scored
 * with.
 */
record NetworkGraphs(FlightNetwork network, FlightSlots slots) {

    private static final List<String> OUTPUTS = List.of("late");

    /** Seven of eight bits: products of eight overflow on processors that add them up in pairs of 16 bits. */
    private static final int MOST_STEPS = 63;

    OnnxMl.ModelProto floats() {
        return scaled().floats("hidden_weights", flat(network.hidden()), slots.size(), network.units())
                .node("MatMul", "hidden_product", "scaled", "hidden_weights")
                .node("Add", "hidden_sum", "hidden_product", "hidden_bias")
                .node("Relu", "hidden", "hidden_sum")
                .floats("output_weights", flat(network.output()), network.units(), 1)
                .node("MatMul", "output_product", "hidden", "output_weights")
                .node("Add", "output_sum", "output_product", "output_bias")
                .node("Sigmoid", "probability", "output_sum")
                .model(slots.names(), OUTPUTS);
    }

    OnnxMl.ModelProto bytes() {
        OnnxGraph graph = scaled();
        quantised(graph, "hidden", "scaled", flat(network.hidden()), slots.size(), network.units());
        graph.node("Add", "hidden_sum", "hidden_product", "hidden_bias").node("Relu", "hidden", "hidden_sum");
        quantised(graph, "output", "hidden", flat(network.output()), network.units(), 1);
        return graph.node("Add", "output_sum", "output_product", "output_bias")
                .node("Sigmoid", "probability", "output_sum")
                .model(slots.names(), OUTPUTS);
    }

    /** The columns as a table has them, and the distance brought to the scale of the others. */
    private OnnxGraph scaled() {
        return new OnnxGraph()
                .input("input", slots.size())
                .output("probability", 1)
                .floats("scale", FlightNetwork.scale(slots.names()), slots.size())
                .floats("hidden_bias", flat(network.hiddenBias()), network.units())
                .floats("output_bias", flat(network.outputBias()), 1)
                .node("Mul", "scaled", "input", "scale");
    }

    /** What a converter makes of {@code product = input · weights}. */
    private static void quantised(OnnxGraph graph, String layer, String input, float[] weights, int rows, int columns) {
        float step = largest(weights) / MOST_STEPS;
        byte[] steps = new byte[weights.length];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = (byte) StrictMath.rint(weights[i] / step);
        }
        String zero = layer + "_zero";
        graph.bytes(layer + "_weights", steps, rows, columns)
                .floats(layer + "_step", new float[] {step}, 1)
                .nodes("DynamicQuantizeLinear", List.of(layer + "_bytes", layer + "_scale", zero), input)
                .node("MatMulInteger", layer + "_integers", layer + "_bytes", layer + "_weights", zero)
                .castToFloat(layer + "_steps", layer + "_integers")
                .node("Mul", layer + "_unit", layer + "_scale", layer + "_step")
                .node("Mul", layer + "_product", layer + "_steps", layer + "_unit");
    }

    private static float largest(float[] weights) {
        float largest = 0;
        for (float weight : weights) {
            largest = Math.max(largest, Math.abs(weight));
        }
        return largest;
    }

    private static float[] flat(double[]... rows) {
        float[] flat = new float[rows.length * rows[0].length];
        int at = 0;
        for (double[] row : rows) {
            for (double value : row) {
                flat[at++] = (float) value;
            }
        }
        return flat;
    }
}
