package io.github.tiercel.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.Verdict;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ComparatorProperties {

    private static final double LIMIT = 0.5;

    /** Ends on a coarse grid, so that they often touch the limit. */
    @Provide
    Arbitrary<Interval> intervals() {
        Arbitrary<Integer> end = Arbitraries.integers().between(-10, 30);
        return Combinators.combine(end, end)
                .as((a, b) -> new Interval(Math.min(a, b) / 20.0, Math.max(a, b) / 20.0, 0.95, "any"));
    }

    @Property(seed = "7")
    void theWholeIntervalDecides(@ForAll Comparator comparator, @ForAll("intervals") Interval interval) {
        boolean all = true;
        boolean none = true;
        // Both ends and, where it lies between them, the limit itself are among these.
        double nearest = Math.max(interval.lower(), Math.min(interval.upper(), LIMIT));
        for (double value : new double[] {
            interval.lower(),
            (interval.lower() + nearest) / 2,
            nearest,
            (nearest + interval.upper()) / 2,
            interval.upper()
        }) {
            all &= comparator.holds(value, LIMIT);
            none &= !comparator.holds(value, LIMIT);
        }
        Verdict expected = all ? Verdict.PASS : none ? Verdict.FAIL : Verdict.INCONCLUSIVE;
        assertEquals(expected, comparator.judge(interval, LIMIT));
    }

    @Property(seed = "8")
    void oppositeRulesNeverBothPassNorBothFail(@ForAll("intervals") Interval interval) {
        for (Comparator[] pair :
                new Comparator[][] {{Comparator.AT_LEAST, Comparator.BELOW}, {Comparator.ABOVE, Comparator.AT_MOST}}) {
            Verdict one = pair[0].judge(interval, LIMIT);
            Verdict other = pair[1].judge(interval, LIMIT);
            assertEquals(one == Verdict.PASS, other == Verdict.FAIL);
            assertEquals(one == Verdict.INCONCLUSIVE, other == Verdict.INCONCLUSIVE);
        }
    }

    @Example
    void touchingEndsCountForAtLeastAndNotForAbove() {
        Interval above = new Interval(LIMIT, 0.7, 0.95, "any");
        Interval below = new Interval(0.3, LIMIT, 0.95, "any");
        assertEquals(Verdict.PASS, Comparator.AT_LEAST.judge(above, LIMIT));
        assertEquals(Verdict.INCONCLUSIVE, Comparator.ABOVE.judge(above, LIMIT));
        assertEquals(Verdict.INCONCLUSIVE, Comparator.AT_MOST.judge(above, LIMIT));
        assertEquals(Verdict.FAIL, Comparator.BELOW.judge(above, LIMIT));
        assertEquals(Verdict.INCONCLUSIVE, Comparator.AT_LEAST.judge(below, LIMIT));
        assertEquals(Verdict.FAIL, Comparator.ABOVE.judge(below, LIMIT));
        assertEquals(Verdict.PASS, Comparator.AT_MOST.judge(below, LIMIT));
        assertEquals(Verdict.INCONCLUSIVE, Comparator.BELOW.judge(below, LIMIT));
    }

    @Property(seed = "9")
    void halfTheDistanceNeedsFourTimesTheRows(
            @ForAll @IntRange(min = 100, max = 10_000) int rows,
            @ForAll @DoubleRange(min = 0.01, max = 0.05) double error) {
        Interval interval = new Interval(0.5 - 2 * error, 0.5 + 2 * error, 0.95, "any");
        long far = needed(rows, error / 2, error, interval);
        long near = needed(rows, error / 4, error, interval);
        // Both are rounded up.
        assertTrue(Math.abs(near - 4 * far) <= 4, near + " is not four times " + far);
        // (1.96 + 0.84)^2 for half a standard error: 31.4 times the rows.
        assertEquals(4 * 7.848879734349086 * rows, (double) far, 1);
    }

    @Property(seed = "10")
    void moreRowsThanThereAreAreNeeded(
            @ForAll @IntRange(min = 1, max = 1000) int rows, @ForAll @DoubleRange(min = 0, max = 1) double limit) {
        Interval interval = new Interval(0.1, 0.9, 0.95, "any");
        OptionalLong needed = RowsNeeded.of(rows, 0.5, limit, OptionalDouble.of(0.2), interval);
        needed.ifPresent(number -> assertTrue(number > rows));
    }

    @Example
    void noNumberOfRowsDecidesAValueOnTheLimit() {
        Interval interval = new Interval(0.1, 0.9, 0.95, "any");
        assertEquals(OptionalLong.empty(), RowsNeeded.of(100, 0.5, 0.5, OptionalDouble.of(0.2), interval));
    }

    @Example
    void withoutAMistakeRowsGrowWithTheDistanceItself() {
        // 10 of 10 right: the interval reaches down by 0.3; a limit 0.01 away needs about 30 times the rows.
        Interval interval = new Interval(0.7, 1, 0.95, "any");
        assertEquals(
                300.0,
                (double) RowsNeeded.of(10, 1, 0.99, OptionalDouble.of(0), interval)
                        .orElseThrow(),
                1);
        assertEquals(
                RowsNeeded.of(10, 1, 0.99, OptionalDouble.of(0), interval),
                RowsNeeded.of(10, 1, 0.99, OptionalDouble.empty(), interval));
    }

    private static long needed(int rows, double distance, double error, Interval interval) {
        return RowsNeeded.of(rows, 0.5, 0.5 - distance, OptionalDouble.of(error), interval)
                .orElseThrow();
    }
}
