package io.github.tiercel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CompensatedSumTest {

    @Test
    void termsLostToALargeOneComeBack() {
        assertEquals(2, sum(1, 1e100, 1, -1e100));
    }

    @Test
    void tenMillionTenthsHaveNoDrift() {
        CompensatedSum sum = new CompensatedSum();
        for (int i = 0; i < 10_000_000; i++) {
            sum.add(0.1);
        }
        assertEquals(1e6, sum.value());
    }

    @Test
    void infiniteTermsGiveAnInfiniteSum() {
        assertEquals(Double.POSITIVE_INFINITY, sum(1, Double.POSITIVE_INFINITY, 1));
        assertEquals(Double.NEGATIVE_INFINITY, sum(Double.NEGATIVE_INFINITY, 1e300));
        assertEquals(Double.NaN, sum(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY));
    }

    @Test
    void overflowGivesInfinity() {
        assertEquals(Double.POSITIVE_INFINITY, sum(Double.MAX_VALUE, Double.MAX_VALUE));
    }

    @Test
    void nothingSumsToZero() {
        assertEquals(0, new CompensatedSum().value());
    }

    private static double sum(double... terms) {
        CompensatedSum sum = new CompensatedSum();
        for (double term : terms) {
            sum.add(term);
        }
        return sum.value();
    }
}
