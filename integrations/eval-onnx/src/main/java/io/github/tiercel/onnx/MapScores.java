package io.github.tiercel.onnx;

import ai.onnxruntime.OnnxMap;
import ai.onnxruntime.OnnxSequence;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.ScoreSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Scores in a map from class to score for each row, as scikit-learn's exports give unless told not to. Maps taken from
 * a sequence are native memory of their own, which closing the sequence does not free.
 *
 * @param keys the classes in the order of the outputs
 */
record MapScores(String name, boolean integerKeys, boolean doubles, List<String> keys) implements ScoreReader {

    @Override
    public void read(OnnxValue value, int from, int rows, ScoreSink scores) throws OrtException {
        List<? extends OnnxValue> maps = ((OnnxSequence) value).getValue();
        try {
            read(maps, from, rows, scores);
        } finally {
            OnnxValue.close(maps);
        }
    }

    private void read(List<? extends OnnxValue> maps, int from, int rows, ScoreSink scores) throws OrtException {
        if (maps.size() != rows) {
            throw Faults.output("The output \"" + name + "\" has " + maps.size() + " maps for " + rows
                    + (rows == 1 ? " row" : " rows") + ", but scores need one map for each.");
        }
        for (int row = 0; row < rows; row++) {
            Map<String, Number> given = map(maps.get(row));
            for (int output = 0; output < keys.size(); output++) {
                scores.score(from + row, output, score(given, keys.get(output)));
            }
        }
    }

    private double score(Map<String, Number> given, String key) {
        @Nullable Number score = given.get(key);
        if (score == null || given.size() != keys.size()) {
            throw otherClasses(sorted(given));
        }
        return score.doubleValue();
    }

    private ModelException otherClasses(List<String> given) {
        return Faults.output("The output \"" + name + "\" has scores of the classes " + Faults.quoted(given)
                + ", but the outputs are named " + Faults.quoted(keys)
                + ". Name the classes as the model does, in the order in which you want them.");
    }

    private static Map<String, Number> map(OnnxValue value) throws OrtException {
        Map<String, Number> scores = new HashMap<>();
        ((OnnxMap) value).getValue().forEach((key, score) -> scores.put(String.valueOf(key), (Number) score));
        return scores;
    }

    @Override
    public List<String> names(OnnxValue value) throws OrtException {
        List<? extends OnnxValue> maps = ((OnnxSequence) value).getValue();
        try {
            return sorted(map(maps.get(0)));
        } finally {
            OnnxValue.close(maps);
        }
    }

    /** Integers by value, so that class 10 comes after class 9; texts by their characters. */
    private List<String> sorted(Map<String, Number> scores) {
        if (!integerKeys) {
            return List.copyOf(new TreeMap<>(scores).keySet());
        }
        List<Long> keys =
                new ArrayList<>(scores.keySet().stream().map(Long::valueOf).toList());
        keys.sort(null);
        return keys.stream().map(String::valueOf).toList();
    }

    @Override
    public Optional<List<String>> declared() {
        return Optional.empty();
    }

    @Override
    public Outputs outputs() {
        return new Outputs(keys, doubles ? Precision.DOUBLE : Precision.FLOAT);
    }

    @Override
    public ScoreReader named(List<String> names, List<String> own) {
        MapScores named = new MapScores(name, integerKeys, doubles, names);
        if (!own.containsAll(names)) {
            throw named.otherClasses(own);
        }
        return named;
    }
}
