package io.github.tiercel.metrics.calibration;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class IsotonicRegressionTest {

    @Test
    void neighboursInTheWrongOrderArePooled() {
        assertArrayEquals(new double[] {1, 2.5, 2.5, 4}, IsotonicRegression.fit(new double[] {1, 3, 2, 4}));
    }

    @Test
    void numbersInOrderStayAsTheyAreToTheBit() {
        double[] ascending = {-1, 0.1, 0.1, 0.30000000000000004, 7};
        assertArrayEquals(ascending, IsotonicRegression.fit(ascending));
    }

    @Test
    void nothingHasNoFit() {
        assertEquals(0, IsotonicRegression.fit(new double[0]).length);
    }

    @Test
    void largeWeightsDoNotOverflow() {
        assertArrayEquals(
                new double[] {0.5, 0.5}, IsotonicRegression.fit(new double[] {1, 0}, new double[] {8e307, 8e307}));
    }

    @Test
    void argumentsAreChecked() {
        assertRefused(
                "y has 2 elements but weights has 1",
                () -> IsotonicRegression.fit(new double[] {1, 2}, new double[] {1}));
        assertRefused("y must be finite, got NaN at 1", () -> IsotonicRegression.fit(new double[] {1, Double.NaN}));
        assertRefused(
                "weights must be finite and above 0, got 0.0 at 1",
                () -> IsotonicRegression.fit(new double[] {1, 2}, new double[] {1, 0}));
    }
}
