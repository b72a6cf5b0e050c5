package io.github.tiercel.report;

import java.util.ArrayList;
import java.util.List;

/** Text broken into lines between words; only a word longer than a line is broken inside. */
final class Paragraph {

    private Paragraph() {}

    /**
     * {@return the lines of a text, each at most {@code width} columns}
     *
     * @param text any text; line breaks in it are escaped
     * @param first what the first line starts with
     * @param indent how many spaces the other lines start with
     * @param width columns of the screen, more than the starts take
     */
    static List<String> lines(String text, String first, int indent, int width) {
        List<String> lines = new ArrayList<>();
        String start = " ".repeat(indent);
        StringBuilder line = new StringBuilder(first);
        boolean fresh = true;
        for (String word : DisplayText.escaped(text).split(" ", -1)) {
            String rest = word;
            if (!fresh && room(line, width) < 1 + DisplayText.width(rest)) {
                lines.add(line.toString());
                line = new StringBuilder(start);
                fresh = true;
            }
            line.append(fresh ? "" : " ");
            while (DisplayText.width(rest) > room(line, width)) {
                String head = DisplayText.prefix(rest, room(line, width));
                lines.add(line + head);
                rest = rest.substring(head.length());
                line = new StringBuilder(start);
            }
            line.append(rest);
            fresh = false;
        }
        lines.add(line.toString());
        return lines;
    }

    private static int room(CharSequence line, int width) {
        return width - DisplayText.width(line.toString());
    }
}
