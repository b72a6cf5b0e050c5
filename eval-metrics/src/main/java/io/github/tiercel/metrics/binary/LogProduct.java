package io.github.tiercel.metrics.binary;

/**
 * The logarithm of a product of many probabilities, for the price of multiplying them: a sum of logarithms.
 *
 * <p>Factors are multiplied in turn into four products, which need not wait for each other. After eight factors each,
 * the exponent of a product is taken out and added up as a whole number, so that no factor from 2^-53 up makes it
 * underflow. One logarithm is left to take. The relative error is that of a compensated sum of logarithms, about 2e-16,
 * and the result is the same on every platform.
 */
final class LogProduct {

    private static final int PRODUCTS = 4;
    private static final int FACTORS = 8;
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
    private int factors;

    /** Takes a factor in [2^-53, 1]. */
    void multiply(double factor) {
        double turned = first * factor;
        first = second;
        second = third;
        third = fourth;
        fourth = turned;
        if (++factors == PRODUCTS * FACTORS) {
            takeExponents();
        }
    }

    double log() {
        takeExponents();
        return StrictMath.log(first * second * third * fourth) + exponent * LN_2;
    }

    private void takeExponents() {
        first = mantissa(first);
        second = mantissa(second);
        third = mantissa(third);
        fourth = mantissa(fourth);
        factors = 0;
    }

    /** The product brought into [1, 2). */
    private double mantissa(double product) {
        long bits = Double.doubleToRawLongBits(product);
        exponent += (bits >>> FRACTION_BITS) - BIAS;
        return Double.longBitsToDouble((bits & FRACTION) | ONE);
    }
}
