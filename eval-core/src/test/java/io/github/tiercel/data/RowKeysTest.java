package io.github.tiercel.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowKeysTest {

    @Test
    void theSmallestKeyThatRepeatsIsNamedByItsId() {
        List<Integer> asked = new ArrayList<>();
        DataException thrown = assertThrows(
                DataException.class,
                () -> RowKeys.requireDistinct(new long[] {9, 4, 9, 7, 4, 4, 1}, "name", row -> {
                    asked.add(row);
                    return "ann";
                }));
        assertEquals("DUPLICATE_IDS", thrown.code());
        assertEquals(
                "Id \"ann\" in column \"name\" occurs 3 times (first at rows 2, 5, 6); 2 ids are repeated. Ids must be"
                        + " distinct, because sampling and comparison go by id: name a finer column, or leave the id out to"
                        + " go by position.",
                thrown.getMessage());
        assertEquals(List.of(1), asked);
    }

    @Test
    void distinctKeysAreNeverNamed() {
        RowKeys.requireDistinct(new long[] {3, -1, 0}, "name", row -> {
            throw new AssertionError("asked for row " + row);
        });
    }
}
