package io.github.tiercel.evaluation;

/** Wall time in laps. */
final class Stopwatch {

    private static final double NANOS_PER_MILLI = 1e6;

    private long start = System.nanoTime();

    /** {@return the milliseconds since the last lap} */
    double lap() {
        long now = System.nanoTime();
        double millis = (now - start) / NANOS_PER_MILLI;
        start = now;
        return millis;
    }
}
