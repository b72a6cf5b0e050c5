package io.github.tiercel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class DerivativeProperties {

    private static final double TOLERANCE = 1e-11;

    @Property(seed = "42")
    void slopeOfARatioIsExactToElevenDigits(
            @ForAll @DoubleRange(min = -200, max = 200) double exponent,
            @ForAll @DoubleRange(min = -6, max = 6) double ratio) {
        double x = Math.pow(10, exponent);
        double other = x * Math.pow(10, ratio);
        double value = x / (x + other);
        assertEquals(value * (1 - value), x * Derivative.at(at -> at / (at + other), x), TOLERANCE);
    }

    @Property(seed = "42")
    void slopeOfARootIsExactToElevenDigitsHoweverSteep(@ForAll @DoubleRange(min = -200, max = 200) double exponent) {
        double x = Math.pow(10, exponent);
        assertEquals(0.5, x * Derivative.at(at -> Math.sqrt(at / x), x), TOLERANCE);
        assertEquals(-2, x * Derivative.at(at -> Math.pow(at / x, -2), x), 10 * TOLERANCE);
    }

    @Property(seed = "42", tries = 200)
    void slopeOfACubicIsExactButForRounding(@ForAll @DoubleRange(min = -3, max = 3) double exponent) {
        double x = Math.pow(10, exponent);
        double slope = Derivative.at(at -> 4 * at * at * at - at, x);
        assertEquals(12 * x * x - 1, slope, TOLERANCE * (12 * x * x + 1));
    }
}
