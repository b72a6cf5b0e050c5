package io.github.tiercel.cli;

import io.github.tiercel.report.ResultHtml;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tiercel report}: the page of a result that is there. */
@Command(
        name = "report",
        description =
                "Writes a stored result as an HTML page, the same that evaluate --report writes. It needs no data.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tiercel evaluate holdout.parquet --label clicked --score candidate \\",
            "      --format json --output run.json",
            "  tiercel report run.json -o run.html",
        })
final class ReportCommand implements Callable<Integer> {

    private static final String OPTION = "--output";

    @Mixin
    private final RunFile run = new RunFile();

    @Option(
            names = {"-o", OPTION},
            required = true,
            paramLabel = "FILE",
            description = "The page; one that is there is replaced.")
    private Path output = Path.of("");

    ReportCommand() {}

    @Override
    public Integer call() {
        run.check();
        OutputFile page = new OutputFile(output, "report", OPTION);
        page.check();
        page.requireOther(run.path());
        page.write(ResultHtml.render(run.read()));
        return ExitCode.PASSED;
    }
}
