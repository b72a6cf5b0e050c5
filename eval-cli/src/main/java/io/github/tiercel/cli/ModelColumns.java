package io.github.tiercel.cli;

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

    boolean areOfClasses() {
        return !prefixes.isEmpty();
    }

    /** {@return what models are called in the file: a column each, or what its columns begin with} */
    List<String> names() {
        return areOfClasses() ? prefixes : scores;
    }
}
