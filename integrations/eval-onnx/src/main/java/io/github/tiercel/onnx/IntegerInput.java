package io.github.tiercel.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.github.tiercel.data.FeatureBatch;
import java.nio.ByteBuffer;

/** An input of integers of 64 or 32 bits: those of one column. */
record IntegerInput(String name, int rank, boolean wide, IntegerReader reader) implements ModelInput {

    @Override
    public void fill(FeatureBatch batch, int[] places, InputBuffer buffer) {
        long[] values = reader.read(batch, places[reader.feature()]);
        buffer.grow(Math.multiplyExact(values.length, width()));
        ByteBuffer memory = buffer.all();
        if (wide) {
            memory.asLongBuffer().put(values);
            return;
        }
        for (int row = 0; row < values.length; row++) {
            if (values[row] != (int) values[row]) {
                throw Faults.features("Column \"" + reader.column() + "\" has " + values[row] + " at "
                        + Faults.place(row, values.length) + ", but the model reads int32, which ends at "
                        + (values[row] < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE) + ".");
            }
            memory.putInt(row * Integer.BYTES, (int) values[row]);
        }
    }

    @Override
    public OnnxTensor tensor(OrtEnvironment environment, InputBuffer buffer, int from, int rows) throws OrtException {
        ByteBuffer memory = buffer.slice(from * width(), rows * width());
        long[] shape = Shapes.of(rank, rows, 1);
        return wide
                ? OnnxTensor.createTensor(environment, memory.asLongBuffer(), shape)
                : OnnxTensor.createTensor(environment, memory.asIntBuffer(), shape);
    }

    @Override
    public void clear(InputBuffer buffer) {
        buffer.grow(width());
    }

    private int width() {
        return wide ? Long.BYTES : Integer.BYTES;
    }
}
