package io.github.tiercel.report;

import io.github.tiercel.result.EvaluationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/**
 * An evaluation's result as Markdown for pull requests and the summaries of builds: the verdict, then for each model
 * its gates, metrics with intervals and differences, how it behaves in service, and warnings; classes, slices and
 * provenance open on demand.
 *
 * <p>The first line is a comment that nobody sees, {@code <!-- tiercel:NAME -->} with the names of the models; in them
 * everything but ASCII letters, digits, full stops, underscores and hyphens is percent-encoded. A script finds the
 * comment that it wrote before by this line, and replaces it.
 *
 * <p>The document takes at most {@value #MOST_CHARACTERS} characters whatever the result holds, fewer than the 65,536
 * of a comment on GitHub. Where that is too little, the last rows of its longest tables are left out, the last models
 * too, and a sentence says how many; gates with the worst verdict stand first. Long texts end in an ellipsis.
 * {@link ResultJson} has everything.
 *
 * <p>Numbers have the digits of {@link ResultTable}. Text from data is escaped: it becomes neither markup nor a link,
 * mentions nobody, and ends no cell. The dialect is that of GitHub and GitLab: CommonMark with tables. Lines end in a
 * line feed. The text depends on the result alone, not on locale or machine. The time is linear in the size of the
 * result. All methods may be called from any thread.
 *
 * <pre>{@code
 * Files.writeString(Path.of("evaluation.md"), ResultMarkdown.render(result));
 * }</pre>
 *
 * @since 0.1
 */
public final class ResultMarkdown {

    /** The longest a document gets, in chars of Java. */
    public static final int MOST_CHARACTERS = 60_000;

    private ResultMarkdown() {}

    /**
     * {@return the result as Markdown}
     *
     * @param result what an evaluation found
     */
    public static String render(EvaluationResult result) {
        List<MarkdownBlock> head = new ArrayList<>(
                List.of(MarkdownBlock.of(MarkdownMarker.of(result)), MarkdownBlock.of(verdict(result))));
        ModelsTable.of(result).ifPresent(table -> head.add(MarkdownTable.of(table, "models")));
        List<List<MarkdownBlock>> models =
                result.models().stream().map(MarkdownModel::of).toList();
        return new MarkdownPage(head, models, MarkdownOrigin.of(result)).within(MOST_CHARACTERS);
    }

    /**
     * Writes the result as Markdown, flushes, and leaves the writer open.
     *
     * @param result what an evaluation found
     * @param out where to; should encode as UTF-8
     * @throws UncheckedIOException if {@code out} fails
     */
    public static void write(EvaluationResult result, Writer out) {
        String page = render(result);
        try {
            out.write(page);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the result could not be written as Markdown: " + e.getMessage(), e);
        }
    }

    private static String verdict(EvaluationResult result) {
        return result.verdict()
                .map(verdict -> "**" + VerdictBanner.word(verdict) + "** (" + verdict + "): "
                        + VerdictLine.counts(result) + ".")
                .orElse("No gates were given, so nothing was judged.");
    }
}
