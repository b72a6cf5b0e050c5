package io.github.tiercel.tribuo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class EpochScheduleProperties {

    @Property(tries = 500, seed = "1")
    void epochsEndWithTheFirstMinibatchThatCompletesTheirRows(
            @ForAll @IntRange(min = 1, max = 50) int rows,
            @ForAll @IntRange(min = 1, max = 60) int minibatchSize,
            @ForAll @IntRange(min = 0, max = 100) int more,
            @ForAll @IntRange(min = 1, max = 6) int epochs) {
        int rowsPerEpoch = minibatchSize + more;
        EpochSchedule schedule = new EpochSchedule(rows, minibatchSize, rowsPerEpoch);
        long minibatches = 0;
        int seen = 0;
        int before = 0;
        for (int pass = 0; pass < schedule.passes(epochs); pass++) {
            for (int row = 0; row < rows; row += minibatchSize) {
                minibatches++;
                seen += Math.min(minibatchSize, rows - row);
                int now = schedule.epochsAfter(minibatches);
                assertEquals(seen / rowsPerEpoch, now);
                assertTrue(now - before <= 1);
                before = now;
            }
        }
        assertTrue(before >= epochs);
    }

    @Property(tries = 100, seed = "2")
    void noPassIsPlannedInVain(
            @ForAll @IntRange(min = 1, max = 50) int rows,
            @ForAll @IntRange(min = 1, max = 100) int rowsPerEpoch,
            @ForAll @IntRange(min = 1, max = 6) int epochs) {
        int passes = new EpochSchedule(rows, 1, rowsPerEpoch).passes(epochs);
        assertTrue((passes - 1) * rows < epochs * rowsPerEpoch);
    }

    @Property(tries = 50, seed = "3")
    void aPassAnEpochNeedsAsManyPassesAsEpochs(
            @ForAll @IntRange(min = 1) int rows, @ForAll @IntRange(min = 1) int epochs) {
        assertEquals(epochs, new EpochSchedule(rows, 7, rows).passes(epochs));
    }
}
