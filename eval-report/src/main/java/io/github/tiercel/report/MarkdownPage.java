package io.github.tiercel.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A document in Markdown.
 *
 * @param head what it begins with
 * @param models the blocks of each model
 * @param tail what it ends with
 */
record MarkdownPage(List<MarkdownBlock> head, List<List<MarkdownBlock>> models, List<MarkdownBlock> tail) {

    /** The shortest row of a table or item of a list, with its line feed. */
    private static final int SHORTEST_ROW = 3;

    /**
     * {@return the document with as many models, and as many rows of each table, as go into so many characters; one of
     * each always goes in, since no text is longer than a few lines}
     */
    String within(int characters) {
        int fitting = 1;
        int tooMany = Math.min(longest(), characters / SHORTEST_ROW) + 1;
        while (tooMany - fitting > 1) {
            int tried = (fitting + tooMany) >>> 1;
            if (text(tried).length() <= characters) {
                fitting = tried;
            } else {
                tooMany = tried;
            }
        }
        return text(fitting);
    }

    private int longest() {
        return blocks(models.size()).mapToInt(block -> block.rows().size()).reduce(models.size(), Math::max);
    }

    private Stream<MarkdownBlock> blocks(int most) {
        List<MarkdownBlock> cut = models.size() > most
                ? List.of(MarkdownBlock.of(MarkdownBlock.leftOut(models.size() - most, models.size(), "models")))
                : List.of();
        return Stream.of(head.stream(), models.stream().limit(most).flatMap(List::stream), cut.stream(), tail.stream())
                .flatMap(blocks -> blocks);
    }

    private String text(int most) {
        List<String> lines = new ArrayList<>();
        blocks(most).forEach(block -> {
            lines.addAll(lines.isEmpty() ? List.of() : List.of(""));
            lines.addAll(block.lines(most));
        });
        return String.join("\n", lines) + "\n";
    }
}
