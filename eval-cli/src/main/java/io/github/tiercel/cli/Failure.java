package io.github.tiercel.cli;

import io.github.tiercel.data.DataException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns every exception into one sentence on stderr and an exit code; never a stack trace unless asked for. */
final class Failure implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private static final String DEBUG = "TIERCEL_DEBUG";
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

    @Override
    public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed) {
        return report(exception, command.getErr());
    }

    @Override
    public int handleParseException(ParameterException exception, String[] args) {
        CommandLine command = exception.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("tiercel: " + sentence(exception));
        if (!UnmatchedArgumentException.printSuggestions(exception, err)) {
            err.println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
        }
        return ExitCode.USAGE;
    }

    static int report(Throwable failure, PrintWriter err) {
        if (System.getenv(DEBUG) != null) {
            failure.printStackTrace(err);
        }
        if (failure instanceof DataException) {
            err.println("tiercel: " + sentence(failure));
            return ExitCode.BAD_DATA;
        }
        if (failure instanceof OutputException) {
            err.println("tiercel: " + sentence(failure));
            return ExitCode.NO_OUTPUT;
        }
        if (failure instanceof IllegalArgumentException) {
            err.println("tiercel: " + sentence(failure));
            return ExitCode.USAGE;
        }
        if (failure instanceof OutOfMemoryError) {
            err.println(
                    "tiercel: The rows do not fit into " + Runtime.getRuntime().maxMemory() / (1 << 20)
                            + " MiB of memory. Give Java more, for example with TIERCEL_JAVA_OPTS=-Xmx8g.");
            return ExitCode.BAD_DATA;
        }
        err.println("tiercel: Internal error: " + oneLine(failure.toString())
                + ". This is a fault in Tiercel: please report it with the command line, and with what " + DEBUG
                + "=1 prints.");
        return ExitCode.INTERNAL;
    }

    private static String sentence(Throwable failure) {
        String message = oneLine(String.valueOf(failure.getMessage()));
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }

    /** Messages name columns and values, which may hold line ends or what moves a terminal's cursor. */
    private static String oneLine(String message) {
        return UNSAFE.matcher(message)
                .replaceAll(match ->
                        String.format(Locale.ROOT, "\\\\u%04X", match.group().codePointAt(0)));
    }
}
