package io.github.tiercel.cli;

import io.github.tiercel.report.ResultJson;
import io.github.tiercel.report.ResultTable;
import io.github.tiercel.report.Style;
import io.github.tiercel.result.EvaluationResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the result goes, and in which form. */
final class OutputOptions {

    /** The forms of a result. */
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

    @Option(names = "--output", paramLabel = "FILE", description = "Write the result to FILE instead of stdout.")
    @Nullable
    Path output;

    boolean isFile() {
        return output != null;
    }

    /** Finds out before the work whether the result will have a place. */
    void check() {
        file().ifPresent(OutputFile::check);
    }

    void write(EvaluationResult result, PrintWriter out) {
        Optional<OutputFile> file = file();
        if (file.isPresent()) {
            file.get().write(rendered(result, Style.PLAIN));
            return;
        }
        out.print(rendered(result, Console.style()));
        if (out.checkError()) {
            throw OutputException.ofStdout(" Name a file with --output.");
        }
    }

    private Optional<OutputFile> file() {
        return Optional.ofNullable(output).map(path -> new OutputFile(path, "result", "--output"));
    }

    private String rendered(EvaluationResult result, Style style) {
        return format == Format.json ? ResultJson.render(result) : ResultTable.render(result, Console.width(), style);
    }
}
