package io.github.tiercel.metrics.interval;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.ReferenceTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProportionIntervalTest {

    static List<ReferenceTable.Row> shares() {
        return ReferenceTable.read("proportions.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("shares")
    void allAreThoseOfR(ReferenceTable.Row expected) {
        assertEnds(expected, "wilson", ProportionInterval.WILSON, 0.95);
        assertEnds(expected, "exact", ProportionInterval.CLOPPER_PEARSON, 0.95);
        assertEnds(expected, "jeffreys", ProportionInterval.JEFFREYS, 0.95);
        assertEnds(expected, "agresti_coull", ProportionInterval.AGRESTI_COULL, 0.95);
    }

    @ParameterizedTest
    @MethodSource("shares")
    void eachEndIsAOneSidedBound(ReferenceTable.Row expected) {
        assertEnds(expected, "one_sided", ProportionInterval.CLOPPER_PEARSON, 0.9);
    }

    private static void assertEnds(ReferenceTable.Row expected, String name, ProportionInterval kind, double level) {
        Interval interval = kind.of(expected.number("successes"), expected.number("trials"), level);
        assertEquals(expected.number(name + "_lower"), interval.lower(), expected.number("tolerance"), name);
        assertEquals(expected.number(name + "_upper"), interval.upper(), expected.number("tolerance"), name);
    }

    @Test
    void endsAreExactWithoutOrWithOnlySuccesses() {
        for (ProportionInterval kind : ProportionInterval.values()) {
            assertEquals(0, kind.of(0, 7, 0.95).lower());
            assertEquals(1, kind.of(7, 7, 0.95).upper());
            assertTrue(kind.of(0, 7, 0.95).upper() > 0);
            assertTrue(kind.of(7, 7, 0.95).lower() < 1);
        }
    }

    @Test
    void impossibleCountsAreRefused() {
        assertRefused(
                "successes must be in [0, trials] and trials above 0, got 3.0 of 2.0",
                () -> ProportionInterval.WILSON.of(3, 2, 0.95));
        assertRefused(
                "successes must be in [0, trials] and trials above 0, got 0.0 of 0.0",
                () -> ProportionInterval.CLOPPER_PEARSON.of(0, 0, 0.95));
        assertRefused(
                "successes must be in [0, trials] and trials above 0, got NaN of 2.0",
                () -> ProportionInterval.WILSON.of(Double.NaN, 2, 0.95));
    }
}
