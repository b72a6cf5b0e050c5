package io.github.tiercel.report;

import java.util.List;

/** What the lines and shapes of a picture stand for, each with a sample of it. */
final class Legend {

    private static final int WIDTH = 24;
    private static final int HEIGHT = 14;

    private Legend() {}

    static Element of(List<Element> items) {
        return Element.of("ul").classed("legend").holding(items);
    }

    static Element item(List<Element> shapes, String text) {
        Element key = Element.of("svg")
                .with("aria-hidden", "true")
                .with("width", Integer.toString(WIDTH))
                .with("height", Integer.toString(HEIGHT))
                .holding(shapes);
        return Element.of("li").holding(key, new Text(text));
    }

    static Element line(Ink ink, String text) {
        return item(List.of(line(ink)), text);
    }

    static Element dashed(Ink ink, String text) {
        return item(List.of(Svg.dashed(line(ink))), text);
    }

    static Element area(Ink ink, String text) {
        return item(List.of(Svg.bar(HEIGHT / 2.0, 1, HEIGHT - 4.0, HEIGHT - 4.0, ink)), text);
    }

    static Element band(Ink ink, String text) {
        return item(List.of(Svg.band("M0 2L24 2L24 12L0 12Z", ink)), text);
    }

    private static Element line(Ink ink) {
        return Svg.line(0, HEIGHT / 2.0, WIDTH, HEIGHT / 2.0, ink, 2);
    }
}
