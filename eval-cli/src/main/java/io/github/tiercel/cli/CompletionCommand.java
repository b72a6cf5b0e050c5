package io.github.tiercel.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tiercel completion}: what a shell needs to complete commands and options. */
@Command(
        name = "completion",
        description = "Prints a script by which bash and zsh complete commands and options.",
        footerHeading = "%nExamples:%n",
        footer = {"  source <(tiercel completion)", "  tiercel completion >> ~/.bashrc"})
final class CompletionCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call() is called.
    private CommandSpec spec;

    CompletionCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.print(AutoComplete.bash("tiercel", spec.root().commandLine()));
        if (out.checkError()) {
            throw OutputException.ofStdout("");
        }
        return ExitCode.PASSED;
    }
}
