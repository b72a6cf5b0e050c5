package io.github.tiercel.metrics.resample;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.RegressionPredictions;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.interval.Binormal;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.Linearisation;
import io.github.tiercel.metrics.interval.Quantiles;
import io.github.tiercel.metrics.regression.RegressionMetrics;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JackknifeTest {

    @Test
    void withoutEachRowItIsThatOfR() {
        ReferenceTable table = ReferenceTable.read("jackknife.csv");
        RegressionPredictions law = RegressionPredictions.of(table.numbers("x"), table.numbers("y"));
        JackknifeValues values =
                Jackknife.of(LongStream.range(0, 15).toArray(), 15).values(RegressionMetrics.PEARSON, law);
        double[] expected = table.numbers("without");
        double[] actual = IntStream.range(0, 15).mapToDouble(values::value).toArray();
        Arrays.sort(expected);
        Arrays.sort(actual);
        assertArrayEquals(expected, actual, 1e-12);
        assertEquals(-0.00647362304592236, values.bias(0.776374491289407), 1e-12);
        assertEquals(0.142518618602272, values.standardError(), 1e-12);
        assertEquals(-0.0756715649378794, values.acceleration(), 1e-12);
        assertEquals(15, values.groups());
    }

    @Test
    void accelerationOfAVarianceIsThatOfR() {
        // B. Efron, R. J. Tibshirani (1993), table 14.2: the variance 171.5 with acceleration 0.061; digits by R 4.2.2.
        int[] data = {
            48, 36, 20, 29, 42, 42, 20, 42, 22, 41, 45, 14, 6, 0, 33, 28, 34, 4, 32, 24, 47, 41, 24, 26, 30, 41
        };
        double[] without = IntStream.range(0, data.length)
                .mapToDouble(left -> variance(IntStream.range(0, data.length)
                        .filter(i -> i != left)
                        .map(i -> data[i])
                        .toArray()))
                .toArray();
        assertEquals(171.534023668639, variance(data), 1e-11);
        assertEquals(0.0612401198123075, JackknifeValues.of(without).acceleration(), 1e-12);
        assertEquals(45.0253715994509, JackknifeValues.of(without).standardError(), 1e-11);
    }

    private static double variance(int[] data) {
        double mean = Arrays.stream(data).average().orElseThrow();
        return Arrays.stream(data)
                .mapToDouble(x -> (x - mean) * (x - mean))
                .average()
                .orElseThrow();
    }

    @Test
    void groupsGiveAboutTheAnalyticError() {
        BinaryPredictions rows = new Binormal(0.3).draw(2000, new Random(4));
        long[] keys = new Random(9).longs(2000).toArray();
        double analytic = Linearisation.variance(Design.independent(2000), rows, BinaryMetrics.ROC_AUC.influence(rows))
                .standardError();
        double grouped = Jackknife.of(keys, Jackknife.DEFAULT_GROUPS)
                .values(BinaryMetrics.ROC_AUC, rows)
                .standardError();
        // Three standard deviations of a standard error from 20 groups: its square is chi-squared with 19 degrees.
        assertEquals(1, grouped / analytic, 3 / Math.sqrt(2 * 19.0));
    }

    @Test
    void groupsFollowKeysAndNotPositions() {
        BinaryPredictions rows = ReferenceTable.predictions("b60", "score");
        long[] keys = new Random(9).longs(60).toArray();
        int[] back = IntStream.range(0, 60).map(row -> 59 - row).toArray();
        long[] backKeys = Arrays.stream(back).mapToLong(row -> keys[row]).toArray();
        JackknifeValues forth = Jackknife.of(keys, 7).values(BinaryMetrics.ROC_AUC, rows);
        JackknifeValues reversed = Jackknife.of(backKeys, 7).values(BinaryMetrics.ROC_AUC, rows.select(back));
        for (int group = 0; group < 7; group++) {
            assertEquals(forth.value(group), reversed.value(group));
        }
    }

    @Test
    void intervalTakesTheStudentQuantileOfTheGroups() {
        JackknifeValues values = JackknifeValues.of(new double[] {0.6, 0.7, 0.8});
        double error = Math.sqrt(2.0 / 3 * 0.02);
        double margin = Quantiles.student(0.975, 2) * error / (0.7 * 0.3);
        Interval interval = values.interval(BinaryMetrics.ROC_AUC, 0.7, 0.95).orElseThrow();
        assertEquals(Math.log(0.7 / 0.3) - margin, Math.log(interval.lower() / (1 - interval.lower())), 1e-9);
        assertEquals("jackknife-logit-t", interval.method());
        assertEquals(Optional.empty(), values.interval(BinaryMetrics.ROC_AUC, 1, 0.95));
        JackknifeValues equal = JackknifeValues.of(new double[] {0.7, 0.7});
        assertEquals(Optional.empty(), equal.interval(BinaryMetrics.ROC_AUC, 0.7, 0.95));
        assertEquals(0, equal.acceleration());
    }

    @Test
    void aGroupWithoutWhichThereIsNoValueLeavesNoError() {
        BinaryPredictions rows = ReferenceTable.predictions("onepos10", "score");
        JackknifeValues values =
                Jackknife.of(LongStream.range(0, 10).toArray(), 10).values(BinaryMetrics.ROC_AUC, rows);
        assertTrue(Double.isNaN(values.standardError()));
        assertEquals(Optional.empty(), values.interval(BinaryMetrics.ROC_AUC, 0.5, 0.95));
    }

    @Test
    void badArgumentsAreRefused() {
        assertRefused(
                "groups must be in [2, 2], the number of units, got 3", () -> Jackknife.of(new long[] {1, 1, 2}, 3));
        assertRefused(
                "groups must be in [2, 2], the number of units, got 1", () -> Jackknife.of(new long[] {1, 1, 2}, 1));
        assertRefused("predictions has 60 rows but unitKeys has 2", () -> Jackknife.of(new long[] {1, 2}, 2)
                .values(BinaryMetrics.ROC_AUC, ReferenceTable.predictions("b60", "score")));
    }
}
