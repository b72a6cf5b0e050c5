package io.github.tiercel.report;

import io.github.tiercel.result.Notice;
import java.util.List;

/** Warnings as a list; what was said of a model and of its baseline stands there once. */
final class Warnings {

    private Warnings() {}

    static Element of(List<Notice> warnings) {
        return Element.of("ul")
                .holding(warnings.stream().distinct().map(Warnings::item).toList());
    }

    private static Element item(Notice warning) {
        return Element.of("li").holding(Element.of("strong", warning.code()), new Text(": " + warning.text()));
    }
}
