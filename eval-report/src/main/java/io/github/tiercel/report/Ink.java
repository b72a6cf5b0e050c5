package io.github.tiercel.report;

import java.util.Locale;

/**
 * Colours of pictures on white. They stand in the picture itself, so that it reads where a viewer drops all styles; the
 * style sheet replaces them on dark screens. Those that carry meaning differ for colour-blind readers too.
 */
enum Ink {
    BLUE("#0072b2"),
    GREEN("#00795a"),
    ORANGE("#a05a00"),
    RED("#c43d00"),
    PURPLE("#8a4b9f"),
    GREY("#7d8894"),
    LABEL("#4d5762"),
    GRID("#dde2e8"),
    PAPER("#ffffff");

    private final String colour;

    Ink(String colour) {
        this.colour = colour;
    }

    Element filling(Element shape) {
        return shape.with("fill", colour).with("class", "fill-" + name().toLowerCase(Locale.ROOT));
    }

    Element stroking(Element shape, double width) {
        return shape.with("fill", "none")
                .with("stroke", colour)
                .with("stroke-width", Svg.number(width))
                .with("class", "stroke-" + name().toLowerCase(Locale.ROOT));
    }
}
