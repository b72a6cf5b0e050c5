package io.github.tiercel.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.github.tiercel.data.FeatureBatch;
import java.util.Arrays;

/** An input of texts: those of one column, empty where missing. */
record TextInput(String name, int rank, int feature) implements ModelInput {

    @Override
    public void fill(FeatureBatch batch, int[] places, InputBuffer buffer) {
        buffer.texts(batch.texts(places[feature]));
    }

    @Override
    public OnnxTensor tensor(OrtEnvironment environment, InputBuffer buffer, int from, int rows) throws OrtException {
        String[] texts = Arrays.copyOfRange(buffer.texts(), from, from + rows);
        return OnnxTensor.createTensor(environment, texts, Shapes.of(rank, rows, 1));
    }

    @Override
    public void clear(InputBuffer buffer) {
        buffer.texts(new String[] {""});
    }
}
