package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DisplayTextTest {

    @Test
    void whatMovesTheCursorIsEscaped() {
        assertEquals("a\\nb\\r\\t\\u001B[31m\\u0000\\u0085", DisplayText.escaped("a\nb\r\t\u001b[31m\0\u0085"));
        assertEquals("\\u202Eabc\\u2028\\uD800\\uE0001", DisplayText.escaped("\u202eabc\u2028\ud800\udb40\udc01"));
    }

    @Test
    void lettersOfAllScriptsStay() {
        assertEquals("São 日本 \ud83d\ude00", DisplayText.escaped("São 日本 \ud83d\ude00"));
    }

    @Test
    void widthCountsColumns() {
        assertEquals(3, DisplayText.width("São"));
        assertEquals(3, DisplayText.width("Sa\u0303o"));
        assertEquals(4, DisplayText.width("日本"));
        assertEquals(2, DisplayText.width("\ud83d\ude00"));
    }

    @Test
    void cutTextEndsInAnEllipsis() {
        assertEquals("abc", DisplayText.cut("abc", 3));
        assertEquals("ab…", DisplayText.cut("abcd", 3));
        assertEquals("日…", DisplayText.cut("日本航空", 4));
        assertEquals("", DisplayText.cut("abc", 0));
    }

    @Test
    void paragraphsBreakBetweenWordsOrInsideWordsThatAreTooLong() {
        assertEquals(
                List.of("> one two", "  three", "  aaaaaaaa", "  aaaa b"),
                Paragraph.lines("one two three aaaaaaaaaaaa b", "> ", 2, 10));
    }
}
