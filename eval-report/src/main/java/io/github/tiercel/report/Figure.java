package io.github.tiercel.report;

import java.util.List;

/** A picture with its name and what it shows above it, and what stands or opens below it. */
final class Figure {

    private Figure() {}

    static Element of(String title, String what, Element picture, List<Element> below) {
        Element caption = Element.of("figcaption").holding(Element.of("strong", title), Card.faint(what));
        return Element.of("figure").holding(caption, picture, Element.of("div").holding(below));
    }

    /** {@return the numbers behind a picture, which open on demand} */
    static Element table(String caption, TextTable table) {
        return Card.details("View as table", HtmlTable.of(caption, table));
    }
}
