package io.github.tiercel.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** In which form a result goes to stdout. */
final class FormatOption {

    @Option(
            names = "--format",
            defaultValue = "table",
            paramLabel = "F",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    OutputOptions.Format format = OutputOptions.Format.table;

    String of(Supplier<String> table, Supplier<String> json) {
        return (format == OutputOptions.Format.json ? json : table).get();
    }
}
