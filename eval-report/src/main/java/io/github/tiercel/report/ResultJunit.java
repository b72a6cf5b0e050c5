package io.github.tiercel.report;

import io.github.tiercel.result.EvaluationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;

/**
 * An evaluation's result as the XML of JUnit, which CI servers read: one suite a model, one test case a gate, in the
 * form that {@code docs/junit.xsd} describes.
 *
 * <p>A gate that failed has one failure of type {@code gate}. One that is inconclusive has one of type
 * {@code inconclusive}, and is never skipped, for builds with skipped tests are green; {@link Inconclusive#PASSES}
 * makes it no failure, and {@code system-out} says what it is. What was held against the limit stands in the properties
 * of the test case, every digit of it; metrics with their intervals, in the digits of {@link ResultTable}, in those of
 * the suite; warnings in its {@code system-out}. Without gates, suites hold no cases.
 *
 * <p>Text from data is escaped. Characters that XML cannot hold, line breaks, and what turns the reading order show as
 * their code. {@code time} is the whole evaluation's in seconds. Equal results give equal text; locale and machine play
 * no part. All methods may be called from any thread.
 *
 * <pre>{@code
 * Files.writeString(Path.of("evaluation.xml"), ResultJunit.render(result));
 * }</pre>
 *
 * @since 0.1
 */
public final class ResultJunit {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final double MILLIS_PER_SECOND = 1e3;

    private ResultJunit() {}

    /**
     * {@return the result as JUnit XML, in which inconclusive gates are failures}
     *
     * @param result what an evaluation found
     */
    public static String render(EvaluationResult result) {
        return render(result, Inconclusive.FAILS);
    }

    /**
     * {@return the result as JUnit XML}
     *
     * @param result what an evaluation found
     * @param inconclusive what an inconclusive gate is
     */
    public static String render(EvaluationResult result, Inconclusive inconclusive) {
        List<JunitSuite> suites = result.models().stream()
                .map(model -> new JunitSuite(model, inconclusive))
                .toList();
        StringBuilder text = new StringBuilder(HEAD);
        timed(counted(suites), result.time().totalMillis())
                .holding(suites.stream().map(suite -> suite.element(result)).toList())
                .appendTo(text);
        return text.toString();
    }

    /**
     * {@return an evaluation that came to no result as JUnit XML: one suite with one test case with an error}
     *
     * <p>For data that cannot be read and models that fail: without it, a CI server would see the file of the run
     * before, or none.
     *
     * @param name what should have been evaluated, such as the name of a file
     * @param code the kind of error, as {@code tiercel explain} knows it
     * @param message what happened, for people
     */
    public static String renderError(String name, String code, String message) {
        StringBuilder text = new StringBuilder(HEAD);
        counted(1, 0, 1).holding(JunitSuite.ofError(name, code, message)).appendTo(text);
        return text.toString();
    }

    private static Element counted(List<JunitSuite> suites) {
        return counted(
                suites.stream().mapToInt(JunitSuite::tests).sum(),
                suites.stream().mapToInt(JunitSuite::failures).sum(),
                0);
    }

    private static Element counted(int tests, int failures, int errors) {
        return Element.of("testsuites")
                .with("name", "tiercel")
                .with("tests", Integer.toString(tests))
                .with("failures", Integer.toString(failures))
                .with("errors", Integer.toString(errors));
    }

    /** Suites of a run share its time, so it is the run's. */
    private static Element timed(Element root, double millis) {
        return millis >= 0 && Double.isFinite(millis)
                ? root.with("time", String.format(Locale.ROOT, "%.3f", millis / MILLIS_PER_SECOND))
                : root;
    }

    /**
     * Writes the result as JUnit XML, flushes, and leaves the writer open.
     *
     * @param result what an evaluation found
     * @param inconclusive what an inconclusive gate is
     * @param out where to; must encode as UTF-8, the encoding that the text names
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void write(EvaluationResult result, Inconclusive inconclusive, Writer out) {
        String text = render(result, inconclusive);
        try {
            out.write(text);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the result could not be written as JUnit XML: " + e.getMessage(), e);
        }
    }
}
