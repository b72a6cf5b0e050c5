package io.github.tiercel.cli;

import io.github.tiercel.data.Coded;
import io.github.tiercel.data.DataException;
import io.github.tiercel.data.UsageException;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.store.StoreException;
import java.io.PrintWriter;
import java.util.List;
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
        err.println("tiercel: " + Usage.CODE + ": " + sentence(exception));
        List<String> meant =
                exception instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        err.println(
                meant.isEmpty()
                        ? "Try: " + command.getCommandSpec().qualifiedName() + " --help"
                        : "Did you mean: " + String.join(" or ", meant) + "?");
        return ExitCode.USAGE;
    }

    static int report(Throwable failure, PrintWriter err) {
        if (System.getenv(DEBUG) != null) {
            failure.printStackTrace(err);
        }
        err.println("tiercel: " + code(failure) + ": " + said(failure));
        return exitCode(failure);
    }

    /** {@return the name by which {@code tiercel explain} knows a failure} */
    static String code(Throwable failure) {
        if (failure instanceof Coded coded) {
            return coded.code();
        }
        return failure instanceof OutOfMemoryError ? "OUT_OF_MEMORY" : "INTERNAL_ERROR";
    }

    /** {@return what happened, for people} */
    static String said(Throwable failure) {
        return exitCode(failure) == ExitCode.INTERNAL ? internal(failure) : sentence(failure);
    }

    private static int exitCode(Throwable failure) {
        if (failure instanceof DataException) {
            return ExitCode.BAD_DATA;
        }
        if (failure instanceof ModelException model) {
            return model.isInterrupted() ? ExitCode.INTERRUPTED : ExitCode.MODEL_FAILED;
        }
        if (failure instanceof OutputException || failure instanceof StoreException) {
            return ExitCode.NO_OUTPUT;
        }
        return failure instanceof UsageException ? ExitCode.USAGE : ExitCode.INTERNAL;
    }

    private static String internal(Throwable failure) {
        if (failure instanceof OutOfMemoryError) {
            return "The rows do not fit into " + Runtime.getRuntime().maxMemory() / (1 << 20)
                    + " MiB of memory. Give Java more, for example with TIERCEL_JAVA_OPTS=-Xmx8g.";
        }
        return "Internal error: " + oneLine(failure.toString()) + ". This is a fault in Tiercel: please report it with"
                + " the command line, and with what " + DEBUG + "=1 prints.";
    }

    private static String sentence(Throwable failure) {
        String message = oneLine(plain(String.valueOf(failure.getMessage())));
        return message.endsWith(".") || message.endsWith("?") ? message : message + ".";
    }

    /** The parser's own words, made into ours. */
    private static String plain(String message) {
        return message.replaceFirst("^Error: ", "")
                .replaceFirst("^Unmatched argument at index \\d+: (.*)$", "$1 is no command or option")
                .replaceFirst("^Unknown option: (.*)$", "There is no option $1")
                .replaceFirst("' is not a double$", "' is not a number")
                .replaceFirst("'(-?\\d{10,})' is not an? (?:int|long)$", "'$1' is too large a number")
                .replaceFirst("' is not an? (?:int|long)$", "' is not a whole number");
    }

    /** Messages name columns and values, which may hold line ends or what moves a terminal's cursor. */
    static String oneLine(String message) {
        return UNSAFE.matcher(message)
                .replaceAll(match ->
                        String.format(Locale.ROOT, "\\\\u%04X", match.group().codePointAt(0)));
    }
}
