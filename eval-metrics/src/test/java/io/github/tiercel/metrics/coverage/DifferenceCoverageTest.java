package io.github.tiercel.metrics.coverage;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Intervals of the difference of two models on the same rows hold the true difference about as often as they say: 1,000
 * sets of 500 rows, 10 % positive. Bounds are 3.3 standard deviations (0.023) around 0.95; a right interval fails one
 * such test of a thousand, and the seed is fixed.
 */
class DifferenceCoverageTest {

    static List<BlurredPair> pairs() {
        return BlurredPair.differences();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void intervalsHoldTheTrueDifferenceAsOftenAsTheySay(BlurredPair pair) {
        Tally tally = pair.tally(1_000, 500);
        assertTrue(tally.coverage() >= 0.927 && tally.coverage() <= 0.973, () -> pair + " difference " + tally);
    }
}
