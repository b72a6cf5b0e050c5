package io.github.tiercel.cli;

import io.github.tiercel.report.ResultHtml;
import io.github.tiercel.result.EvaluationResult;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the page goes that shows a result to people. */
final class ReportOption {

    private static final String NAME = "--report";

    @Option(names = NAME, paramLabel = "FILE", description = "Write the result as an HTML page to FILE too.")
    @Nullable
    private Path report;

    /** Finds out before the work whether the page will have a place. */
    void check() {
        file().ifPresent(OutputFile::check);
    }

    void write(EvaluationResult result) {
        file().ifPresent(file -> file.write(ResultHtml.render(result)));
    }

    private Optional<OutputFile> file() {
        return Optional.ofNullable(report).map(path -> new OutputFile(path, "report", NAME));
    }
}
