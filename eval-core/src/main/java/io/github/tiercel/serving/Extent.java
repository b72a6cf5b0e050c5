package io.github.tiercel.serving;

/**
 * How long to go on calling: until there were enough calls and enough time has passed, but no longer than there is
 * time.
 */
record Extent(long calls, long nanos, long mostNanos) {

    boolean isReached(long madeCalls, long passedNanos) {
        return madeCalls >= calls && passedNanos >= nanos;
    }

    boolean isOver(long passedNanos) {
        return passedNanos >= mostNanos;
    }

    Extent within(long leftNanos) {
        return new Extent(calls, nanos, Math.min(mostNanos, leftNanos));
    }
}
