package io.github.tiercel.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FilterTest {

    @Test
    void numbersAndTextAreTheSameCondition() {
        assertEquals(Filter.equal("late", "1"), Filter.equal("late", 1));
        assertEquals(Filter.atLeast("x", "0.5"), Filter.atLeast("x", 0.5));
        assertEquals(Filter.above("x", "0.5"), Filter.above("x", 0.5));
        assertEquals(Filter.atMost("x", "9007199254740993"), Filter.atMost("x", 9007199254740993L));
        assertEquals(Filter.below("x", "2"), Filter.below("x", 2));
        assertEquals(new Filter.In("late", List.of("1")), Filter.equal("late", "1"));
    }

    @Test
    void columnsAreNamedOnce() {
        Filter filter = Filter.equal("a", "x").and(Filter.present("b")).and(Filter.below("a", "y"));
        assertEquals(Set.of("a", "b"), filter.columns());
    }

    @Test
    void aListOfValuesIsCopied() {
        List<String> values = new ArrayList<>(List.of("x"));
        Filter filter = Filter.in("a", values);
        values.add("y");
        assertEquals(Filter.equal("a", "x"), filter);
    }

    @Test
    void aListWithoutValuesIsRefused() {
        assertEquals(
                "The filter on column \"a\" needs at least one value.",
                assertThrows(IllegalArgumentException.class, () -> Filter.in("a", List.of()))
                        .getMessage());
    }
}
