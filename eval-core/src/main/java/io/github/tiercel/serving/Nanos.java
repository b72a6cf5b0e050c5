package io.github.tiercel.serving;

import java.time.Duration;

/** Nanoseconds, and these in other units. */
final class Nanos {

    private static final double PER_MICRO = 1e3;
    private static final double PER_MILLI = 1e6;
    private static final double PER_SECOND = 1e9;

    /** About 18 years: sums and small multiples of it can still be told. */
    private static final Duration LONGEST = Duration.ofNanos(Long.MAX_VALUE / 16);

    private Nanos() {}

    /** {@return the nanoseconds of a time; of one that nobody lives to see, those of 18 years} */
    static long of(Duration time) {
        return (time.compareTo(LONGEST) < 0 ? time : LONGEST).toNanos();
    }

    static double millis(double nanos) {
        return nanos / PER_MILLI;
    }

    static double millis(long nanos) {
        return nanos / PER_MILLI;
    }

    static double seconds(long nanos) {
        return nanos / PER_SECOND;
    }

    /** A time to three digits, for people: "12.1 ms". */
    static String text(long nanos) {
        if (nanos < PER_MICRO) {
            return nanos + " ns";
        }
        if (nanos < PER_MILLI) {
            return Amounts.threeDigits(nanos / PER_MICRO) + " us";
        }
        return nanos < PER_SECOND
                ? Amounts.threeDigits(nanos / PER_MILLI) + " ms"
                : Amounts.threeDigits(nanos / PER_SECOND) + " s";
    }
}
