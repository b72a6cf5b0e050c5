package io.github.tiercel.metrics;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Values, ranges, directions, intervals and estimates. */
class VocabularyTest {

    private static final Interval INTERVAL = new Interval(0.2, 0.5, 0.95, "wilson");

    @Test
    void definedValueHasANumberAndNoReason() {
        Value value = Value.of(0.5);
        assertTrue(value.isDefined());
        assertEquals(0.5, value.orNaN());
        assertEquals(Optional.empty(), value.reason());
        assertEquals(new Value.Defined(0.5), value);
    }

    @Test
    void undefinedValueHasAReasonAndNoNumber() {
        Value value = Value.undefined(UndefinedReason.ONE_CLASS);
        assertFalse(value.isDefined());
        assertEquals(Double.NaN, value.orNaN());
        assertEquals(Optional.of(UndefinedReason.ONE_CLASS), value.reason());
    }

    @Test
    void definedValueIsNeverNaN() {
        assertRefused("number must not be NaN; an undefined value needs a reason", () -> Value.of(Double.NaN));
        assertEquals(
                Double.POSITIVE_INFINITY, Value.of(Double.POSITIVE_INFINITY).orNaN());
    }

    @Test
    void everyReasonIsAClauseOfItsOwn() {
        Set<String> sentences = new HashSet<>();
        for (UndefinedReason reason : UndefinedReason.values()) {
            String sentence = reason.sentence();
            assertTrue(sentences.add(sentence));
            assertTrue(Character.isLowerCase(sentence.charAt(0)) && !sentence.endsWith("."), sentence);
        }
    }

    @Test
    void rangeContainsItsEnds() {
        assertTrue(Range.UNIT.contains(0) && Range.UNIT.contains(1) && Range.UNIT.contains(-0.0));
        assertFalse(Range.UNIT.contains(Math.nextUp(1.0)));
        assertFalse(Range.UNIT.contains(Double.NaN));
        assertTrue(Range.NON_NEGATIVE.contains(Double.POSITIVE_INFINITY));
    }

    @Test
    void clampGivesTheNearestEnd() {
        assertEquals(-1, Range.CORRELATION.clamp(-7));
        assertEquals(1, Range.CORRELATION.clamp(Double.POSITIVE_INFINITY));
        assertEquals(0.25, Range.CORRELATION.clamp(0.25));
    }

    @Test
    void rangeNeedsALowerEndBelowTheUpperOne() {
        assertRefused("lower must be below upper, got 1.0 and 1.0", () -> new Range(1, 1));
        assertRefused("lower must be below upper, got NaN and 1.0", () -> new Range(Double.NaN, 1));
    }

    @Test
    void gainIsPositiveForAnImprovement() {
        assertEquals(0.5, Direction.HIGHER_IS_BETTER.gain(0.5));
        assertEquals(-0.5, Direction.LOWER_IS_BETTER.gain(0.5));
        assertTrue(Direction.HIGHER_IS_BETTER.isBetter(0.9, 0.8));
        assertTrue(Direction.LOWER_IS_BETTER.isBetter(0.8, 0.9));
        assertFalse(Direction.LOWER_IS_BETTER.isBetter(0.8, 0.8));
        assertFalse(Direction.HIGHER_IS_BETTER.isBetter(0.8, Double.NaN));
        assertFalse(Direction.HIGHER_IS_BETTER.isBetter(Double.NaN, 0.8));
    }

    @Test
    void intervalContainsItsEnds() {
        assertEquals(0.3, INTERVAL.width(), 1e-15);
        assertTrue(INTERVAL.contains(0.2) && INTERVAL.contains(0.5));
        assertFalse(INTERVAL.contains(0.51));
        assertFalse(INTERVAL.contains(0.19));
        assertFalse(INTERVAL.contains(Double.NaN));
    }

    @Test
    void intervalChecksEndsAndLevel() {
        assertRefused("lower must not be above upper, got 2.0 and 1.0", () -> new Interval(2, 1, 0.95, "t"));
        assertRefused("lower must not be above upper, got NaN and 1.0", () -> new Interval(Double.NaN, 1, 0.95, "t"));
        assertRefused("level must be in (0, 1), got 1.0", () -> new Interval(0, 1, 1, "t"));
        assertRefused("level must be in (0, 1), got 0.0", () -> new Interval(0, 1, 0, "t"));
        assertRefused("level must be in (0, 1), got NaN", () -> new Interval(0, 1, Double.NaN, "t"));
    }

    @Test
    void estimateCopiesItsFlags() {
        Set<EstimateFlag> flags = EnumSet.of(EstimateFlag.GUARDED);
        Estimate estimate = estimate(flags);
        flags.clear();
        assertEquals(Set.of(EstimateFlag.GUARDED), estimate.flags());
        assertThrows(UnsupportedOperationException.class, () -> estimate.flags().add(EstimateFlag.AT_THE_EDGE));
    }

    @Test
    void estimateWithAnotherIntervalKeepsTheRest() {
        Estimate estimate = estimate(Set.of());
        BootstrapInterval bootstrap =
                new BootstrapInterval(INTERVAL, 1000, 2, 0.001, 0.07, 0.004, "row-hashed", OptionalDouble.empty());
        Estimate both = estimate.withGate(INTERVAL).withBootstrap(bootstrap);
        assertEquals(Optional.of(INTERVAL), both.gate());
        assertEquals(Optional.of(bootstrap), both.bootstrap());
        assertEquals(estimate.value(), both.value());
        assertEquals(estimate.rows(), both.rows());
        assertEquals(estimate.positives(), both.positives());
        assertEquals(estimate.standardError(), both.standardError());
        assertEquals(estimate.population(), both.population());
        assertEquals(estimate.fullSet(), both.fullSet());
        assertEquals(estimate.metric(), both.metric());
        assertEquals(estimate.direction(), both.direction());
    }

    private static Estimate estimate(Set<EstimateFlag> flags) {
        return new Estimate(
                "recall",
                Direction.HIGHER_IS_BETTER,
                Value.of(0.3),
                Optional.of(INTERVAL),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.of(0.08),
                flags,
                40,
                12);
    }
}
