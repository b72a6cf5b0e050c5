package io.github.tiercel.metrics.calibration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class IsotonicRegressionProperties {

    private static final double TOLERANCE = 1e-12;

    @Provide
    Arbitrary<Tuple2<double[], double[]>> weighted() {
        Arbitrary<Double> numbers = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 3).map(Integer::doubleValue),
                Arbitraries.doubles().between(-10, 10).ofScale(6));
        Arbitrary<Double> weights = Arbitraries.oneOf(
                Arbitraries.integers().between(1, 3).map(Integer::doubleValue),
                Arbitraries.doubles().between(0.01, 100).ofScale(4));
        return Arbitraries.integers().between(0, 25).flatMap(size -> numbers.list()
                .ofSize(size)
                .flatMap(y -> weights.list().ofSize(size).map(w -> Tuple.of(array(y), array(w)))));
    }

    @Property(seed = "42")
    void fitNeverDecreases(@ForAll("weighted") Tuple2<double[], double[]> data) {
        double[] fit = fit(data);
        for (int i = 1; i < fit.length; i++) {
            assertTrue(fit[i] >= fit[i - 1], () -> Arrays.toString(fit));
        }
    }

    @Property(seed = "42")
    void fitKeepsTheMean(@ForAll("weighted") Tuple2<double[], double[]> data) {
        assertEquals(mean(data.get1(), data.get2()), mean(fit(data), data.get2()), 10 * TOLERANCE);
    }

    @Property(seed = "42")
    void fitIsItsOwnFitToTheBit(@ForAll("weighted") Tuple2<double[], double[]> data) {
        double[] fit = fit(data);
        assertArrayEquals(fit, IsotonicRegression.fit(fit, data.get2()));
    }

    /** f_i = max over j <= i of min over k >= i of the mean of j..k, which pools nothing. */
    @Property(seed = "42")
    void fitIsTheLargestOfSmallestMeans(@ForAll("weighted") Tuple2<double[], double[]> data) {
        double[] fit = fit(data);
        for (int i = 0; i < fit.length; i++) {
            double expected = Double.NEGATIVE_INFINITY;
            for (int j = 0; j <= i; j++) {
                double smallest = Double.POSITIVE_INFINITY;
                for (int k = i; k < fit.length; k++) {
                    smallest = Math.min(
                            smallest,
                            mean(Arrays.copyOfRange(data.get1(), j, k + 1), Arrays.copyOfRange(data.get2(), j, k + 1)));
                }
                expected = Math.max(expected, smallest);
            }
            assertEquals(expected, fit[i], 10 * TOLERANCE);
        }
    }

    private static double[] fit(Tuple2<double[], double[]> data) {
        return IsotonicRegression.fit(data.get1(), data.get2());
    }

    private static double mean(double[] values, double[] weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights[i] * values[i];
            total += weights[i];
        }
        return total == 0 ? 0 : sum / total;
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
