package io.github.tiercel.training;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Both sides of early stopping at alpha 0.05: whether it is fooled by noise, and whether it sees a gain. A right rule
 * breaks each bound for less than one set of seeds in a thousand; seeds are fixed.
 */
@Tag("long")
class FalseImprovementTest {

    private static final int RUNS = 400;

    @Test
    void aPlateauIsSeldomTakenForImprovementAndAGainOfFiveStandardErrorsIsFound() {
        double error = SimulatedRun.standardError(100);
        for (StoppingStudy.Horizon horizon : StoppingStudy.Horizon.values()) {
            double fooled = StoppingStudy.fooled(horizon, new Random(1), RUNS);
            assertTrue(fooled <= 0.07, horizon + ": false improvements in " + fooled + " of runs");
            double found = StoppingStudy.found(horizon, 5 * error, new Random(2), RUNS);
            assertTrue(found >= 0.8, horizon + ": five standard errors found in " + found + " of runs");
        }
        // The test can fail: plain values are fooled in every run, and a gain of one standard error is overlooked.
        assertTrue(StoppingStudy.fooledByPlainValues(new Random(3), 50) > 0.9);
        assertTrue(StoppingStudy.found(StoppingStudy.Horizon.KNOWN, error, new Random(4), 100) < 0.3);
    }

    @Test
    void moreRowsWhereFewCannotTellFoolNobodyMoreOften() {
        double fooled = StoppingStudy.fooledWhileGrowing(new Random(5), 150);
        assertTrue(fooled <= 0.09, "false improvements in " + fooled + " of runs");
    }
}
