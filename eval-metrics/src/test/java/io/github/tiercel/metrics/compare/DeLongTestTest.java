package io.github.tiercel.metrics.compare;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.ReferenceTable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeLongTestTest {

    static List<ReferenceTable.Row> pairs() {
        return ReferenceTable.read("delong_paired.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void pairedTestIsThatOfProc(ReferenceTable.Row expected) {
        DeLongTest test = DeLongTest.paired(
                expected.predictions(), ReferenceTable.predictions(expected.text("dataset"), "score2"));
        double tolerance = expected.number("tolerance");
        assertEquals(expected.number("difference"), test.difference(), tolerance);
        assertEquals(expected.number("standard_error"), test.standardError(), tolerance);
        assertEquals(expected.number("statistic"), test.statistic(), tolerance);
        assertEquals(expected.number("p_value"), test.pValue(), tolerance);
        Interval interval = test.interval(0.95);
        assertEquals(expected.number("lower"), interval.lower(), tolerance);
        assertEquals(expected.number("upper"), interval.upper(), tolerance);
    }

    @Test
    void unpairedTestHasTheDegreesOfFreedomOfProc() {
        // producer: R 4.2.2, pROC 1.18.0 roc.test(paired = FALSE); tolerance: the producer printed 15 digits
        int[] even = IntStream.range(0, 30).map(i -> 2 * i + 1).toArray();
        int[] odd = IntStream.range(0, 30).map(i -> 2 * i).toArray();
        DeLongTest test = DeLongTest.unpaired(
                ReferenceTable.predictions("b60", "score").select(even),
                ReferenceTable.predictions("b60", "score2").select(odd));
        assertEquals(-0.170159800867207, test.statistic(), 1e-10);
        assertEquals(55.8844895900554, test.degreesOfFreedom(), 1e-10);
        assertEquals(0.865498991555056, test.pValue(), 1e-10);
    }

    @Test
    void equalScoresDifferByNothingForSure() {
        BinaryPredictions model = ReferenceTable.predictions("b60", "score");
        assertEquals(new DeLongTest(0, 0, 0, Double.POSITIVE_INFINITY, 1), DeLongTest.paired(model, model));
        BinaryPredictions perfect = ReferenceTable.predictions("perfect6", "score");
        assertEquals(1, DeLongTest.unpaired(perfect, perfect).pValue());
    }

    @Test
    void exchangingTheModelsTurnsTheSign() {
        BinaryPredictions one = ReferenceTable.predictions("b60", "score");
        BinaryPredictions other = ReferenceTable.predictions("b60", "score2");
        DeLongTest there = DeLongTest.paired(one, other);
        DeLongTest back = DeLongTest.paired(other, one);
        assertEquals(there.statistic(), -back.statistic());
        assertEquals(there.pValue(), back.pValue());
    }

    @Test
    void rowsThatDoNotCountOneEachAreRefused() {
        BinaryPredictions model = ReferenceTable.predictions("b60", "score");
        BinaryPredictions other = ReferenceTable.predictions("b40", "score");
        BinaryPredictions flipped =
                BinaryPredictions.of(new boolean[] {true, false, false, true}, new double[] {.1, .2, .3, .4});
        BinaryPredictions four =
                BinaryPredictions.of(new boolean[] {true, false, true, false}, new double[] {.1, .2, .3, .4});
        double[] twos = new double[60];
        Arrays.fill(twos, 2);
        BinaryPredictions twice = model.withWeights(twos);
        assertRefused("models must have the same rows, got 60 and 40", () -> DeLongTest.paired(model, other));
        assertRefused("models must have the same labels, but differ at row 2", () -> DeLongTest.paired(flipped, four));
        assertRefused("rows must count one each, but they are weighted", () -> DeLongTest.paired(twice, twice));
        assertRefused(
                "each class must have two rows at least, got 1",
                () -> DeLongTest.unpaired(model, ReferenceTable.predictions("oneneg5", "score")));
    }
}
