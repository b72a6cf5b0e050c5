package io.github.tiercel.report;

import java.util.List;

/** A section of a page with its heading. */
final class Card {

    private Card() {}

    static Element of(int level, String heading, List<? extends Markup> content) {
        return Element.of("section")
                .classed("card")
                .holding(Element.of("h" + level, heading))
                .holding(content);
    }

    /** {@return content that opens on demand, such as the table behind a picture} */
    static Element details(String summary, Markup content) {
        return Element.of("details").holding(Element.of("summary", summary), content);
    }

    /** {@return content that scrolls by itself where the screen is narrow, with the keyboard too} */
    static Element scrolling(String label, Element content) {
        return Element.of("div")
                .classed("scroll")
                .with("role", "group")
                .with("aria-label", label)
                .with("tabindex", "0")
                .holding(content);
    }

    static Element paragraph(String text) {
        return Element.of("p", text);
    }

    static Element faint(String text) {
        return paragraph(text).classed("faint");
    }
}
