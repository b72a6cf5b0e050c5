package io.github.tiercel.onnx;

import ai.onnx.proto.OnnxMl;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A graph of few operators, written by hand, as an ONNX file. */
final class OnnxGraph {

    static final int FLOAT = OnnxMl.TensorProto.DataType.FLOAT_VALUE;
    static final int DOUBLE = OnnxMl.TensorProto.DataType.DOUBLE_VALUE;
    static final int INT64 = OnnxMl.TensorProto.DataType.INT64_VALUE;
    static final int INT32 = OnnxMl.TensorProto.DataType.INT32_VALUE;
    static final int STRING = OnnxMl.TensorProto.DataType.STRING_VALUE;
    static final int BOOL = OnnxMl.TensorProto.DataType.BOOL_VALUE;
    static final int UINT8 = OnnxMl.TensorProto.DataType.UINT8_VALUE;
    static final int INT8 = OnnxMl.TensorProto.DataType.INT8_VALUE;

    private static final long IR_VERSION = 8;
    private static final long OPSET = 15;
    private static final long ML_OPSET = 3;

    private final OnnxMl.GraphProto.Builder graph =
            OnnxMl.GraphProto.newBuilder().setName("graph");
    private final OnnxMl.ModelProto.Builder model = OnnxMl.ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(OPSET))
            .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder()
                    .setDomain("ai.onnx.ml")
                    .setVersion(ML_OPSET));

    OnnxGraph input(String name, int type, long... shape) {
        graph.addInput(tensor(name, type, shape));
        return this;
    }

    OnnxGraph output(String name, int type, long... shape) {
        graph.addOutput(tensor(name, type, shape));
        return this;
    }

    /** A sequence of maps from class to float. */
    OnnxGraph mapOutput(String name, int keyType) {
        OnnxMl.TypeProto score = tensorType(FLOAT);
        OnnxMl.TypeProto map = OnnxMl.TypeProto.newBuilder()
                .setMapType(
                        OnnxMl.TypeProto.Map.newBuilder().setKeyType(keyType).setValueType(score))
                .build();
        graph.addOutput(OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.TypeProto.newBuilder()
                        .setSequenceType(OnnxMl.TypeProto.Sequence.newBuilder().setElemType(map))));
        return this;
    }

    OnnxGraph node(String operator, List<String> inputs, List<String> outputs, OnnxMl.AttributeProto... attributes) {
        return node("", operator, inputs, outputs, attributes);
    }

    OnnxGraph node(
            String domain,
            String operator,
            List<String> inputs,
            List<String> outputs,
            OnnxMl.AttributeProto... attributes) {
        graph.addNode(OnnxMl.NodeProto.newBuilder()
                .setDomain(domain)
                .setOpType(operator)
                .addAllInput(inputs)
                .addAllOutput(outputs)
                .addAllAttribute(Arrays.asList(attributes)));
        return this;
    }

    OnnxGraph floats(String name, long[] shape, double... values) {
        OnnxMl.TensorProto.Builder tensor = initializer(name, FLOAT, shape);
        for (double value : values) {
            tensor.addFloatData((float) value);
        }
        graph.addInitializer(tensor);
        return this;
    }

    OnnxGraph doubles(String name, long[] shape, double... values) {
        OnnxMl.TensorProto.Builder tensor = initializer(name, DOUBLE, shape);
        for (double value : values) {
            tensor.addDoubleData(value);
        }
        graph.addInitializer(tensor);
        return this;
    }

    OnnxGraph longs(String name, long[] shape, long... values) {
        OnnxMl.TensorProto.Builder tensor = initializer(name, INT64, shape);
        for (long value : values) {
            tensor.addInt64Data(value);
        }
        graph.addInitializer(tensor);
        return this;
    }

    OnnxGraph bytes(String name, int type, long[] shape, int... values) {
        OnnxMl.TensorProto.Builder tensor = initializer(name, type, shape);
        for (int value : values) {
            tensor.addInt32Data(value);
        }
        graph.addInitializer(tensor);
        return this;
    }

    /** Weights in a file beside the model's. */
    OnnxGraph external(String name, long[] shape, String file) {
        graph.addInitializer(initializer(name, FLOAT, shape)
                .setDataLocation(OnnxMl.TensorProto.DataLocation.EXTERNAL)
                .addExternalData(entry("location", file)));
        return this;
    }

    OnnxGraph metadata(String key, String value) {
        model.addMetadataProps(entry(key, value));
        return this;
    }

    byte[] bytes() {
        return model.setGraph(graph).build().toByteArray();
    }

    Path write(Path folder, String name) {
        try {
            return Files.write(folder.resolve(name), bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static OnnxMl.AttributeProto integer(String name, long value) {
        return OnnxMl.AttributeProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.AttributeProto.AttributeType.INT)
                .setI(value)
                .build();
    }

    static OnnxMl.AttributeProto integers(String name, Long... values) {
        return OnnxMl.AttributeProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.AttributeProto.AttributeType.INTS)
                .addAllInts(List.of(values))
                .build();
    }

    static OnnxMl.AttributeProto floats(String name, Float... values) {
        return OnnxMl.AttributeProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.AttributeProto.AttributeType.FLOATS)
                .addAllFloats(List.of(values))
                .build();
    }

    static OnnxMl.AttributeProto texts(String name, String... values) {
        return OnnxMl.AttributeProto.newBuilder()
                .setName(name)
                .setType(OnnxMl.AttributeProto.AttributeType.STRINGS)
                .addAllStrings(
                        Arrays.stream(values).map(ByteString::copyFromUtf8).toList())
                .build();
    }

    private static OnnxMl.TensorProto.Builder initializer(String name, int type, long... shape) {
        OnnxMl.TensorProto.Builder tensor =
                OnnxMl.TensorProto.newBuilder().setName(name).setDataType(type);
        for (long size : shape) {
            tensor.addDims(size);
        }
        return tensor;
    }

    private static OnnxMl.ValueInfoProto tensor(String name, int type, long... shape) {
        return OnnxMl.ValueInfoProto.newBuilder()
                .setName(name)
                .setType(tensorType(type, shape))
                .build();
    }

    private static OnnxMl.TypeProto tensorType(int type, long... shape) {
        OnnxMl.TensorShapeProto.Builder dimensions = OnnxMl.TensorShapeProto.newBuilder();
        for (long size : shape) {
            OnnxMl.TensorShapeProto.Dimension.Builder dimension = OnnxMl.TensorShapeProto.Dimension.newBuilder();
            dimensions.addDim(size < 0 ? dimension.setDimParam("N") : dimension.setDimValue(size));
        }
        return OnnxMl.TypeProto.newBuilder()
                .setTensorType(
                        OnnxMl.TypeProto.Tensor.newBuilder().setElemType(type).setShape(dimensions))
                .build();
    }

    private static OnnxMl.StringStringEntryProto entry(String key, String value) {
        return OnnxMl.StringStringEntryProto.newBuilder()
                .setKey(key)
                .setValue(value)
                .build();
    }
}
