package io.github.tiercel.serving;

import java.math.BigDecimal;
import java.math.MathContext;

/** Nanoseconds in other units. */
final class Nanos {

    private static final double PER_MILLI = 1e6;
    private static final double PER_SECOND = 1e9;
    private static final double PER_MICRO = 1e3;

    private Nanos() {}

    static double millis(double nanos) {
        return nanos / PER_MILLI;
    }

    static double seconds(double nanos) {
        return nanos / PER_SECOND;
    }

    /** A time to three digits, for people: "12.1 ms". */
    static String text(double nanos) {
        if (nanos < PER_MICRO) {
            return digits(nanos) + " ns";
        }
        if (nanos < PER_MILLI) {
            return digits(nanos / PER_MICRO) + " us";
        }
        return nanos < PER_SECOND ? digits(nanos / PER_MILLI) + " ms" : digits(nanos / PER_SECOND) + " s";
    }

    static String digits(double number) {
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(3));
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }
}
