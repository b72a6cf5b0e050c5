package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class StylesheetTest {

    private static final Pattern COLOUR = Pattern.compile("--([a-z]+): (#[0-9a-f]{6});");

    /** What WCAG 2 asks of text at level AA. */
    private static final double LEAST_CONTRAST = 4.5;

    private static final List<String> PAIRS = List.of(
            "text page",
            "text card",
            "text good",
            "text unsure",
            "text bad",
            "text low",
            "text middle",
            "text high",
            "faint page",
            "faint card",
            "blue page",
            "blue card",
            "green card",
            "orange card",
            "red card",
            "green good",
            "orange unsure",
            "red bad");

    @Test
    void textCanBeReadInLightAndDark() {
        String[] themes = css().split("@media screen", -1);
        assertEquals(2, themes.length);
        for (String theme : themes) {
            Map<String, String> colours = COLOUR.matcher(theme)
                    .results()
                    .collect(Collectors.toMap(StylesheetTest::name, StylesheetTest::colour));
            for (String pair : PAIRS) {
                String[] both = pair.split(" ", -1);
                double contrast = contrast(colours.getOrDefault(both[0], ""), colours.getOrDefault(both[1], ""));
                assertTrue(contrast >= LEAST_CONTRAST, () -> pair + ": " + contrast);
            }
        }
    }

    @Test
    void nothingInItIsReadDifferentlyByHtmlAndXml() {
        assertFalse(css().matches("(?s).*[<>&].*"));
    }

    private static String css() {
        StringBuilder css = new StringBuilder();
        new Stylesheet().appendTo(css);
        return css.toString();
    }

    private static String name(MatchResult match) {
        return match.group(1);
    }

    private static String colour(MatchResult match) {
        return match.group(2);
    }

    private static double contrast(String a, String b) {
        double one = luminance(a);
        double other = luminance(b);
        return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * light(colour, 1) + 0.7152 * light(colour, 3) + 0.0722 * light(colour, 5);
    }

    private static double light(String colour, int from) {
        double part = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
