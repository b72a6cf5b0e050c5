package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SampleSizeProperties {

    @Property(seed = "42", tries = 300)
    void scheduleAscendsToAllRowsByAtMostDoubling(@ForAll @IntRange(min = 1, max = 100_000_000) int rows) {
        int[] schedule = SampleSize.schedule(rows);
        for (int i = 1; i < schedule.length; i++) {
            assertTrue(schedule[i] > schedule[i - 1]);
            assertTrue(schedule[i] <= 2 * schedule[i - 1]);
        }
        assertEquals(rows, schedule[schedule.length - 1]);
    }

    @Property(seed = "42", tries = 300)
    void fastTierIsAStepOfTheSchedule(@ForAll @IntRange(min = 1, max = 100_000_000) int rows) {
        int fast = SampleSize.fast(rows);
        assertTrue(Arrays.binarySearch(SampleSize.schedule(rows), fast) >= 0);
        assertTrue(fast >= Math.min(rows / 16.0, 65_536));
    }
}
