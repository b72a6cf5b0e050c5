package io.github.tiercel.sampling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference numbers from independent Python code: Cochran's formulas, bisection on Hanley and McNeil's, Boyd's. */
class RequiredRowsTest {

    private static final double LEVEL = 0.95;

    @ParameterizedTest
    @CsvSource({"0.9, 0.01, 10000, 2570", "0.5, 0.005, 200000, 32226"})
    void sharesInAFiniteSetEqualTheReference(double share, double halfWidth, int all, int expected) {
        assertEquals(expected, RequiredRows.ofShare(share, halfWidth, LEVEL).among(all));
    }

    @Test
    void sharesInTheWorldEqualTheReference() {
        assertEquals(9508, RequiredRows.ofShare(0.99, 0.002, LEVEL).rows());
        assertEquals(
                "RequiredRows[9508]", RequiredRows.ofShare(0.99, 0.002, LEVEL).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "0.8, 0.5, 0.02, 1880",
        "0.8, 0.1, 0.02, 7115",
        "0.9, 0.05, 0.01, 33086",
        "0.95, 0.01, 0.01, 88985",
        "0.7, 0.02, 0.02, 41998"
    })
    void rocAucEqualsTheReference(double auc, double prevalence, double halfWidth, long expected) {
        assertEquals(
                expected,
                RequiredRows.ofRocAuc(auc, prevalence, halfWidth, LEVEL).rows());
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.02, 2017", "0.5, 0.02, 2401", "0.8, 0.01, 6147"})
    void positivesOfAveragePrecisionEqualTheReference(double value, double halfWidth, long expected) {
        assertEquals(
                expected,
                RequiredRows.ofAveragePrecision(value, 1, halfWidth, LEVEL).rows());
        long fromRows =
                RequiredRows.ofAveragePrecision(value, 0.01, halfWidth, LEVEL).rows();
        assertEquals((double) expected, fromRows / 100.0, 1);
    }

    @Test
    void aShareIsAMeanOfNoughtsAndOnes() {
        assertEquals(
                RequiredRows.ofShare(0.3, 0.01, LEVEL).rows(),
                RequiredRows.ofMean(Math.sqrt(0.3 * 0.7), 0.01, LEVEL).rows());
        assertEquals(
                RequiredRows.ofMean(0.2, 0.01, LEVEL).rows(),
                RequiredRows.ofDifference(0.2, 0.01, LEVEL).rows());
    }

    @Test
    void withoutSpreadOneRowIsEnough() {
        assertEquals(1, RequiredRows.ofMean(0, 0.01, LEVEL).rows());
        assertEquals(1, RequiredRows.ofMean(0, 0.01, LEVEL).among(1000));
        assertEquals(1, RequiredRows.ofShare(1, 0.01, LEVEL).rows());
    }

    @Test
    void whatNoSetHoldsIsNotOverflow() {
        assertEquals(
                1_000_000_000_000_000L, RequiredRows.ofMean(1, 1e-200, LEVEL).rows());
        assertEquals(Integer.MAX_VALUE, RequiredRows.ofMean(1, 1e-200, LEVEL).among(Integer.MAX_VALUE));
    }

    @Test
    void rocAucNeedsARowOfEachClass() {
        assertEquals(100, RequiredRows.ofRocAuc(0.8, 0.01, 1, LEVEL).rows());
    }

    @Test
    void argumentsMustBeInRange() {
        assertMessage("share must be in [0, 1], got 1.1", () -> RequiredRows.ofShare(1.1, 0.01, LEVEL));
        assertMessage("halfWidth must be above 0, got 0.0", () -> RequiredRows.ofShare(0.5, 0, LEVEL));
        assertMessage("halfWidth must be above 0, got NaN", () -> RequiredRows.ofShare(0.5, Double.NaN, LEVEL));
        assertMessage("level must be in (0, 1), got 1.0", () -> RequiredRows.ofShare(0.5, 0.01, 1));
        assertMessage("deviation must be finite and at least 0, got -1.0", () -> RequiredRows.ofMean(-1, 0.01, LEVEL));
        assertMessage("auc must be in [0.5, 1), got 1.0", () -> RequiredRows.ofRocAuc(1, 0.5, 0.01, LEVEL));
        assertMessage("prevalence must be in (0, 1), got 0.0", () -> RequiredRows.ofRocAuc(0.8, 0, 0.01, LEVEL));
        assertMessage(
                "averagePrecision must be in [0, 1], got NaN",
                () -> RequiredRows.ofAveragePrecision(Double.NaN, 0.5, 0.01, LEVEL));
        assertMessage(
                "prevalence must be in (0, 1], got 0.0", () -> RequiredRows.ofAveragePrecision(0.5, 0, 0.01, LEVEL));
        assertMessage("all must be at least 1, got 0", () -> RequiredRows.ofMean(1, 0.01, LEVEL)
                .among(0));
    }

    private static void assertMessage(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
