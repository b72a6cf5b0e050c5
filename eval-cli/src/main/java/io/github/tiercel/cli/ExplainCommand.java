package io.github.tiercel.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tiercel explain}: what a warning or an error means, and what to do. */
@Command(
        name = "explain",
        description = "Says what the code of a warning or an error means and what to do; without a code, lists all.",
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {"  tiercel explain", "  tiercel explain SMALL_SAMPLE", "  tiercel explain UNKNOWN_COLUMN"})
final class ExplainCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call() is called.
    private CommandSpec spec;

    @Parameters(paramLabel = "CODE", arity = "0..1", description = "A code as results and errors show it, in any case.")
    private String code = "";

    ExplainCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        MessageTexts texts = MessageTexts.read();
        if (code.isEmpty()) {
            texts.codes().forEach(out::println);
        } else {
            explained(texts).forEach(out::println);
        }
        if (out.checkError()) {
            throw OutputException.ofStdout("");
        }
        return ExitCode.PASSED;
    }

    private List<String> explained(MessageTexts texts) {
        return texts.lines(code.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no code \"" + code + "\"." + texts.nearest(code)
                                + " Without one, tiercel explain lists all."));
    }
}
