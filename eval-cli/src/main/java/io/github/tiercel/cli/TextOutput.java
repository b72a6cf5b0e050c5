package io.github.tiercel.cli;

import io.github.tiercel.report.Style;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a result goes that is a table or JSON. */
final class TextOutput {

    private static final String OUTPUT = "--output";

    @Mixin
    private final FormatOption format = new FormatOption();

    @Option(names = OUTPUT, paramLabel = "FILE", description = "Write the result to FILE instead of stdout.")
    @Nullable
    Path output;

    boolean isFile() {
        return output != null;
    }

    /** Finds out before the work whether the result will have its place, and that this is none of the sources. */
    void check(Path... sources) {
        file().ifPresent(file -> {
            file.check();
            Arrays.stream(sources).forEach(file::requireOther);
        });
    }

    private Optional<OutputFile> file() {
        return Optional.ofNullable(output).map(path -> new OutputFile(path, "result", OUTPUT));
    }

    void write(Function<Style, String> table, Supplier<String> json, PrintWriter out) {
        Optional<OutputFile> file = file();
        Style style = file.isPresent() ? Style.PLAIN : Console.style();
        String text = format.of(() -> table.apply(style), json);
        if (file.isPresent()) {
            file.get().write(text);
            return;
        }
        out.print(text);
        if (out.checkError()) {
            throw OutputException.ofStdout(" Name a file with " + OUTPUT + ".");
        }
    }
}
