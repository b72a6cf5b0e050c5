package io.github.tiercel.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.github.tiercel.data.FeatureBatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All inputs of a model.
 *
 * @param features the columns that the model reads
 * @param categories what the model knows of the values of some of them, by their place
 * @param inputs what they fill, in the order of the model
 * @param oneRow whether the model takes one row at a time
 */
record ModelInputs(
        List<String> features, Map<Integer, Categories> categories, List<ModelInput> inputs, boolean oneRow) {

    /** {@return memory for the inputs of one batch} */
    List<InputBuffer> buffers() {
        List<InputBuffer> buffers = new ArrayList<>();
        inputs.forEach(input -> buffers.add(new InputBuffer()));
        return buffers;
    }

    void fill(FeatureBatch batch, int[] places, List<InputBuffer> buffers) {
        for (int i = 0; i < inputs.size(); i++) {
            inputs.get(i).fill(batch, places, buffers.get(i));
        }
    }

    void clear(List<InputBuffer> buffers) {
        for (int i = 0; i < inputs.size(); i++) {
            inputs.get(i).clear(buffers.get(i));
        }
    }

    /** {@return some rows of filled buffers by the names of inputs; to be closed} */
    Map<String, OnnxTensor> tensors(OrtEnvironment environment, List<InputBuffer> buffers, int from, int rows)
            throws OrtException {
        Map<String, OnnxTensor> tensors = new LinkedHashMap<>();
        try {
            for (int i = 0; i < inputs.size(); i++) {
                ModelInput input = inputs.get(i);
                tensors.put(input.name(), input.tensor(environment, buffers.get(i), from, rows));
            }
            return tensors;
        } catch (OrtException | RuntimeException e) {
            OnnxValue.close(tensors);
            throw e;
        }
    }
}
