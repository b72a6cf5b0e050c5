package io.github.tiercel.inference;

import java.util.function.LongSupplier;

/**
 * How long threads were at work, as an integral over time, so that what they were not can be told for any stretch of
 * it. Safe for use by several threads.
 */
final class WorkerTime {

    private final LongSupplier clock;
    private long busy;
    private long since;
    private int working;

    WorkerTime(LongSupplier clock) {
        this.clock = clock;
        this.since = clock.getAsLong();
    }

    synchronized void begin() {
        advance();
        working++;
    }

    synchronized void end() {
        advance();
        working--;
    }

    /** {@return the nanoseconds of all threads together in which they were at work so far} */
    synchronized long nanos() {
        advance();
        return busy;
    }

    private void advance() {
        long now = clock.getAsLong();
        busy += working * (now - since);
        since = now;
    }
}
