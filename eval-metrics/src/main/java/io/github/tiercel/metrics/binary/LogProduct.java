package io.github.tiercel.metrics.binary;

/**
 * The logarithm of a product of many probabilities, for the price of multiplying them: a sum of logarithms.
 *
 * <p>Factors are multiplied in turn into four products, which need not wait for each other. After at most 32 factors
 * the exponents of the products are taken out and added up as whole numbers, so that no factor from 2^-53 up makes it
 * underflow. One logarithm is left to take. The relative error is that of a compensated sum of logarithms, about 2e-16,
 * and the result is the same on every platform.
 */
final class LogProduct {

    /** How many factors are taken at most before exponents are. */
    static final int FACTORS = 32;

    private static final int PRODUCTS = 4;
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION = (1L << FRACTION_BITS) - 1;
    private static final int BIAS = 1023;
    private static final long ONE = (long) BIAS << FRACTION_BITS;
    private static final double LN_2 = StrictMath.log(2);

    private double first = 1;
    private double second = 1;
    private double third = 1;
    private double fourth = 1;
    private long exponent;

    /** Takes factors in [2^-53, 1], at most {@link #FACTORS} at once. */
    void multiply(double[] factors, int count) {
        double a = first;
        double b = second;
        double c = third;
        double d = fourth;
        int i = 0;
        for (; i + 3 < count; i += PRODUCTS) {
            a *= factors[i];
            b *= factors[i + 1];
            c *= factors[i + 2];
            d *= factors[i + 3];
        }
        for (; i < count; i++) {
            a *= factors[i];
        }
        first = mantissa(a);
        second = mantissa(b);
        third = mantissa(c);
        fourth = mantissa(d);
    }

    double log() {
        return StrictMath.log(first * second * third * fourth) + exponent * LN_2;
    }

    /** The product brought into [1, 2). */
    private double mantissa(double product) {
        long bits = Double.doubleToRawLongBits(product);
        exponent += (bits >>> FRACTION_BITS) - BIAS;
        return Double.longBitsToDouble((bits & FRACTION) | ONE);
    }
}
