package io.github.tiercel.cli;

import io.github.tiercel.report.ResultJson;
import io.github.tiercel.report.ResultTable;
import io.github.tiercel.report.Style;
import io.github.tiercel.result.EvaluationResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the result goes, and in which form. */
final class OutputOptions {

    /** The forms of a result. */
    enum Format {
        table,
        json
    }

    private static final int NARROWEST = 60;

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
        Path file = output;
        if (file != null && Files.isDirectory(file)) {
            throw refused(file, "it is a folder", null);
        }
        Path folder = file == null ? null : file.toAbsolutePath().getParent();
        if (file != null && folder != null && !Files.isDirectory(folder)) {
            throw refused(file, "its folder does not exist", null);
        }
    }

    void write(EvaluationResult result, PrintWriter out) {
        if (output == null) {
            out.print(rendered(result, Console.style()));
            refuseLoss(out);
            return;
        }
        replace(output, rendered(result, Style.PLAIN));
    }

    /** Writes beside the file and then moves, so that nobody ever reads half a result. */
    private static void replace(Path file, String text) {
        Path whole = file.resolveSibling(file.getFileName() + ".new");
        try {
            if (Files.exists(file) && !Files.isRegularFile(file)) {
                Files.writeString(file, text);
                return;
            }
            Files.writeString(whole, text);
            Files.move(whole, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw refused(file, reason(e, file), e);
        }
    }

    private static OutputException refused(Path file, String why, @Nullable IOException cause) {
        return new OutputException(
                "The result cannot be written to " + file + ": " + why + ". Name another file with --output.", cause);
    }

    private String rendered(EvaluationResult result, Style style) {
        return format == Format.json
                ? ResultJson.render(result)
                : ResultTable.render(result, Math.max(NARROWEST, Console.width()), style);
    }

    /** A print writer keeps what goes wrong to itself: a full disk would leave half a result and exit code 0. */
    private static void refuseLoss(PrintWriter out) {
        if (out.checkError()) {
            throw new OutputException(
                    "The result cannot be written to stdout: the disk is full, or its reader is gone."
                            + " Name a file with --output.",
                    null);
        }
    }

    private static String reason(IOException failure, Path file) {
        if (failure instanceof NoSuchFileException) {
            return "its folder does not exist";
        }
        if (Files.isDirectory(file)) {
            return "it is a folder";
        }
        if (failure instanceof AccessDeniedException) {
            return "permission denied";
        }
        String said = failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
        return said == null ? "the disk refused it" : said;
    }
}
