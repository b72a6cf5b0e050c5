package io.github.tiercel.cli;

import java.util.function.Supplier;
import picocli.CommandLine.Option;

/** In which form a result goes to stdout. */
final class FormatOption {

    /** The forms there are. */
    enum Format {
        table,
        json
    }

    @Option(
            names = "--format",
            defaultValue = "table",
            paramLabel = "F",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Format format = Format.table;

    String of(Supplier<String> table, Supplier<String> json) {
        return (format == Format.json ? json : table).get();
    }
}
