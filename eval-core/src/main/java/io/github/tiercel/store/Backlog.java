package io.github.tiercel.store;

import java.time.Duration;

/**
 * What is on its way to the disk, and how much of it there may be: bounded in bytes, or memory would run out, and in
 * work, because that much would be lost with the process. Safe for use by several threads.
 */
final class Backlog {

    private final long mostBytes;
    private final Duration mostWork;
    private Load waiting = Load.NONE;

    Backlog(long mostBytes, Duration mostWork) {
        this.mostBytes = mostBytes;
        this.mostWork = mostWork;
    }

    /** Scores that are to be written: their size, and how long the model took for them. */
    record Load(long bytes, long nanos) {

        static final Load NONE = new Load(0, 0);

        Load plus(Load other) {
            return new Load(bytes + other.bytes, nanos + other.nanos);
        }

        Load minus(Load other) {
            return new Load(bytes - other.bytes, nanos - other.nanos);
        }
    }

    /**
     * Adds a load, waiting for room if need be: whatever is added to nothing fits. An interrupt meanwhile is kept for
     * afterwards.
     *
     * @return whether there was room in time
     */
    synchronized boolean add(Load load, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean interrupted = false;
        while (!fits(load)) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                break;
            }
            try {
                wait(1 + left / 1_000_000);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        boolean fits = fits(load);
        waiting = fits ? waiting.plus(load) : waiting;
        return fits;
    }

    private boolean fits(Load load) {
        Load all = waiting.plus(load);
        return waiting.equals(Load.NONE) || (all.bytes() <= mostBytes && all.nanos() <= mostWork.toNanos());
    }

    /** The time that models took for what waits. */
    synchronized long nanos() {
        return waiting.nanos();
    }

    synchronized void remove(Load load) {
        waiting = waiting.minus(load);
        notifyAll();
    }
}
