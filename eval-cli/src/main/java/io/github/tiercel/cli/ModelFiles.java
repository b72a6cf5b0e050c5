package io.github.tiercel.cli;

import io.github.tiercel.data.FeatureRow;
import io.github.tiercel.evaluation.Candidate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Models in files, and the one they are compared with if that is a file too. */
final class ModelFiles implements AutoCloseable {

    private final List<ModelFile> models;
    private final Optional<ModelFile> baseline;

    private ModelFiles(List<ModelFile> models, Optional<ModelFile> baseline) {
        this.models = models;
        this.baseline = baseline;
    }

    /** Opens them; whatever fails leaves none open. */
    static ModelFiles open(List<Path> models, Optional<Path> baseline, ModelOptions options) {
        List<ModelFile> opened = new ArrayList<>();
        try {
            Stream.concat(models.stream(), baseline.stream())
                    .forEach(path -> opened.add(ModelFile.open(path, options.features)));
        } catch (RuntimeException | Error e) {
            opened.forEach(ModelFile::close);
            throw e;
        }
        int last = models.size();
        return new ModelFiles(
                opened.subList(0, last),
                opened.subList(last, opened.size()).stream().findFirst());
    }

    /** {@return the models, and the baseline behind them if it is a file} */
    List<ModelFile> all() {
        return every().toList();
    }

    /** {@return the columns that the models read, each once} */
    List<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        every().forEach(model -> columns.addAll(model.predictor().features()));
        return List.copyOf(columns);
    }

    /** {@return what the first model calls its outputs} */
    List<String> outputs() {
        return models.get(0).predictor().outputs().names();
    }

    /** {@return the models, each as a candidate} */
    List<Candidate<FeatureRow>> candidates(Function<ModelFile, Candidate<FeatureRow>> candidate) {
        return models.stream().map(candidate).toList();
    }

    Optional<Candidate<FeatureRow>> baseline(Function<ModelFile, Candidate<FeatureRow>> candidate) {
        return baseline.map(candidate);
    }

    private Stream<ModelFile> every() {
        return Stream.concat(models.stream(), baseline.stream());
    }

    @Override
    public void close() {
        every().forEach(ModelFile::close);
    }
}
