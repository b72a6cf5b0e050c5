package io.github.tiercel.metrics.binary;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.CompensatedSum;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogProductTest {

    private static final double SMALLEST = 0x1p-53;

    /** Of the sum of logarithms; one product more or less is rounded to half of 2^-52. */
    private static final double TOLERANCE = 1e-15;

    @Test
    void theLogarithmOfNothingIsZero() {
        assertEquals(0.0, new LogProduct().log());
    }

    @Test
    void onesGiveExactlyZero() {
        LogProduct product = new LogProduct();
        for (int i = 0; i < 1000; i++) {
            product.multiply(new double[] {1}, 1);
            assertEquals(0.0, product.log());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 31, 32, 33, 63, 64, 1000, 1024, 10_000})
    void itIsTheSumOfLogarithms(int factors) {
        assertSum(factors, u -> 1 - u);
        assertSum(factors, u -> Math.max(SMALLEST, u * u * u * u));
        assertSum(factors, u -> Math.max(SMALLEST, StrictMath.exp(-40 * u)));
        assertSum(factors, u -> u < 0.5 ? SMALLEST : 0.9);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 32, 33, 1024, 10_000})
    void theSmallestFactorsNeverUnderflow(int factors) {
        assertSum(factors, u -> SMALLEST);
        assertSum(factors, u -> LogLoss.DEFAULT_CLIP);
        assertSum(factors, u -> Math.nextUp(SMALLEST));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 32, 100, 1024})
    void nearOneEachFactorIsOffByOneRoundingAtMost(int factors) {
        for (double distance : new double[] {0x1p-53, 0x1p-52, 1e-15, 1e-12, 1e-6}) {
            double[] terms = terms(factors, u -> 1 - distance * u);
            // The product is rounded to half of 2^-52 at each factor: that much of its logarithm, however small it is.
            assertEquals(sum(terms), product(terms).log(), factors * 0x1p-53 + TOLERANCE * Math.abs(sum(terms)));
        }
    }

    @Test
    void askingInBetweenChangesTheRoundingAtMost() {
        LogProduct asked = new LogProduct();
        double[] terms = terms(1000, u -> 1 - u);
        for (double term : terms) {
            asked.multiply(new double[] {term}, 1);
            asked.log();
        }
        assertEquals(sum(terms), asked.log(), TOLERANCE * Math.abs(sum(terms)));
    }

    private static void assertSum(int factors, DoubleUnaryOperator factor) {
        double[] terms = terms(factors, factor);
        double expected = sum(terms);
        assertEquals(expected, product(terms).log(), TOLERANCE * Math.abs(expected));
    }

    private static double[] terms(int factors, DoubleUnaryOperator factor) {
        SplittableRandom random = new SplittableRandom(factors);
        return random.doubles(factors).map(factor).toArray();
    }

    private static LogProduct product(double[] terms) {
        LogProduct product = new LogProduct();
        for (int from = 0; from < terms.length; from += LogProduct.FACTORS) {
            double[] some = Arrays.copyOfRange(terms, from, Math.min(terms.length, from + LogProduct.FACTORS));
            product.multiply(some, some.length);
        }
        return product;
    }

    private static double sum(double[] terms) {
        CompensatedSum sum = new CompensatedSum();
        for (double term : terms) {
            sum.add(StrictMath.log(term));
        }
        return sum.value();
    }
}
