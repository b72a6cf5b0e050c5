package io.github.tiercel.report;

import io.github.tiercel.result.EvaluationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;

/**
 * An evaluation's result as one HTML page for people: the verdict, gates, metrics with their intervals and differences,
 * how the model behaves in service, curves with their bands, calibration, gains, what other thresholds would have
 * decided, classes and which are taken for which, slices, the epochs of the training run, where the time went, warnings
 * and provenance.
 *
 * <p>The page stands alone: it loads nothing and runs one script of its own, the slider of thresholds, and a content
 * security policy in it says so to the browser. All else stands on it without a script. It follows the reader's
 * preference for light or dark and reads on phones and in print; words say everything that colours say, and each
 * picture has a description. Numbers have the digits of {@link ResultTable}.
 *
 * <p>Text from data is escaped, so nothing in it can become part of the page. What no document may hold, and what turns
 * the reading order, shows as its code. The page is well-formed XML too. Equal results give equal bytes; locale and
 * machine play no part. The size is that of the curves, classes, slices and epochs, never of the rows. All methods may
 * be called from any thread.
 *
 * <pre>{@code
 * try (Writer out = Files.newBufferedWriter(Path.of("report.html"), StandardCharsets.UTF_8)) {
 *   ResultHtml.write(result, out);
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class ResultHtml {

    private ResultHtml() {}

    /**
     * {@return the result as an HTML page}
     *
     * @param result what an evaluation found
     */
    public static String render(EvaluationResult result) {
        return HtmlPage.of(result);
    }

    /**
     * Writes the result as an HTML page, flushes, and leaves the writer open.
     *
     * @param result what an evaluation found
     * @param out where to; must encode as UTF-8, the encoding that the page names
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void write(EvaluationResult result, Writer out) {
        String page = render(result);
        try {
            out.write(page);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the report could not be written as HTML: " + e.getMessage(), e);
        }
    }
}
