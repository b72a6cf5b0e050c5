package io.github.tiercel.store;

import io.github.tiercel.inference.ScoreBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Joins the batches of a running inference into segments: one every 65,536 rows or 5 seconds, whichever comes first.
 * The seconds count from the first row that is not on disk, so that a disk that is slow does not let more be lost;
 * whoever takes the segments waits for it. A segment ends where a batch ends, so that whoever resumes goes on at a
 * batch boundary. One thread.
 */
final class SegmentCutter {

    static final int ROWS = 65_536;

    private static final long NANOS = 5_000_000_000L;

    private final int batchRows;
    private final LongSupplier clock;
    private final LongSupplier unwritten;
    private final Consumer<Segment> segments;
    private final List<ScoreBlock> batches = new ArrayList<>();
    private long start;
    private int rows;

    SegmentCutter(int batchRows, LongSupplier clock, LongSupplier unwritten, Consumer<Segment> segments) {
        this.batchRows = batchRows;
        this.clock = clock;
        this.unwritten = unwritten;
        this.segments = segments;
        this.start = clock.getAsLong();
    }

    void add(ScoreBlock batch) {
        batches.add(batch);
        rows += batch.rows();
        if (rows >= ROWS || clock.getAsLong() - start + unwritten.getAsLong() >= NANOS) {
            cut();
        }
    }

    /** Hands on what there is, if anything. */
    void cut() {
        if (batches.isEmpty()) {
            return;
        }
        long now = clock.getAsLong();
        segments.accept(new Segment(ScoreBlock.join(batches), batchRows, now - start));
        batches.clear();
        rows = 0;
        start = now;
    }
}
