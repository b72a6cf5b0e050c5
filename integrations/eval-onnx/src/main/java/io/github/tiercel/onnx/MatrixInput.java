package io.github.tiercel.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.github.tiercel.data.FeatureBatch;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * An input of floats or doubles: a matrix, or a vector as a matrix of one column.
 *
 * @param rank 2, or 1 for a vector
 */
record MatrixInput(String name, int rank, int width, boolean doubles, List<MatrixPart> parts) implements ModelInput {

    @Override
    public void fill(FeatureBatch batch, int[] places, InputBuffer buffer) {
        buffer.grow(Math.multiplyExact(batch.size(), rowBytes()));
        MatrixTarget target = MatrixTarget.of(buffer, width, doubles);
        target.unmark();
        for (MatrixPart part : parts) {
            part.fill(batch, places[part.feature()], target);
        }
    }

    @Override
    public OnnxTensor tensor(OrtEnvironment environment, InputBuffer buffer, int from, int rows) throws OrtException {
        ByteBuffer memory = buffer.slice(from * rowBytes(), rows * rowBytes());
        long[] shape = Shapes.of(rank, rows, width);
        return doubles
                ? OnnxTensor.createTensor(environment, memory.asDoubleBuffer(), shape)
                : OnnxTensor.createTensor(environment, memory.asFloatBuffer(), shape);
    }

    @Override
    public void clear(InputBuffer buffer) {
        buffer.grow(rowBytes());
    }

    private int rowBytes() {
        return width * (doubles ? Double.BYTES : Float.BYTES);
    }
}
