package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    private static final Layout WIDE = new Layout(100, Style.PLAIN);

    @Test
    void columnsAreAlignedByTheirSide() {
        TextTable table = new TextTable(
                List.of(Column.left("name"), Column.right("rows"), Column.point("value")),
                List.of(
                        Row.of(Cell.of("a"), Cell.of("12,345"), Cell.of("-10.5")),
                        Row.of(Cell.of("bcdef"), Cell.of("7"), Cell.of("0.123"))));
        assertEquals(
                List.of("name     rows  value", "a      12,345  -10.5", "bcdef       7    0.123"), table.lines(WIDE));
    }

    @Test
    void columnsWithoutTextAreLeftOut() {
        TextTable table = new TextTable(
                List.of(Column.left("a"), Column.left("empty"), Column.left("c")),
                List.of(Row.of(Cell.of("1"), Cell.EMPTY, Cell.of("3"))));
        assertEquals(List.of("a  c", "1  3"), table.lines(WIDE));
    }

    @Test
    void tailRunsOverTheColumnsLeft() {
        TextTable table = new TextTable(
                List.of(Column.left(""), Column.left(""), Column.left("")),
                List.of(
                        Row.of(Cell.of("a"), Cell.of("1"), Cell.of("2")),
                        Row.of(Cell.of("b")).ending("undefined: for a long reason")));
        assertEquals(List.of("a  1  2", "b  undefined: for a long reason"), table.lines(WIDE));
    }

    @Test
    void wideCharactersCountTwice() {
        TextTable table = new TextTable(
                List.of(Column.left(""), Column.left("")),
                List.of(Row.of(Cell.of("日本"), Cell.of("|")), Row.of(Cell.of("abcde"), Cell.of("|"))));
        assertEquals(List.of("日本   |", "abcde  |"), table.lines(WIDE));
    }

    @Test
    void onlyColumnsThatShrinkAreCut() {
        TextTable table = new TextTable(
                List.of(Column.left("").shrinkingTo(10), Column.left("")),
                List.of(Row.of(Cell.of("x".repeat(50)), Cell.of("9".repeat(26)))));
        assertTrue(table.fits(38));
        assertFalse(table.fits(37));
        assertEquals(List.of("x".repeat(11) + "…  " + "9".repeat(26)), table.lines(new Layout(40, Style.PLAIN)));
    }
}
