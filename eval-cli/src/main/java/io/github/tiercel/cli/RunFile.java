package io.github.tiercel.cli;

import io.github.tiercel.report.ResultJson;
import io.github.tiercel.result.EvaluationResult;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The file of a result that was evaluated before. */
final class RunFile {

    @Parameters(paramLabel = "RUN", description = "A file that tiercel evaluate --format json wrote.")
    private Path run = Path.of("");

    /** Refuses what names no file. */
    void check() {
        if (run.toString().isBlank()) {
            throw Usage.mistake("RUN is empty. Name a file that tiercel evaluate --format json wrote.");
        }
    }

    Path path() {
        return run;
    }

    EvaluationResult read() {
        return ResultJson.read(run);
    }
}
