package io.github.tiercel.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.result.Verdict;
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

class InequalityProperties {

    private static final double LIMIT = 0.5;

    /** Ends on a coarse grid, so that they often touch the limit. */
    @Provide
    Arbitrary<Interval> intervals() {
        Arbitrary<Integer> end = Arbitraries.integers().between(-10, 30);
        return Combinators.combine(end, end)
                .as((a, b) -> new Interval(Math.min(a, b) / 20.0, Math.max(a, b) / 20.0, 0.95, "any"));
    }

    @Property(seed = "7")
    void theWholeIntervalDecides(@ForAll Inequality comparator, @ForAll("intervals") Interval interval) {
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
        for (Inequality[] pair :
                new Inequality[][] {{Inequality.AT_LEAST, Inequality.BELOW}, {Inequality.ABOVE, Inequality.AT_MOST}}) {
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
        assertEquals(Verdict.PASS, Inequality.AT_LEAST.judge(above, LIMIT));
        assertEquals(Verdict.INCONCLUSIVE, Inequality.ABOVE.judge(above, LIMIT));
        assertEquals(Verdict.INCONCLUSIVE, Inequality.AT_MOST.judge(above, LIMIT));
        assertEquals(Verdict.FAIL, Inequality.BELOW.judge(above, LIMIT));
        assertEquals(Verdict.INCONCLUSIVE, Inequality.AT_LEAST.judge(below, LIMIT));
        assertEquals(Verdict.FAIL, Inequality.ABOVE.judge(below, LIMIT));
        assertEquals(Verdict.PASS, Inequality.AT_MOST.judge(below, LIMIT));
        assertEquals(Verdict.INCONCLUSIVE, Inequality.BELOW.judge(below, LIMIT));
    }

    @Property(seed = "9")
    void halfTheDistanceNeedsFourTimesTheRows(
            @ForAll @IntRange(min = 100, max = 10_000) int rows,
            @ForAll @DoubleRange(min = 0.01, max = 0.05) double error) {
        double side = 1.959963984540054 * error;
        Interval interval = new Interval(0.5 - side, 0.5 + side, 0.95, "any");
        long far = needed(rows, error / 2, interval);
        long near = needed(rows, error / 4, interval);
        // Both are rounded up.
        assertTrue(Math.abs(near - 4 * far) <= 4, near + " is not four times " + far);
        // (1.96 + 0.84)^2 for half a standard error: 31.4 times the rows.
        assertEquals(4 * 7.848879734349086 * rows, (double) far, 1);
    }

    @Property(seed = "10")
    void moreRowsThanThereAreAreNeeded(
            @ForAll @IntRange(min = 1, max = 1000) int rows, @ForAll @DoubleRange(min = 0, max = 1) double limit) {
        Interval interval = new Interval(0.1, 0.9, 0.95, "any");
        OptionalLong needed = RowsNeeded.of(rows, 0.5, limit, interval);
        needed.ifPresent(number -> assertTrue(number > rows));
    }

    @Example
    void noNumberOfRowsDecidesAValueOnTheLimit() {
        Interval interval = new Interval(0.1, 0.9, 0.95, "any");
        assertEquals(OptionalLong.empty(), RowsNeeded.of(100, 0.5, 0.5, interval));
    }

    @Example
    void withoutAMistakeRowsGrowWithTheDistanceItself() {
        // 10 of 10 right: the interval reaches down by 0.3; a limit 0.01 away needs about 30 times the rows.
        Interval interval = new Interval(0.7, 1, 0.95, "any");
        assertEquals(300.0, (double) RowsNeeded.of(10, 1, 0.99, interval).orElseThrow(), 1);
    }

    @Example
    void theSideThatReachesOverTheLimitCounts() {
        Interval leaning = new Interval(0.4, 0.55, 0.95, "any");
        long below = RowsNeeded.of(100, 0.5, 0.45, leaning).orElseThrow();
        long above = RowsNeeded.of(100, 0.5, 0.55, leaning).orElseThrow();
        assertEquals(4.0, (double) below / above, 0.02);
    }

    private static long needed(int rows, double distance, Interval interval) {
        return RowsNeeded.of(rows, 0.5, 0.5 - distance, interval).orElseThrow();
    }
}
