package io.github.tiercel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A paragraph, list or table of a document in Markdown, with an empty line before and behind it.
 *
 * @param before lines that are always there
 * @param rows lines of which the last may be left out
 * @param after lines that are always there
 * @param noun what a row is one of, in the plural
 */
record MarkdownBlock(List<String> before, List<String> rows, List<String> after, String noun) {

    MarkdownBlock {
        before = List.copyOf(before);
        rows = List.copyOf(rows);
        after = List.copyOf(after);
    }

    static MarkdownBlock of(String line) {
        return new MarkdownBlock(List.of(line), List.of(), List.of(), "");
    }

    /** {@return a list that is cut behind some of its items where there is no room for all} */
    static MarkdownBlock list(List<String> items, String noun) {
        return new MarkdownBlock(
                List.of(), items.stream().map(item -> "- " + item).toList(), List.of(), noun);
    }

    /**
     * {@return the same block, which opens on demand}
     *
     * @param summary what stands there while it is closed; never from data, since nothing in it is escaped
     */
    MarkdownBlock folded(String summary) {
        List<String> start = List.of("<details>", "<summary>" + summary + "</summary>", "");
        return new MarkdownBlock(
                Stream.concat(start.stream(), before.stream()).toList(),
                rows,
                Stream.concat(after.stream(), Stream.of("", "</details>")).toList(),
                noun);
    }

    /** {@return the lines with at most so many rows, and how many were left out} */
    List<String> lines(int most) {
        List<String> lines = new ArrayList<>(before);
        lines.addAll(rows.subList(0, Math.min(most, rows.size())));
        if (most < rows.size()) {
            lines.add("");
            lines.add(leftOut(rows.size() - most, rows.size(), noun));
        }
        lines.addAll(after);
        return lines;
    }

    static String leftOut(int out, int all, String noun) {
        return String.format(
                Locale.ROOT, "%,d of %,d %s %s left out to keep this short.", out, all, noun, out == 1 ? "is" : "are");
    }
}
