package io.github.tiercel.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.Interval;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {

    @ParameterizedTest
    @CsvSource({
        "0.71659, 0.0083, 0.7166",
        "0.71659, 0.083, 0.717",
        "0.71659, 0.5, 0.717",
        "0.184782, 0.00046, 0.18478",
        "0.184782, 1e-9, 0.184782",
        "-0.00004, 0.005, 0.0000"
    })
    void valueHasTwoDigitsOfItsMargin(double value, double margin, String text) {
        assertEquals(text, Digits.of(value, around(value, margin)).plain(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5000",
        "0, 0.000",
        "123456.789, '123,456.789'",
        "1e300, 1.000e+300",
        "-3.2e-8, -3.2e-08",
        "Infinity, inf",
        "-Infinity, -inf",
        "NaN, unknown"
    })
    void withoutAMarginFourDigitsAreShown(double value, String text) {
        assertEquals(text, Digits.of(value, Optional.empty()).plain(value));
    }

    @Test
    void infiniteEndsAreOpenAndTheFiniteOneGivesTheMargin() {
        Interval interval = new Interval(Double.NEGATIVE_INFINITY, 0.0345, 0.95, "any");
        assertEquals(
                "(-inf, 0.034]",
                Digits.of(-0.3, Optional.of(interval))
                        .plain(new Interval(Double.NEGATIVE_INFINITY, 0.0341, 0.95, "any")));
    }

    @Test
    void differencesCarryTheirSignAndZeroHasNone() {
        Digits digits = new Digits(3);
        assertEquals("+0.010", digits.signed(0.01));
        assertEquals("-0.010", digits.signed(-0.01));
        assertEquals("0.000", digits.signed(-0.0001));
        assertEquals("[-0.010, +inf)", digits.signed(new Interval(-0.01, Double.POSITIVE_INFINITY, 0.95, "any")));
    }

    @Test
    void digitsGrowUntilANumberDiffersFromTheLimit() {
        assertEquals("0.71999", new Digits(3).telling(0.72, 0.71999).plain(0.71999));
        assertEquals("0.720", new Digits(3).telling(0.72, 0.72).plain(0.72));
        assertEquals(new Digits(6), new Digits(3).telling(0.72, 0.72 + 1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.0812, 0.0812", "0.123456789, 0.123457", "120, 120", "-4.5, -4.5", "0, 0.000", "Infinity, inf"})
    void thresholdsHaveNoIdleZeros(double threshold, String text) {
        assertEquals(text, Digits.toCopy(threshold));
    }

    private static Optional<Interval> around(double value, double margin) {
        return Optional.of(new Interval(value - margin, value + margin, 0.95, "any"));
    }
}
