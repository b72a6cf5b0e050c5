package io.github.tiercel.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.TensorInfo;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.ScoreSink;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Scores in a tensor of one row for each row of the batch.
 *
 * @param names those of the scores; none as long as their number is unknown
 */
record TensorScores(String name, boolean doubles, List<String> names) implements ScoreReader {

    /**
     * {@return an output of that many scores a row}
     *
     * @param count their number, not positive if unknown
     */
    static TensorScores of(String name, boolean doubles, int count) {
        return new TensorScores(name, doubles, numbered(count));
    }

    private static List<String> numbered(int count) {
        return count == 1
                ? List.of(Outputs.SCORE)
                : IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }

    @Override
    public void read(OnnxValue value, int from, int rows, ScoreSink scores) {
        OnnxTensor tensor = (OnnxTensor) value;
        requireShape(tensor.getInfo(), rows);
        if (doubles) {
            read(tensor.getDoubleBuffer(), from, rows, scores);
        } else {
            read(tensor.getFloatBuffer(), from, rows, scores);
        }
    }

    private void read(FloatBuffer values, int from, int rows, ScoreSink scores) {
        for (int row = 0; row < rows; row++) {
            for (int output = 0; output < names.size(); output++) {
                scores.score(from + row, output, values.get(row * names.size() + output));
            }
        }
    }

    private void read(DoubleBuffer values, int from, int rows, ScoreSink scores) {
        for (int row = 0; row < rows; row++) {
            for (int output = 0; output < names.size(); output++) {
                scores.score(from + row, output, values.get(row * names.size() + output));
            }
        }
    }

    private void requireShape(TensorInfo info, int rows) {
        long[] shape = info.getShape();
        boolean vector = shape.length == 1 && shape[0] == rows && names.size() == 1;
        boolean matrix = shape.length == 2 && shape[0] == rows && shape[1] == names.size();
        if (!vector && !matrix) {
            throw Faults.output("The output \"" + name + "\" has the shape " + Faults.shape(shape) + " for " + rows
                    + (rows == 1 ? " row" : " rows") + ", but scores need the shape [" + rows + ", " + names.size()
                    + "]: one row of the tensor for each row of the batch. Export the model with a free batch size.");
        }
    }

    @Override
    public Optional<List<String>> declared() {
        return names.isEmpty() ? Optional.empty() : Optional.of(names);
    }

    @Override
    public List<String> names(OnnxValue value) {
        long[] shape = ((OnnxTensor) value).getInfo().getShape();
        return numbered(shape.length == 2 ? (int) shape[1] : 1);
    }

    @Override
    public Outputs outputs() {
        return new Outputs(names, doubles ? Precision.DOUBLE : Precision.FLOAT);
    }

    @Override
    public ScoreReader named(List<String> others, List<String> own) {
        return new TensorScores(name, doubles, others);
    }
}
