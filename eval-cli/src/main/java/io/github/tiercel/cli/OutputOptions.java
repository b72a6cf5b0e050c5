package io.github.tiercel.cli;

import io.github.tiercel.data.DataException;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.report.Inconclusive;
import io.github.tiercel.report.ResultHtml;
import io.github.tiercel.report.ResultJson;
import io.github.tiercel.report.ResultJunit;
import io.github.tiercel.report.ResultMarkdown;
import io.github.tiercel.report.ResultTable;
import io.github.tiercel.report.Style;
import io.github.tiercel.result.EvaluationResult;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the result goes, and in which forms. */
final class OutputOptions {

    /** The forms of a result. */
    enum Format {
        table,
        json,
        markdown,
        junit
    }

    private static final String OUTPUT = "--output";
    private static final String OUTPUT_JSON = "--output-json";
    private static final String OUTPUT_MARKDOWN = "--output-markdown";
    private static final String OUTPUT_JUNIT = "--output-junit";
    private static final String REPORT = "--report";

    @Option(
            names = "--format",
            defaultValue = "table",
            paramLabel = "F",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    Format format = Format.table;

    @Option(names = OUTPUT, paramLabel = "FILE", description = "Write the result to FILE instead of stdout.")
    @Nullable
    Path output;

    @Option(names = OUTPUT_JSON, paramLabel = "FILE", description = "Besides, write it to FILE as JSON.")
    @Nullable
    Path json;

    @Option(
            names = OUTPUT_MARKDOWN,
            paramLabel = "FILE",
            description = "Besides, write it to FILE as Markdown for a pull request, in at most 60,000 characters.")
    @Nullable
    Path markdown;

    @Option(
            names = OUTPUT_JUNIT,
            paramLabel = "FILE",
            description = "Besides, write it to FILE as JUnit XML, one test case a gate.")
    @Nullable
    Path junit;

    @Option(names = REPORT, paramLabel = "FILE", description = "Besides, write it to FILE as an HTML page.")
    @Nullable
    Path report;

    /** A file with the form of the result that goes there. */
    private record Place(OutputFile file, Form form) {}

    /** Makes text of a result. */
    private interface Form {
        String of(EvaluationResult result);
    }

    boolean isFile() {
        return output != null;
    }

    /**
     * Finds out before the work whether the result will have its places.
     *
     * @param sources what is read, which stays
     */
    void check(Path... sources) {
        Map<Path, String> taken = new HashMap<>();
        for (OutputFile file : files()) {
            String other = taken.put(file.path().toAbsolutePath().normalize(), file.option());
            if (other != null) {
                throw Usage.mistake(other + " and " + file.option() + " name the same file, " + file.path()
                        + ". Name another file for one of them.");
            }
        }
        files().forEach(OutputFile::check);
        Arrays.stream(sources).forEach(this::requireOther);
    }

    /** Refuses to replace what is read but was not known to be before. */
    void requireOther(Path source) {
        files().forEach(file -> file.requireOther(source));
    }

    private List<OutputFile> files() {
        return places(WhenInconclusive.own).stream().map(Place::file).toList();
    }

    /** Files come first, so whoever sees the table finds them whole. */
    void write(EvaluationResult result, WhenInconclusive inconclusive, PrintWriter out) {
        places(inconclusive).forEach(place -> place.file.write(place.form.of(result)));
        if (isFile()) {
            return;
        }
        out.print(rendered(result, Console.style(), inconclusive));
        if (out.checkError()) {
            throw OutputException.ofStdout(" Name a file with --output.");
        }
    }

    /**
     * Does the work, and where data or a model fail says so in the JUnit XML too, if that was asked for: a server that
     * reads test reports would take the file of the run before for this one's.
     *
     * @param name what is evaluated
     */
    <T> T orJunitError(Path name, PrintWriter out, Supplier<T> work) {
        try {
            return work.get();
        } catch (DataException | ModelException e) {
            try {
                writeJunit(ResultJunit.renderError(name.toString(), Failure.code(e), Failure.said(e)), out);
            } catch (OutputException unwritten) {
                e.addSuppressed(unwritten);
            }
            throw e;
        }
    }

    private void writeJunit(String xml, PrintWriter out) {
        file(OUTPUT_JUNIT, junit, "result").ifPresent(file -> file.write(xml));
        if (format == Format.junit) {
            file(OUTPUT, output, "result").ifPresentOrElse(file -> file.write(xml), () -> out.print(xml));
        }
    }

    private List<Place> places(WhenInconclusive inconclusive) {
        return Stream.of(
                        place(OUTPUT, output, "result", result -> rendered(result, Style.PLAIN, inconclusive)),
                        place(OUTPUT_JSON, json, "result", ResultJson::render),
                        place(OUTPUT_MARKDOWN, markdown, "result", ResultMarkdown::render),
                        place(OUTPUT_JUNIT, junit, "result", result -> ofGates(result, inconclusive)),
                        place(REPORT, report, "report", ResultHtml::render))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Place> place(String option, @Nullable Path path, String what, Form form) {
        return file(option, path, what).map(file -> new Place(file, form));
    }

    private static Optional<OutputFile> file(String option, @Nullable Path path, String what) {
        return Optional.ofNullable(path).map(file -> new OutputFile(file, what, option));
    }

    private String rendered(EvaluationResult result, Style style, WhenInconclusive inconclusive) {
        return switch (format) {
            case table -> ResultTable.render(result, Console.width(), style);
            case json -> ResultJson.render(result);
            case markdown -> ResultMarkdown.render(result);
            case junit -> ofGates(result, inconclusive);
        };
    }

    /** What the exit code lets pass is no failure for those either who read the file. */
    private static String ofGates(EvaluationResult result, WhenInconclusive inconclusive) {
        return ResultJunit.render(
                result, inconclusive == WhenInconclusive.pass ? Inconclusive.PASSES : Inconclusive.FAILS);
    }
}
