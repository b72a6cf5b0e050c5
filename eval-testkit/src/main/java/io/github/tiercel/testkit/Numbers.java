package io.github.tiercel.testkit;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Scores and labels of the sorts that break metrics. */
final class Numbers {

    /** 0, 0.25, 0.5, 0.75 and 1: most of them tied. */
    static final Arbitrary<Double> FEW_LEVELS =
            Arbitraries.integers().between(0, 4).map(level -> level / 4.0);

    static final Arbitrary<Double> PERCENTS =
            Arbitraries.integers().between(0, 100).map(percent -> percent / 100.0);

    static final Arbitrary<Double> UNIT_INTERVAL =
            Arbitraries.doubles().between(0, 1).ofScale(9);

    /** From -10 to 10. */
    static final Arbitrary<Double> LOGITS =
            Arbitraries.integers().between(-40, 40).map(quarter -> quarter / 4.0);

    /** From -1000 to 1000, no two alike as a rule. */
    static final Arbitrary<Double> DECIMALS =
            Arbitraries.doubles().between(-1000, 1000).ofScale(3);

    /** Infinite, huge, tiny, and zeros of both signs. */
    static final Arbitrary<Double> EXTREMES = Arbitraries.of(
            0.0, 0.5, 1.0, -0.0, -1.0, 1e-200, 1e200, -1e200, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    private Numbers() {}
}
