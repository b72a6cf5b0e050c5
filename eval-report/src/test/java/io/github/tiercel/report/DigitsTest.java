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
        "-0.00004, 0.005, 0.0000",
        "12.3412, 0.5021, 12.34",
        "5.59, 0.28, 5.59",
        "1.0, 0.34, 1.000",
        "-3, 500, -3",
        "1234.5, 45, '1,235'",
        "1234567, 12345, '1,234,567'",
        "1.2345e-5, 1e-6, 1.23e-05",
        "9.87e-9, 1.2e-5, 0.0e-05",
        "3.4567e12, 2e9, 3.4567e+12",
        "3.4567e12, 2, 3.456700e+12"
    })
    void valueHasTwoDigitsOfItsMargin(double value, double margin, String text) {
        assertEquals(text, Digits.of(value, around(value, margin)).plain(value));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5000",
        "0, 0.000",
        "12.345, 12.35",
        "123456.789, '123,457'",
        "1e300, 1.000e+300",
        "-3.2e-8, -3.200e-08",
        "4.9e-324, 4.9e-324",
        "Infinity, inf",
        "-Infinity, -inf",
        "NaN, unknown"
    })
    void withoutAMarginFourDigitsAreShown(double value, String text) {
        assertEquals(text, Digits.of(value, Optional.empty()).plain(value));
    }

    @ParameterizedTest
    @CsvSource({
        "19.8431, 8.7123, 19.84 ± 8.71",
        "0.5, 0.25, 0.500 ± 0.250",
        "1e9, 3.5, 1.000000e+09 ± 3.50",
        "3.4567e12, 2e9, 3.45670e+12 ± 0.00200e+12",
        "1e9, 2000, '1.000000e+09 ± 2,000'",
        "5, 2e-8, 5.000000 ± 2.00e-08",
        "1e9, 0, 1.000e+09 ± 0",
        "-2e10, 1e300, -2.0e+10 ± 1.000e+300"
    })
    void aDeviationHasThreeDigitsWhateverItsMeanHas(double mean, double deviation, String text) {
        assertEquals(
                text,
                Digits.ofSpread(mean, deviation).plain(mean) + " ± "
                        + Digits.ofDeviation(mean, deviation).plain(deviation));
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
    void smallNumbersShareTheExponentOfTheirValue() {
        Digits digits = Digits.of(1.2e-5, around(1.2e-5, 4e-6));
        assertEquals("[0.80e-05, 1.60e-05]", digits.plain(new Interval(8e-6, 1.6e-5, 0.95, "any")));
        assertEquals("[0, +13.00e-05]", digits.signed(new Interval(0, 1.3e-4, 0.95, "any")));
        assertEquals("0.50", digits.plain(0.5));
        assertEquals("0.00e-05", digits.signed(-1e-9));
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
    @CsvSource({
        "0.0812, 0.0812",
        "0.123456789, 0.123457",
        "120, 120",
        "-4.5, -4.5",
        "0, 0.000",
        "2e-9, 2.000e-09",
        "Infinity, inf"
    })
    void thresholdsHaveNoIdleZeros(double threshold, String text) {
        assertEquals(text, Digits.toCopy(threshold));
    }

    private static Optional<Interval> around(double value, double margin) {
        return Optional.of(new Interval(value - margin, value + margin, 0.95, "any"));
    }
}
