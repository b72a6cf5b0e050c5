package io.github.tiercel.metrics.compare;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.ReferenceTable.Row;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PairedCountsTest {

    static List<Row> mcnemar() {
        return ReferenceTable.read("mcnemar.csv").rows();
    }

    static List<Row> newcombe() {
        return ReferenceTable.read("newcombe.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("mcnemar")
    void allFormsOfMcNemarsTestAreThoseOfR(Row expected) {
        PairedCounts counts = new PairedCounts(
                (long) expected.number("both"),
                (long) expected.number("only_candidate"),
                (long) expected.number("only_baseline"),
                (long) expected.number("neither"));
        double tolerance = expected.number("tolerance");
        assertEquals(expected.number("difference"), counts.difference(), tolerance);
        assertEquals(expected.number("standard_error"), counts.standardError(), tolerance);
        assertEquals(expected.number("chi_squared"), McNemar.CHI_SQUARED.pValue(counts), tolerance);
        assertEquals(expected.number("corrected"), McNemar.CONTINUITY_CORRECTED.pValue(counts), tolerance);
        assertEquals(expected.number("exact"), McNemar.EXACT.pValue(counts), tolerance);
        assertEquals(expected.number("mid_p"), McNemar.MID_P.pValue(counts), tolerance);
    }

    @ParameterizedTest
    @MethodSource("newcombe")
    void intervalOfUnpairedSharesIsThatOfNewcombe(Row expected) {
        Interval interval = UnpairedProportions.newcombe(
                expected.number("successes"),
                expected.number("trials"),
                expected.number("other_successes"),
                expected.number("other_trials"),
                0.95);
        assertEquals(expected.number("lower"), interval.lower(), expected.number("tolerance"));
        assertEquals(expected.number("upper"), interval.upper(), expected.number("tolerance"));
        assertEquals("newcombe", interval.method());
    }

    @ParameterizedTest
    @CsvSource({
        // producer: SciPy 1.10.1; the likelihood's maximum under a difference by minimize_scalar, its ends by brentq.
        // 36, 12, 2, 0 is an example of R. G. Newcombe, Statistics in Medicine 17 (1998), 2635-2650.
        "43, 0, 1, 0, -0.11807709698, 0.05939323156",
        "36, 12, 2, 0, 0.06111240773, 0.34470874816",
        "0, 0, 30, 0, -1, -0.77297321365",
        "54, 0, 0, 0, -0.06641358809, 0.06641358809",
        "794, 150, 86, 570, 0.02136156473, 0.05899803322"
    })
    void intervalOfPairedSharesIsThatOfTango(
            long both, long onlyCandidate, long onlyBaseline, long neither, double lower, double upper) {
        Interval interval = new PairedCounts(both, onlyCandidate, onlyBaseline, neither).tango(0.95);
        assertEquals(lower, interval.lower(), 2e-9);
        assertEquals(upper, interval.upper(), 2e-9);
    }

    @Test
    void tangosIntervalHoldsTheDifferencesThatTheScoreTestKeeps() {
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            PairedCounts counts =
                    new PairedCounts(random.nextInt(30), random.nextInt(9), random.nextInt(9), 1 + random.nextInt(30));
            Interval interval = counts.tango(0.95);
            assertTrue(interval.contains(counts.difference()));
            assertTrue(interval.lower() >= -1 && interval.upper() <= 1);
            // At difference 0 the score test is McNemar's without correction.
            boolean rejected = McNemar.CHI_SQUARED.pValue(counts) < 0.05;
            assertEquals(rejected, !interval.contains(0), counts.toString());
            Interval mirrored = turnedRound(counts).tango(0.95);
            assertEquals(interval.lower(), -mirrored.upper());
            assertEquals(interval.upper(), -mirrored.lower());
        }
    }

    private static PairedCounts turnedRound(PairedCounts counts) {
        int candidate = (int) counts.onlyBaseline();
        int baseline = (int) counts.onlyCandidate();
        return new PairedCounts(counts.both(), candidate, baseline, counts.neither());
    }

    @Test
    void impossibleCountsAreRefused() {
        assertRefused("counts must be at least 0, got 1, -1, 0 and 0", () -> new PairedCounts(1, -1, 0, 0));
        assertRefused("counts must not all be 0", () -> new PairedCounts(0, 0, 0, 0));
    }
}
