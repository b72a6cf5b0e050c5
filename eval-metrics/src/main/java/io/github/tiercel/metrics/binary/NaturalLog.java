package io.github.tiercel.metrics.binary;

/**
 * The natural logarithm of normal positive numbers, made of additions and multiplications, so that it is the same on
 * every platform, which {@link Math#log} need not be, and faster.
 *
 * <p>With {@code x = 2^k z}, z from about √½ to √2, c the nearest number of seven fraction bits, and {@code r = (z - c)
 * / c}: {@code ln x = k ln 2 + ln c + r - r²/2 + r³/3 - ... + r⁷/7}, of which the rest is below 2^-56 of r. Inverses
 * and logarithms of the 128 numbers c are tabulated. Within two units in the last place, also near 1, where c is 1 and
 * z - 1 exact.
 *
 * <p>Source: P. T. P. Tang, ACM Transactions on Mathematical Software 16 (1990), doi:10.1145/98267.98294.
 */
final class NaturalLog {

    private static final int FRACTION_BITS = 52;
    private static final int TABLE_BITS = 7;
    private static final int STEP = FRACTION_BITS - TABLE_BITS;

    /** The bits of 45/64, the least of the numbers c. */
    private static final long LEAST = 0x3FE6800000000000L;

    /** So few bits that whole multiples up to 1,100 are exact. */
    private static final double LN_2_HIGH = 0x1.62e42feep-1;

    private static final double LN_2_LOW = 0x1.a39ef35793c76p-33;

    private static final double[] INVERSES = new double[1 << TABLE_BITS];
    private static final double[] LOGARITHMS = new double[1 << TABLE_BITS];

    static {
        for (int i = 0; i < INVERSES.length; i++) {
            double c = Double.longBitsToDouble(LEAST + ((long) i << STEP));
            INVERSES[i] = 1 / c;
            LOGARITHMS[i] = StrictMath.log(c);
        }
    }

    private NaturalLog() {}

    static double of(double x) {
        long bits = Double.doubleToRawLongBits(x);
        long steps = (bits - LEAST + (1L << (STEP - 1))) >> STEP;
        long exponent = steps >> TABLE_BITS;
        int i = (int) steps & (INVERSES.length - 1);
        double z = Double.longBitsToDouble(bits - (exponent << FRACTION_BITS));
        double c = Double.longBitsToDouble(LEAST + ((long) i << STEP));
        double r = (z - c) * INVERSES[i];
        double q = r * r;
        double rest = q * (-1.0 / 2 + r * (1.0 / 3) + q * (-1.0 / 4 + r * (1.0 / 5) + q * (-1.0 / 6 + r * (1.0 / 7))));
        return (exponent * LN_2_HIGH + LOGARITHMS[i]) + (r + (rest + exponent * LN_2_LOW));
    }
}
