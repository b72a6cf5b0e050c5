package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.apache.commons.math3.distribution.BinomialDistribution;

class QuantileRanksProperties {

    /** The two ways to decide that a limit is kept are one. */
    @Property(seed = "1", tries = 1000)
    void theUpperEndIsAtMostTheLimitWhenTheTailTestSaysSo(
            @ForAll @IntRange(min = 1, max = 3000) int n,
            @ForAll @Scale(4) @DoubleRange(min = 0.5, max = 0.999) double q,
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.2) double alpha,
            @ForAll long seed,
            @ForAll @IntRange(max = 60) int fromTop) {
        long[] values = new SplittableRandom(seed).longs(n, 0, 1000).sorted().toArray();
        long limit = values[Math.max(0, n - 1 - fromTop)];
        long above = Arrays.stream(values).filter(value -> value > limit).count();
        boolean kept = new BinomialDistribution(null, n, 1 - q).cumulativeProbability((int) above) <= alpha;
        OptionalLong rank = new QuantileRanks(q, alpha).upper(n);
        assertEquals(kept, rank.isPresent() && values[(int) rank.getAsLong() - 1] <= limit);
    }

    @Property(seed = "2", tries = 500)
    void moreAboveNeedMoreValues(
            @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.99) double q,
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.4) double alpha,
            @ForAll @IntRange(max = 50) int above) {
        QuantileRanks ranks = new QuantileRanks(q, alpha);
        long needed = ranks.valuesNeeded(above);
        assertTrue(ranks.mostAbove(needed).orElse(-1) >= above);
        assertTrue(ranks.mostAbove(needed - 1).orElse(-1) < above);
        assertTrue(ranks.valuesNeeded(above + 1) > needed);
    }

    @Property(seed = "3", tries = 500)
    void theLowerEndIsBelowTheUpper(
            @ForAll @IntRange(max = 100_000) int n,
            @ForAll @Scale(4) @DoubleRange(min = 0.01, max = 0.99) double q,
            @ForAll @Scale(4) @DoubleRange(min = 0.001, max = 0.4) double alpha) {
        QuantileRanks ranks = new QuantileRanks(q, alpha);
        assertTrue(ranks.lower(n).orElse(0) < ranks.upper(n).orElse(n + 1L));
    }
}
