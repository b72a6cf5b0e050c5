package io.github.tiercel.metrics.compare;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.ReferenceTable.Row;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.compare.NonInferiority.Verdict;
import io.github.tiercel.metrics.interval.Design;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NonInferiorityTest {

    static List<Row> cases() {
        return ReferenceTable.read("non_inferiority.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void boundAndPValueAreThoseOfSciPy(Row expected) {
        NonInferiority test = new NonInferiority(
                expected.number("gain"),
                expected.number("standard_error"),
                expected.number("margin"),
                expected.number("alpha"));
        double tolerance = expected.number("tolerance");
        assertEquals(expected.number("lower"), test.lowerBound(), tolerance);
        assertEquals(expected.number("statistic"), test.statistic(), tolerance);
        assertEquals(expected.number("p_value"), test.pValue(), tolerance);
        assertEquals(
                Boolean.parseBoolean(expected.text("passed")) ? Verdict.NOT_INFERIOR : Verdict.INCONCLUSIVE,
                test.verdict());
    }

    @Test
    void boundsDecide() {
        assertEquals(Verdict.SUPERIOR, new NonInferiority(0.02, 0.01, 0.005, 0.025).verdict());
        assertEquals(Verdict.NOT_INFERIOR, new NonInferiority(0.015, 0.01, 0.005, 0.025).verdict());
        assertEquals(Verdict.INCONCLUSIVE, new NonInferiority(-0.02, 0.01, 0.005, 0.025).verdict());
        assertEquals(Verdict.INFERIOR, new NonInferiority(-0.03, 0.01, 0.005, 0.025).verdict());
    }

    @Test
    void moreRowsDecideUnlessTheCandidateIsWorseByTheMargin() {
        NonInferiority open = new NonInferiority(-0.002, 0.004, 0.005, 0.025);
        // 1000 (1.959964 + 0.841621)² (0.004 / 0.003)²
        assertEquals(13954, open.rowsNeeded(1000));
        assertEquals(Double.POSITIVE_INFINITY, new NonInferiority(-0.005, 0.004, 0.005, 0.025).rowsNeeded(1000));
    }

    @Test
    void smallerIsAGainWhereSmallerIsBetter() {
        BinaryPredictions candidate = ReferenceTable.predictions("b60", "score");
        BinaryPredictions baseline = ReferenceTable.predictions("b60", "score2");
        Difference difference = PairedComparison.of(Design.independent(60), 0.95)
                .difference(BinaryMetrics.LOG_LOSS, candidate, baseline);
        NonInferiority test = NonInferiority.of(difference, 0.1, 0.025);
        assertEquals(-difference.value().orNaN(), test.gain());
        assertEquals(difference.standardError().orElseThrow(), test.standardError());
    }

    @Test
    void impossibleNumbersAreRefused() {
        assertRefused(
                "gain must be finite, standardError above 0 and margin at least 0, got 0.1, 0.0 and 0.0",
                () -> new NonInferiority(0.1, 0, 0, 0.025));
        assertRefused("alpha must be in (0, 0.5), got 0.5", () -> new NonInferiority(0.1, 1, 0, 0.5));
        Difference without = PairedComparison.of(Design.independent(60), 0.95)
                .difference(
                        BinaryMetrics.BEST_F1,
                        ReferenceTable.predictions("b60", "score"),
                        ReferenceTable.predictions("b60", "score2"));
        assertRefused(
                "gain must be finite, standardError above 0 and margin at least 0, got "
                        + without.value().orNaN() + ", NaN and 0.0",
                () -> NonInferiority.of(without, 0, 0.025));
    }
}
