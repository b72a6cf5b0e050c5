package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.inference.ScoreBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SegmentCutterTest {

    private static final int BATCH = 1024;
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong clock = new AtomicLong();
    private final AtomicLong unwritten = new AtomicLong();
    private final List<Integer> ends = new ArrayList<>();
    private final SegmentCutter cutter =
            new SegmentCutter(BATCH, clock::get, unwritten::get, segment -> ends.add(segment.to()));
    private int next;

    private void batch() {
        cutter.add(ScoreBlock.of(next, new double[1][BATCH]));
        next += BATCH;
    }

    @Test
    void cutsAfterSoManyRows() {
        for (int batch = 0; batch < 130; batch++) {
            batch();
        }
        assertEquals(List.of(64 * BATCH, 128 * BATCH), ends);
        cutter.cut();
        assertEquals(List.of(64 * BATCH, 128 * BATCH, 130 * BATCH), ends);
    }

    @Test
    void cutsAfterFiveSeconds() {
        batch();
        clock.set(5 * SECOND - 1);
        batch();
        assertEquals(List.of(), ends);
        clock.set(5 * SECOND);
        batch();
        assertEquals(List.of(3 * BATCH), ends);
    }

    /** What waits for the disk would be lost with a process as well. */
    @Test
    void theSecondsCountFromTheFirstRowThatIsNotOnDisk() {
        unwritten.set(4 * SECOND);
        batch();
        clock.set(SECOND - 1);
        batch();
        assertEquals(List.of(), ends);
        clock.set(SECOND);
        batch();
        assertEquals(List.of(3 * BATCH), ends);
        unwritten.set(0);
        clock.set(2 * SECOND);
        batch();
        assertEquals(List.of(3 * BATCH), ends);
    }

    @Test
    void handsNothingOnWhereThereIsNothing() {
        cutter.cut();
        assertEquals(List.of(), ends);
    }
}
