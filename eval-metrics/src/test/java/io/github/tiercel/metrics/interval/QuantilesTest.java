package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Expected values are those of printed tables and of R 4.2.2 (qnorm, qt, pt, dnorm). */
class QuantilesTest {

    @Test
    void normalQuantilesAreThoseOfR() {
        assertEquals(1.959963984540054, Quantiles.normal(0.975), 1e-12);
        assertEquals(-1.959963984540054, Quantiles.normal(0.025), 1e-12);
        assertEquals(Double.NEGATIVE_INFINITY, Quantiles.normal(0));
        assertEquals(Double.POSITIVE_INFINITY, Quantiles.normal(1));
        assertEquals(0.975, Quantiles.normalProbability(1.959963984540054), 1e-15);
        assertEquals(0.3989422804014327, Quantiles.normalDensity(0), 1e-16);
    }

    @Test
    void studentQuantilesAreThoseOfR() {
        assertEquals(12.70620473617471, Quantiles.student(0.975, 1), 1e-9);
        assertEquals(2.085963447265837, Quantiles.student(0.975, 20), 1e-11);
        assertEquals(Quantiles.normal(0.975), Quantiles.student(0.975, 1e7));
        assertEquals(Quantiles.normal(0.975), Quantiles.student(0.975, Double.POSITIVE_INFINITY));
    }

    @Test
    void twoSidedProbabilityIsThatOfR() {
        assertEquals(0.05, Quantiles.twoSided(2.085963447265837, 20), 1e-12);
        assertEquals(0.05, Quantiles.twoSided(-1.959963984540054, Double.POSITIVE_INFINITY), 1e-12);
        assertEquals(1, Quantiles.twoSided(0, 5), 1e-15);
    }
}
