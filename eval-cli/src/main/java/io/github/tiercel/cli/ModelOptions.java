package io.github.tiercel.cli;

import io.github.tiercel.data.UsageException;
import io.github.tiercel.inference.BatchSize;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** How models in files are asked for scores. */
final class ModelOptions {

    private static final String FEATURES = "--features";
    static final String BATCH_ROWS = "--batch-rows";

    @Option(
            names = FEATURES,
            split = ",",
            paramLabel = "COL",
            description = "The columns that a model reads, in its order, where its file does not name them.")
    List<String> features = new ArrayList<>();

    @Option(
            names = BATCH_ROWS,
            paramLabel = "N",
            description = "Rows that a model gets in one call (default: the number at which it is fastest; 1024 if its"
                    + " scores depend on it).")
    @Nullable
    Integer batchRows;

    /** Refuses what means nothing without a model. */
    void check(ParseResult given, boolean areModels, String... others) {
        checkBatchRows(batchRows);
        Stream.concat(Stream.of(FEATURES, BATCH_ROWS), Stream.of(others))
                .filter(option -> !areModels && given.hasMatchedOption(option))
                .findFirst()
                .ifPresent(option -> {
                    throw forModels(option);
                });
    }

    static void checkBatchRows(@Nullable Integer rows) {
        if (rows != null && rows < 1) {
            throw Usage.mistake(BATCH_ROWS + " is " + rows + ". It is a number of at least 1.");
        }
    }

    /** {@return that an option means nothing without a model} */
    static UsageException forModels(String option) {
        return Usage.mistake(option + " is for models that are asked for scores (--model);"
                + " these scores are in columns. Leave it out.");
    }

    BatchSize batchSize() {
        return batchRows == null ? BatchSize.fitted() : BatchSize.of(batchRows);
    }
}
