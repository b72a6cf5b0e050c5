package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class SampleSizeTest {

    @ParameterizedTest
    @CsvFileSource(resources = "sample_sizes.csv", useHeadersInDisplayName = true)
    void schedulesEqualTheReference(int rows, int count, String first, String last, int fast) {
        int[] schedule = SampleSize.schedule(rows);
        int[] head = ReferenceCase.ints(first);
        int[] tail = ReferenceCase.ints(last);
        assertEquals(count, schedule.length);
        assertArrayEquals(head, Arrays.copyOf(schedule, head.length));
        assertArrayEquals(tail, Arrays.copyOfRange(schedule, count - tail.length, count));
        assertEquals(fast, SampleSize.fast(rows));
    }

    @Test
    void mostRowsDoNotOverflow() {
        int[] schedule = SampleSize.schedule(Integer.MAX_VALUE);
        assertEquals(Integer.MAX_VALUE, schedule[schedule.length - 1]);
        assertEquals(65_536, SampleSize.fast(Integer.MAX_VALUE));
    }

    @Test
    void noRowsHaveOneEmptyStep() {
        assertEquals(0, SampleSize.fast(0));
        assertArrayEquals(new int[] {0}, SampleSize.schedule(0));
    }

    @Test
    void negativeNumberOfRowsIsRefused() {
        var fast = assertThrows(IllegalArgumentException.class, () -> SampleSize.fast(-1));
        assertEquals("rows must not be negative, got -1", fast.getMessage());
        var schedule = assertThrows(IllegalArgumentException.class, () -> SampleSize.schedule(-3));
        assertEquals("rows must not be negative, got -3", schedule.getMessage());
    }
}
