package io.github.tiercel.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreDifferenceTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, true",
        "0.25, 0.25, 0, true",
        "-0.0, 0, 0, true",
        "0.5, 0.500009, 9e-6, true",
        "0.5, 0.500011, 1.1e-5, false",
        "0, 1e-5, 1e-5, true",
        "-1e-5, 1e-5, 2e-5, false",
        "1e6, 1000009, 9, true",
        "1e6, 1000011, 11, false",
        "1e6, 1000010.00005, 10.00005, true",
        "1e6, 1000010.0002, 10.0002, false",
        "Infinity, Infinity, 0, true",
        "-Infinity, -Infinity, 0, true",
        "Infinity, -Infinity, Infinity, false",
        "Infinity, 1.7976931348623157E308, Infinity, false",
        "1, -Infinity, Infinity, false",
        "1.7976931348623157E308, -1.7976931348623157E308, Infinity, false",
        "4.9e-324, -4.9e-324, 1e-323, true"
    })
    void isRoundingUpToTheTolerance(double one, double other, double largest, boolean isRounding) {
        for (ScoreDifference found : new ScoreDifference[] {between(one, other), between(other, one)}) {
            assertEquals(largest, found.largest(), 1e-9 * Math.min(largest, 1e6));
            assertEquals(isRounding, found.isRounding());
        }
    }

    @Test
    void isThatOfTheSharedPositionsOfAllOutputs() {
        ScoreBlock one = ScoreBlock.of(10, new double[][] {{0, 0, 0}, {0, 0, 0}});
        ScoreBlock other = ScoreBlock.of(11, new double[][] {{0, 0, 9}, {0, 0.5, 9}});
        assertEquals(new ScoreDifference(0.5, false), ScoreDifference.between(one, other));
        assertEquals(new ScoreDifference(0.5, false), ScoreDifference.between(other, one));
        ScoreBlock elsewhere = ScoreBlock.of(13, new double[][] {{1}, {1}});
        assertEquals(ScoreDifference.NONE, ScoreDifference.between(one, elsewhere));
    }

    /** A large difference may be rounding where a small one is none. */
    @Test
    void oneThatIsNoRoundingOutweighsALargerOneThatIs() {
        ScoreBlock one = ScoreBlock.of(0, new double[][] {{1e9, 0}});
        ScoreBlock other = ScoreBlock.of(0, new double[][] {{1e9 + 100, 1e-3}});
        assertEquals(new ScoreDifference(100, false), ScoreDifference.between(one, other));
    }

    @Test
    void floatsAreComparedAsTheyAre() {
        ScoreBlock one = ScoreBlock.of(0, new float[][] {{0.1f}});
        ScoreBlock other = ScoreBlock.of(0, new float[][] {{Math.nextUp(0.1f)}});
        assertEquals(new ScoreDifference((double) Math.nextUp(0.1f) - 0.1f, true), ScoreDifference.between(one, other));
    }

    private static ScoreDifference between(double one, double other) {
        return ScoreDifference.between(
                ScoreBlock.of(0, new double[][] {{one}}), ScoreBlock.of(0, new double[][] {{other}}));
    }
}
