package io.github.tiercel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.data.Filter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterTextTest {

    @Test
    void everyComparison() {
        assertEquals(Filter.equal("month", "May"), FilterText.parse("month = May"));
        assertEquals(Filter.equal("month", "May"), FilterText.parse("month==May"));
        assertEquals(Filter.atLeast("distance", "500"), FilterText.parse("distance >= 500"));
        assertEquals(Filter.above("distance", "-1.5e3"), FilterText.parse("distance>-1.5e3"));
        assertEquals(Filter.atMost("distance", "500"), FilterText.parse(" distance <= 500 "));
        assertEquals(Filter.below("date", "2001-05-01T00:00:00"), FilterText.parse("date < 2001-05-01T00:00:00"));
        assertEquals(Filter.present("delay"), FilterText.parse("delay PRESENT"));
        assertEquals(Filter.in("origin", List.of("BOS", "JFK")), FilterText.parse("origin in (BOS,JFK)"));
    }

    @Test
    void severalConditions() {
        Filter expected = Filter.equal("a", "1").and(Filter.present("b")).and(Filter.in("c", List.of("x")));
        assertEquals(expected, FilterText.parse("a = 1 and b present AND c in (x)"));
    }

    @Test
    void quotesHoldAnything() {
        assertEquals(Filter.equal("the day", "it's \"5\""), FilterText.parse("\"the day\" = 'it''s \"5\"'"));
        assertEquals(Filter.equal("say \"x\"", ""), FilterText.parse("\"say \"\"x\"\"\" = ''"));
        assertEquals(Filter.equal("and", "and"), FilterText.parse("'and' = 'and'"));
        assertEquals(Filter.equal("a", "1' OR 1=1 --"), FilterText.parse("a = '1'' OR 1=1 --'"));
        assertEquals(Filter.in("a", List.of("x, y", "(")), FilterText.parse("a in ('x, y', '(')"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | it ends where a column should be",
                "a | it ends where =, >=, >, <=, <, in or present behind \"a\" should be",
                "a = | it ends where a value behind = should be",
                "a like b | \"like\" is no comparison",
                "a '=' b | \"=\" is no comparison",
                "a = b c = d | \"c\" stands where \"and\" should be",
                "a = b 'and' c = d | \"and\" stands where \"and\" should be",
                "a = b or c = d | \"or\" stands where \"and\" should be",
                "a = b and | it ends where a column should be",
                "= b | \"=\" stands where a column should be",
                "a in b | \"b\" stands where \"(\" should be",
                "a in () | \")\" stands where a value should be",
                "a in (b | it ends where \")\" should be",
                "a = 'b | \"'b\" is a quote that does not end"
            })
    void whatIsWrongIsSaid(String text, String why) {
        Exception thrown = assertThrows(IllegalArgumentException.class, () -> FilterText.parse(text));
        assertEquals(
                "The condition \"" + text + "\" cannot be read: " + why
                        + ". Write COLUMN = VALUE (also >= > <= <), COLUMN in (VALUE, VALUE), or COLUMN present, with \"and\""
                        + " between several; put names and values with blanks or signs in quotes.",
                thrown.getMessage());
    }
}
