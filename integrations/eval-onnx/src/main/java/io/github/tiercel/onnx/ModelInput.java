package io.github.tiercel.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.github.tiercel.data.FeatureBatch;

/** One input of a model, as rows of columns fill it. */
sealed interface ModelInput permits MatrixInput, IntegerInput, BooleanInput, TextInput {

    /** {@return the input's name in the model} */
    String name();

    /**
     * Fills a buffer with a batch.
     *
     * @param places for each column that the model reads its place in the batch
     */
    void fill(FeatureBatch batch, int[] places, InputBuffer buffer);

    /** {@return some rows of a filled buffer; valid until the buffer is filled again} */
    OnnxTensor tensor(OrtEnvironment environment, InputBuffer buffer, int from, int rows) throws OrtException;

    /** Makes a new buffer one row of zeros or empty texts, to see what the model gives. */
    void clear(InputBuffer buffer);
}
