package io.github.tiercel.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ScoreDifferenceProperties {

    /** Two scores: any, or near each other by as much as the tolerance allows. */
    @Provide
    Arbitrary<double[]> pairs() {
        Arbitrary<Double> any = Arbitraries.oneOf(
                Arbitraries.doubles().ofScale(12).between(-1e6, 1e6),
                Arbitraries.of(0.0, -0.0, 1.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.POSITIVE_INFINITY));
        Arbitrary<Double> near = Arbitraries.doubles().ofScale(12).between(-2e-5, 2e-5);
        return Arbitraries.oneOf(
                Combinators.combine(any, any).as((one, other) -> new double[] {one, other}),
                Combinators.combine(any, near)
                        .as((one, part) -> new double[] {one, one + part * Math.max(1, Math.min(one, 1e6))}));
    }

    @Property(seed = "31", tries = 2000)
    void isTheSameBothWays(@ForAll("pairs") double[] scores) {
        ScoreDifference difference = between(scores[0], scores[1]);
        assertEquals(difference, between(scores[1], scores[0]));
        assertEquals(difference, between(-scores[0], -scores[1]));
        assertTrue(difference.largest() >= 0);
    }

    @Property(seed = "32", tries = 500)
    void theLargerOfTwoIsTheSameInAnyOrder(@ForAll("pairs") double[] one, @ForAll("pairs") double[] other) {
        ScoreDifference first = between(one[0], one[1]);
        ScoreDifference second = between(other[0], other[1]);
        assertEquals(first.or(second), second.or(first));
        assertEquals(first, first.or(first).or(ScoreDifference.NONE));
        assertEquals(first.isRounding() && second.isRounding(), first.or(second).isRounding());
    }

    private static ScoreDifference between(double one, double other) {
        return ScoreDifference.between(
                ScoreBlock.of(0, new double[][] {{one}}), ScoreBlock.of(0, new double[][] {{other}}));
    }
}
