package io.github.tiercel.onnx;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.github.tiercel.data.FeatureBatch;
import java.nio.ByteBuffer;
import java.util.Locale;

/** An input of yes or no: a column of {@code true} and {@code false}, or of 1 and 0. */
record BooleanInput(String name, int rank, int feature, String column) implements ModelInput {

    @Override
    public void fill(FeatureBatch batch, int[] places, InputBuffer buffer) {
        String[] texts = batch.texts(places[feature]);
        buffer.grow(texts.length);
        ByteBuffer memory = buffer.all();
        for (int row = 0; row < texts.length; row++) {
            memory.put(row, bit(texts[row], row, texts.length));
        }
    }

    private byte bit(String text, int row, int rows) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "1.0" -> 1;
            case "false", "0", "0.0" -> 0;
            default ->
                throw Faults.features("Column \"" + column + "\" has "
                        + (text.isEmpty() ? "no value" : "\"" + text + "\"") + " at " + Faults.place(row, rows)
                        + ", but the model reads bool. Give true or false, or 1 or 0.");
        };
    }

    @Override
    public OnnxTensor tensor(OrtEnvironment environment, InputBuffer buffer, int from, int rows) throws OrtException {
        return OnnxTensor.createTensor(
                environment, buffer.slice(from, rows), Shapes.of(rank, rows, 1), OnnxJavaType.BOOL);
    }

    @Override
    public void clear(InputBuffer buffer) {
        buffer.grow(1);
    }
}
