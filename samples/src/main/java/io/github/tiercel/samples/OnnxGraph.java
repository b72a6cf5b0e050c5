package io.github.tiercel.samples;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes a network as an ONNX file, operator by operator. The classes of the format come with Tribuo; equal calls give
 * equal bytes.
 */
final class OnnxGraph {

    private static final long IR_VERSION = 8;
    private static final long OPSET = 15;

    private final OnnxMl.GraphProto.Builder graph =
            OnnxMl.GraphProto.newBuilder().setName("flights");

    /** A matrix of floats with any number of rows. */
    OnnxGraph input(String name, int columns) {
        graph.addInput(matrix(name, columns));
        return this;
    }

    OnnxGraph output(String name, int columns) {
        graph.addOutput(matrix(name, columns));
        return this;
    }

    /** An operator with one output, which is called like the operator's node. */
    OnnxGraph node(String operator, String output, String... inputs) {
        return nodes(operator, List.of(output), inputs);
    }

    OnnxGraph nodes(String operator, List<String> outputs, String... inputs) {
        graph.addNode(node(operator, outputs, inputs));
        return this;
    }

    /** An operator that makes floats of integers. */
    OnnxGraph castToFloat(String output, String input) {
        graph.addNode(node("Cast", List.of(output), input)
                .addAttribute(OnnxMl.AttributeProto.newBuilder()
                        .setName("to")
                        .setType(OnnxMl.AttributeProto.AttributeType.INT)
                        .setI(OnnxMl.TensorProto.DataType.FLOAT_VALUE)));
        return this;
    }

    /** Weights, row by row. */
    OnnxGraph floats(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return weights(name, OnnxMl.TensorProto.DataType.FLOAT_VALUE, bytes.array(), shape);
    }

    /** Quantised weights, row by row. */
    OnnxGraph bytes(String name, byte[] values, long... shape) {
        return weights(name, OnnxMl.TensorProto.DataType.INT8_VALUE, values, shape);
    }

    private OnnxGraph weights(String name, int type, byte[] bytes, long... shape) {
        OnnxMl.TensorProto.Builder tensor =
                OnnxMl.TensorProto.newBuilder().setName(name).setDataType(type).setRawData(ByteString.copyFrom(bytes));
        for (long size : shape) {
            tensor.addDims(size);
        }
        graph.addInitializer(tensor);
        return this;
    }

    OnnxMl.GraphProto graph() {
        return graph.build();
    }

    /** The file, which says what its columns and scores are called. */
    OnnxMl.ModelProto model(List<String> features, List<String> outputs) {
        OnnxMl.ModelProto.Builder model = OnnxMl.ModelProto.newBuilder()
                .setIrVersion(IR_VERSION)
                .setProducerName("tiercel-samples")
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(OPSET))
                .setGraph(graph);
        return named(model, features, outputs);
    }

    /** A model of any make with the names of its columns and scores. */
    static OnnxMl.ModelProto named(OnnxMl.ModelProto.Builder model, List<String> features, List<String> outputs) {
        return model.addMetadataProps(names("tiercel.features", features))
                .addMetadataProps(names("tiercel.outputs", outputs))
                .build();
    }

    private static OnnxMl.StringStringEntryProto names(String property, List<String> names) {
        String json = names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(",", "[", "]"));
        return OnnxMl.StringStringEntryProto.newBuilder()
                .setKey(property)
                .setValue(json)
                .build();
    }

    static OnnxMl.NodeProto.Builder node(String operator, List<String> outputs, String... inputs) {
        return OnnxMl.NodeProto.newBuilder()
                .setName(outputs.get(0))
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addAllOutput(outputs);
    }

    private static OnnxMl.ValueInfoProto matrix(String name, int columns) {
        var shape = OnnxMl.TensorShapeProto.newBuilder()
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimParam("rows"))
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(columns));
        var tensor = OnnxMl.TypeProto.Tensor.newBuilder()
                .setElemType(OnnxMl.TensorProto.DataType.FLOAT_VALUE)
                .setShape(shape);
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder().setTensorType(tensor))
                .build();
    }
}
