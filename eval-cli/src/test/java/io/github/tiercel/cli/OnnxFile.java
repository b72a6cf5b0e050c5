package io.github.tiercel.cli;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto.Dimension;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Models of two numbers that say nothing of their columns. */
final class OnnxFile {

    private static final int FLOAT = TensorProto.DataType.FLOAT.getNumber();

    private OnnxFile() {}

    /** The logistic function of their difference. */
    static Path twoNumbers(Path file) {
        return weighing(1, file);
    }

    /** The logistic function of their difference, the first times a weight. */
    static Path weighing(float weight, Path file) {
        return write(difference(weight).addNode(node("Sigmoid", "p", "z")), file);
    }

    /** Other scores every time that it is asked. */
    static Path guessing(Path file) {
        return write(difference(1).addNode(node("RandomUniformLike", "p", "z")), file);
    }

    /** It takes batches of 7 rows alone. */
    static Path refusing(Path file) {
        TensorProto shape = TensorProto.newBuilder()
                .setName("shape")
                .setDataType(TensorProto.DataType.INT64.getNumber())
                .addDims(2)
                .addInt64Data(7)
                .addInt64Data(1)
                .build();
        return write(difference(1).addInitializer(shape).addNode(node("Reshape", "p", "z", "shape")), file);
    }

    /** What all begin with: z, which is w times the first number less the second. */
    private static GraphProto.Builder difference(float weight) {
        return GraphProto.newBuilder()
                .setName("difference")
                .addInput(matrix("x", 2))
                .addOutput(matrix("p", 1))
                .addInitializer(TensorProto.newBuilder()
                        .setName("w")
                        .setDataType(FLOAT)
                        .addDims(2)
                        .addDims(1)
                        .addFloatData(weight)
                        .addFloatData(-1))
                .addNode(node("MatMul", "z", "x", "w"));
    }

    private static Path write(GraphProto.Builder graph, Path file) {
        ModelProto model = ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(13))
                .setGraph(graph)
                .build();
        try {
            return Files.write(file, model.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ValueInfoProto matrix(String name, int columns) {
        TensorShapeProto shape = TensorShapeProto.newBuilder()
                .addDim(Dimension.newBuilder().setDimParam("rows"))
                .addDim(Dimension.newBuilder().setDimValue(columns))
                .build();
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(
                                TypeProto.Tensor.newBuilder().setElemType(FLOAT).setShape(shape)))
                .build();
    }

    private static NodeProto node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .addAllInput(List.of(inputs))
                .addOutput(output)
                .build();
    }
}
