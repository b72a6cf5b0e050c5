package io.github.tiercel.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.github.tiercel.data.FeatureBatch;
import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.inference.KnownCategories;
import io.github.tiercel.inference.ScoreSink;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Runs a model on batches, in memory that is kept for the next ones. Safe for use by several threads. */
final class ModelRun {

    private final LoadedModel model;
    private final ModelInputs inputs;
    private final ColumnPlaces places;
    private final Queue<List<InputBuffer>> spare = new ConcurrentLinkedQueue<>();

    ModelRun(LoadedModel model, ModelInputs inputs) {
        this.model = model;
        this.inputs = inputs;
        this.places = new ColumnPlaces(model.file(), inputs.features());
    }

    ModelInputs inputs() {
        return inputs;
    }

    List<KnownCategories<FeatureRow>> categories() {
        return inputs.categories().entrySet().stream()
                .<KnownCategories<FeatureRow>>map(
                        known -> new ColumnCategories(known.getKey(), known.getValue(), places))
                .toList();
    }

    void score(FeatureBatch batch, ScoreReader output, ScoreSink scores) {
        int[] at = places.in(batch);
        List<InputBuffer> buffers = buffers();
        inputs.fill(batch, at, buffers);
        int step = inputs.oneRow() ? 1 : batch.size();
        try {
            for (int from = 0; from < batch.size(); from += step) {
                int first = from;
                run(buffers, first, step, output.name(), value -> {
                    output.read(value, first, step, scores);
                    return true;
                });
            }
        } catch (OrtException e) {
            throw Faults.failed(
                    "ONNX Runtime failed to score a batch of " + batch.size() + " rows with " + model.file() + ": "
                            + Faults.said(e),
                    e);
        }
        spare.add(buffers);
    }

    /** {@return what the model calls its scores, seen in those of a row that says nothing} */
    List<String> outputNames(ScoreReader output) {
        List<InputBuffer> buffers = inputs.buffers();
        inputs.clear(buffers);
        try {
            return run(buffers, 0, 1, output.name(), output::names);
        } catch (OrtException e) {
            throw Faults.output("The model in " + model.file()
                    + " does not say how many scores it gives, and fails to score an empty row: " + Faults.said(e)
                    + " Name its outputs.");
        }
    }

    private List<InputBuffer> buffers() {
        List<InputBuffer> buffers = spare.poll();
        return buffers == null ? inputs.buffers() : buffers;
    }

    private <T> T run(List<InputBuffer> buffers, int from, int rows, String output, Reading<T> reading)
            throws OrtException {
        Map<String, OnnxTensor> tensors = inputs.tensors(model.environment(), buffers, from, rows);
        try (OrtSession.Result result = model.session().run(tensors, Set.of(output))) {
            return reading.of(result.get(0));
        } finally {
            OnnxValue.close(tensors);
        }
    }

    /** What is made of an output while it is there. */
    private interface Reading<T> {
        T of(OnnxValue value) throws OrtException;
    }
}
