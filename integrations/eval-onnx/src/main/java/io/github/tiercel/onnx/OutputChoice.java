package io.github.tiercel.onnx;

import ai.onnxruntime.MapInfo;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.SequenceInfo;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.ValueInfo;
import io.github.tiercel.data.NearestName;
import io.github.tiercel.inference.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the output that has the scores. */
record OutputChoice(String file, Map<String, NodeInfo> outputs) {

    /** What exporters call the probabilities beside which they give labels. */
    private static final List<String> PROBABILITIES =
            List.of("probabilities", "output_probability", "probability", "probs", "class_probabilities");

    private static final int MOST_RANK = 2;

    /**
     * {@return the output of a name, or the only one that can be scores}
     *
     * @throws ModelException if there is none, or several
     */
    ScoreReader choose(Optional<String> named) {
        if (named.isPresent()) {
            return named(named.get());
        }
        List<ScoreReader> possible = new ArrayList<>();
        outputs.forEach((name, node) -> reader(name, node.getInfo()).ifPresent(possible::add));
        if (possible.size() == 1) {
            return possible.get(0);
        }
        return PROBABILITIES.stream()
                .flatMap(
                        name -> possible.stream().filter(reader -> reader.name().equals(name)))
                .findFirst()
                .orElseThrow(() -> possible.isEmpty() ? noScores() : several(possible));
    }

    private ScoreReader named(String name) {
        @Nullable NodeInfo node = outputs.get(name);
        if (node == null) {
            throw Faults.output("The model in " + file + " has no output \"" + name + "\"."
                    + NearestName.suggestion(name, outputs.keySet()) + " Outputs: " + Faults.quoted(outputs.keySet())
                    + ".");
        }
        return reader(name, node.getInfo())
                .orElseThrow(() -> Faults.output("The output \"" + name + "\" of the model in " + file + " is "
                        + kind(node.getInfo()) + ", but scores are float or double: one row, or one map of classes, for"
                        + " each row of the batch."));
    }

    private static Optional<ScoreReader> reader(String name, ValueInfo info) {
        if (info instanceof TensorInfo tensor) {
            return tensorReader(name, tensor);
        }
        return info instanceof SequenceInfo sequence && sequence.isSequenceOfMaps()
                ? mapReader(name, sequence.mapInfo)
                : Optional.empty();
    }

    private static Optional<ScoreReader> tensorReader(String name, TensorInfo tensor) {
        boolean scores = tensor.type == OnnxJavaType.FLOAT || tensor.type == OnnxJavaType.DOUBLE;
        int rank = tensor.getShape().length;
        if (!scores || rank > MOST_RANK) {
            return Optional.empty();
        }
        // A shape may be unknown altogether, and then is seen when the model has run.
        int last = rank == MOST_RANK ? (int) tensor.getShape()[1] : rank;
        return Optional.of(TensorScores.of(name, tensor.type == OnnxJavaType.DOUBLE, last));
    }

    /** A map of which the runtime does not tell the types is looked into when the model has run. */
    private static Optional<ScoreReader> mapReader(String name, MapInfo map) {
        boolean scores = map.valueType == OnnxJavaType.FLOAT || map.valueType == OnnxJavaType.DOUBLE;
        return scores
                ? Optional.of(new MapScores(
                        name, map.keyType == OnnxJavaType.INT64, map.valueType == OnnxJavaType.DOUBLE, List.of()))
                : Optional.empty();
    }

    private ModelException noScores() {
        List<String> kinds = outputs.entrySet().stream()
                .map(output -> "\"" + output.getKey() + "\" is "
                        + kind(output.getValue().getInfo()))
                .toList();
        return Faults.output("The model in " + file + " gives no scores: " + String.join(", ", kinds)
                + ". Export it with its probabilities, float or double, one row for each row of the batch.");
    }

    private ModelException several(List<ScoreReader> possible) {
        List<String> names = possible.stream().map(ScoreReader::name).toList();
        return Faults.output("The model in " + file + " has " + names.size() + " outputs that could be scores: "
                + Faults.quoted(names) + ". Say with output(...) which one it is.");
    }

    private static String kind(ValueInfo info) {
        if (info instanceof TensorInfo tensor) {
            return Types.name(tensor.type) + " " + Faults.shape(tensor.getShape());
        }
        return info instanceof SequenceInfo ? "a sequence" : "no tensor";
    }
}
