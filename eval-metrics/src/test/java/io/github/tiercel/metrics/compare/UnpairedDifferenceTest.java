package io.github.tiercel.metrics.compare;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.interval.ProportionInterval;
import io.github.tiercel.metrics.interval.Quantiles;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UnpairedDifferenceTest {

    private static Estimate estimate(double value, Optional<Interval> gate, OptionalDouble standardError) {
        return estimate("accuracy", Value.of(value), gate, gate, standardError);
    }

    private static Estimate estimate(
            String metric,
            Value value,
            Optional<Interval> population,
            Optional<Interval> gate,
            OptionalDouble standardError) {
        return new Estimate(
                metric,
                Direction.HIGHER_IS_BETTER,
                value,
                population,
                Optional.empty(),
                gate,
                Optional.empty(),
                standardError,
                Set.of(),
                100,
                10);
    }

    private static Estimate normal(double value, double standardError, double level) {
        double side = Quantiles.normal((1 + level) / 2) * standardError;
        return estimate(
                value,
                Optional.of(new Interval(value - side, value + side, level, "normal")),
                OptionalDouble.of(standardError));
    }

    private static Estimate share(int successes, int trials) {
        Interval wilson = ProportionInterval.WILSON.of(successes, trials, 0.95);
        return estimate((double) successes / trials, Optional.of(wilson), OptionalDouble.empty());
    }

    private static Interval interval(Estimate candidate, Estimate baseline) {
        return UnpairedDifference.of(candidate, baseline).interval().orElseThrow();
    }

    @Test
    void normalErrorsAddAsVariancesDo() {
        Difference difference = UnpairedDifference.of(normal(0.8, 0.03, 0.95), normal(0.7, 0.04, 0.95));
        assertEquals(0.1, difference.value().orNaN(), 1e-15);
        assertEquals(0.05, difference.standardError().orElseThrow(), 1e-15);
        Interval interval = difference.interval().orElseThrow();
        assertEquals(0.1 - 1.959963984540054 * 0.05, interval.lower(), 1e-12);
        assertEquals(0.1 + 1.959963984540054 * 0.05, interval.upper(), 1e-12);
        assertEquals(0.95, interval.level());
        assertEquals("unpaired-mover", interval.method());
    }

    @Test
    void itIsUnpairedAndHasNoPValue() {
        Difference difference = UnpairedDifference.of(normal(0.8, 0.03, 0.95), normal(0.7, 0.04, 0.95));
        assertFalse(difference.paired());
        assertTrue(difference.pValue().isEmpty() && difference.method().isEmpty());
        assertEquals(Double.POSITIVE_INFINITY, difference.degreesOfFreedom());
        assertEquals(Direction.HIGHER_IS_BETTER, difference.direction());
    }

    /** Newcombe (1998), table II: 56 of 70 against 48 of 80 and 9 of 10 against 3 of 10, by his method 10. */
    @Test
    void sharesHaveTheIntervalOfNewcombe() {
        Interval first = interval(share(56, 70), share(48, 80));
        assertEquals(0.0524, first.lower(), 5e-5);
        assertEquals(0.3339, first.upper(), 5e-5);
        Interval second = interval(share(9, 10), share(3, 10));
        assertEquals(0.1705, second.lower(), 5e-5);
        assertEquals(0.8090, second.upper(), 5e-5);
        Interval newcombe = UnpairedProportions.newcombe(9, 10, 3, 10, 0.95);
        assertEquals(newcombe.lower(), second.lower(), 1e-15);
        assertEquals(newcombe.upper(), second.upper(), 1e-15);
    }

    @Test
    void errorThatIsNotKnownIsThatOfTheInterval() {
        Difference difference = UnpairedDifference.of(share(56, 70), share(48, 80));
        assertEquals((0.3339 - 0.0524) / 2 / 1.96, difference.standardError().orElseThrow(), 1e-4);
    }

    @Test
    void levelIsTheCandidates() {
        Interval both = interval(normal(0.8, 0.03, 0.95), normal(0.7, 0.04, 0.95));
        Interval mixed = interval(normal(0.8, 0.03, 0.95), normal(0.7, 0.04, 0.8));
        assertEquals(both.lower(), mixed.lower(), 1e-12);
        assertEquals(both.upper(), mixed.upper(), 1e-12);
        assertEquals(
                0.8, interval(normal(0.8, 0.03, 0.8), normal(0.7, 0.04, 0.95)).level());
    }

    @Test
    void intervalOfGatesComesFirst() {
        Optional<Interval> narrow = Optional.of(new Interval(0.79, 0.81, 0.95, "population"));
        Optional<Interval> wide = Optional.of(new Interval(0.7, 0.9, 0.95, "gate"));
        Estimate gated = estimate("accuracy", Value.of(0.8), narrow, wide, OptionalDouble.empty());
        Estimate ungated = estimate("accuracy", Value.of(0.8), narrow, Optional.empty(), OptionalDouble.empty());
        assertEquals(0.1 * Math.sqrt(2), interval(gated, gated).upper(), 1e-15);
        assertEquals(0.01 * Math.sqrt(2), interval(ungated, ungated).upper(), 1e-15);
    }

    @Test
    void valueOutsideItsIntervalReachesNoFurther() {
        Estimate outside =
                estimate(0.8, Optional.of(new Interval(0.5, 0.7, 0.95, "bootstrap-bca")), OptionalDouble.empty());
        Interval interval = interval(outside, normal(0.7, 0.01, 0.95));
        assertEquals(0.1 + 0.01 * Quantiles.normal(0.975), interval.upper(), 1e-12);
    }

    @Test
    void undefinedValueGivesItsReason() {
        Estimate none = estimate(
                "accuracy",
                Value.undefined(UndefinedReason.ONE_CLASS),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty());
        for (Difference difference :
                new Difference[] {UnpairedDifference.of(none, share(9, 10)), UnpairedDifference.of(share(9, 10), none)
                }) {
            assertEquals(UndefinedReason.ONE_CLASS, difference.value().reason().orElseThrow());
            assertTrue(difference.interval().isEmpty()
                    && difference.standardError().isEmpty());
        }
    }

    @Test
    void infiniteValuesDifferByInfinityOrByNothingThatIsKnown() {
        Estimate infinite = estimate(Double.POSITIVE_INFINITY, Optional.empty(), OptionalDouble.empty());
        Difference one = UnpairedDifference.of(infinite, share(9, 10));
        assertEquals(Double.POSITIVE_INFINITY, one.value().orNaN());
        assertTrue(one.interval().isEmpty());
        assertEquals(
                UndefinedReason.NOT_FINITE,
                UnpairedDifference.of(infinite, infinite).value().reason().orElseThrow());
    }

    @Test
    void oneWithoutAnIntervalLeavesTheDifferenceWithoutOne() {
        Estimate plain = estimate(0.8, Optional.empty(), OptionalDouble.empty());
        Difference difference = UnpairedDifference.of(share(9, 10), plain);
        assertEquals(0.1, difference.value().orNaN(), 1e-15);
        assertTrue(difference.interval().isEmpty() && difference.standardError().isEmpty());
    }

    @Test
    void anotherMetricIsRefused() {
        Estimate recall = estimate("recall", Value.of(0.5), Optional.empty(), Optional.empty(), OptionalDouble.empty());
        assertRefused(
                "candidate and baseline must be of one metric, got accuracy and recall",
                () -> UnpairedDifference.of(share(9, 10), recall));
    }
}
