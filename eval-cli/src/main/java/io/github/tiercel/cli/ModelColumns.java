package io.github.tiercel.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where the scores of models stand: a model has one column, or one for each class. */
final class ModelColumns {

    @Option(
            names = "--score",
            split = ",",
            paramLabel = "COL",
            description = "A column with a model's scores or predicted numbers; several columns are several models.")
    List<String> scores = new ArrayList<>();

    @Option(
            names = "--score-prefix",
            split = ",",
            paramLabel = "P",
            description = "For several classes: what the columns with a model's scores begin with, as p_ in p_cat and"
                    + " p_dog; several prefixes are several models.")
    List<String> prefixes = new ArrayList<>();

    @Option(
            names = "--model",
            split = ",",
            paramLabel = "FILE",
            description = "A model in an ONNX file, to be asked for the scores; several files are several models.")
    List<Path> files = new ArrayList<>();

    /** {@return whether scores come from models rather than from columns} */
    boolean areFiles() {
        return !files.isEmpty();
    }

    boolean areOfClasses() {
        return !prefixes.isEmpty();
    }

    /** {@return what models are called: a column each, what its columns begin with, or the name of its file} */
    List<String> names() {
        return areFiles() ? files.stream().map(ModelFile::nameOf).toList() : columns();
    }

    /** {@return what the columns with scores are called, or begin with; nothing for models in files} */
    List<String> columns() {
        return areOfClasses() ? prefixes : scores;
    }
}
