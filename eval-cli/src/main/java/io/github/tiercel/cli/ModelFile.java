package io.github.tiercel.cli;

import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.evaluation.Candidate;
import io.github.tiercel.onnx.OnnxPredictor;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A model in a file, opened.
 *
 * @param name what results call it: the file's name without its ending
 * @param path the file
 * @param predictor the model
 */
record ModelFile(String name, Path path, OnnxPredictor predictor) implements AutoCloseable {

    private static final String ENDING = ".onnx";

    static ModelFile open(Path path, List<String> features) {
        OnnxPredictor predictor = features.isEmpty()
                ? OnnxPredictor.open(path)
                : OnnxPredictor.builder(path).columns(features).open();
        return new ModelFile(nameOf(path), path, predictor);
    }

    /** {@return the length of the file, and of files with weights beside it} */
    long bytes() {
        return predictor.bytes();
    }

    static String nameOf(Path path) {
        String file = String.valueOf(path.getFileName());
        return isNamedAsOne(path) ? file.substring(0, file.length() - ENDING.length()) : file;
    }

    static boolean isNamedAsOne(Path path) {
        return String.valueOf(path.getFileName()).endsWith(ENDING);
    }

    /** {@return the model, whose rows are shown as it scores them} */
    Candidate<FeatureRow> candidate(ProgressBar bar) {
        AtomicLong rows = new AtomicLong();
        return Candidate.of(name, predictor.watchedBy(scored -> bar.inferred(rows.addAndGet(scored))));
    }

    @Override
    public void close() {
        predictor.close();
    }
}
