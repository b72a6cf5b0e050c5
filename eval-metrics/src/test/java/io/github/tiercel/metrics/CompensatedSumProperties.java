package io.github.tiercel.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CompensatedSumProperties {

    @Provide
    Arbitrary<double[]> weights() {
        return Arbitraries.oneOf(
                        Arbitraries.doubles().between(0, 1),
                        Arbitraries.doubles().between(0, 1e12),
                        Arbitraries.of(1e-300, 1e-16, 1.0, 1e16, 1e300))
                .array(double[].class)
                .ofMaxSize(300);
    }

    @Provide
    Arbitrary<double[]> terms() {
        return Arbitraries.oneOf(
                        Arbitraries.doubles().between(-1, 1),
                        Arbitraries.doubles().between(-1e12, 1e12),
                        Arbitraries.of(-1e16, -1.0, 1.0, 1e16))
                .array(double[].class)
                .ofMaxSize(300);
    }

    @Property(seed = "42")
    void sumOfWeightsIsWithinAnUlpOfTheExactOne(@ForAll("weights") double[] weights) {
        double exact = exactSum(weights).doubleValue();
        assertEquals(exact, sum(weights), Math.ulp(exact));
    }

    @Property(seed = "42")
    void errorOfASumIsAnUlpOfTheSumAndAHairOfTheTerms(@ForAll("terms") double[] terms) {
        double exact = exactSum(terms).doubleValue();
        double sizes = 0;
        for (double term : terms) {
            sizes += Math.abs(term);
        }
        // Second-order bound n² u² sum |x| with u = 2^-53 and n = 300.
        assertEquals(exact, sum(terms), Math.ulp(exact) + 300.0 * 300.0 * 0x1p-106 * sizes);
    }

    private static double sum(double[] terms) {
        CompensatedSum sum = new CompensatedSum();
        for (double term : terms) {
            sum.add(term);
        }
        return sum.value();
    }

    private static BigDecimal exactSum(double[] terms) {
        BigDecimal sum = BigDecimal.ZERO;
        for (double term : terms) {
            sum = sum.add(new BigDecimal(term));
        }
        return sum;
    }
}
