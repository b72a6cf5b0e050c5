package io.github.tiercel.cli;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where scores are kept from run to run. */
final class StoreOptions {

    static final String STORE = "--store";

    private static final String VARIABLE = "TIERCEL_STORE";
    private static final String DEFAULT = ".tiercel/store";

    @Option(
            names = STORE,
            paramLabel = "DIR",
            description = "The folder that keeps the scores of models (default: " + VARIABLE + ", or " + DEFAULT + ").")
    @Nullable
    Path store;

    Path folder(Map<String, String> environment) {
        Path named = store;
        if (named == null) {
            String fallback = environment.getOrDefault(VARIABLE, "");
            return Path.of(fallback.isBlank() ? DEFAULT : fallback);
        }
        if (named.toString().isBlank()) {
            throw Usage.mistake("--store is empty. Name a folder.");
        }
        return named;
    }
}
