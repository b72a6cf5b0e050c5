package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roc_auc",
                "naive_bayes, full tier",
                "roc_auc@origin=ORD",
                "top_5 no-worse-than baseline by 0.005",
                "[0.7083, 0.7249]",
                "[-0.0064, +0.0044]",
                "(-inf, 0.035]",
                "12:30",
                "日本語"
            })
    void ordinaryNamesAndNumbersReadAsTheyAre(String text) {
        assertEquals(text, MarkdownText.of(text, 100));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '\t',
            quoteCharacter = '"',
            value = {
                "a|b\ta\\|b",
                "<b>&amp;\t&lt;b&gt;&amp;amp;",
                "`x`\t\\`x\\`",
                "**x**\t\\*\\*x\\*\\*",
                "_x_\t\\_x\\_",
                "a__b\ta\\_\\_b",
                "[x](y)\t\\[x\\](y)",
                "[1](y)\t[1\\](y)",
                "~~x~~\t\\~\\~x\\~\\~",
                "$x$\t\\$x\\$",
                "\\u\t\\\\u"
            })
    void markupIsEscaped(String text, String escaped) {
        assertEquals(escaped, MarkdownText.of(text, 100));
    }

    @ParameterizedTest
    @CsvSource({
        "@team, @<!-- -->team",
        "a@b.org, a@<!-- -->b.org",
        "#12, \\#<!-- -->12",
        "https://example.org, https:<!-- -->//example.org",
        "www.example.org, www<!-- -->.example.org",
        ":tada:, :<!-- -->tada:"
    })
    void nothingBecomesALinkAPictureOrAMessage(String text, String split) {
        assertEquals(split, MarkdownText.of(text, 100));
    }

    @Test
    void whatBreaksALineShowsAsItsCode() {
        assertEquals("a\\\\nb\\\\u202E", MarkdownText.of("a\nb\u202e", 100));
    }

    @Test
    void longTextEndsInAnEllipsisAndBreaksNoCharacter() {
        assertEquals("abcd", MarkdownText.of("abcd", 4));
        assertEquals("abc…", MarkdownText.of("abcde", 4));
        assertEquals("ab…", MarkdownText.of("ab\ud83d\ude00de", 4));
        assertEquals("a" + "\u0301".repeat(2) + "…", MarkdownText.of("a" + "\u0301".repeat(90), 4));
    }
}
