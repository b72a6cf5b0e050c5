package io.github.tiercel.metrics.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.UndefinedReason;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.interval.Design;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RestComparisonTest {

    private static final int ROWS = 600;
    private static final int PART = 200;

    @Test
    void theErrorOfIndependentRowsIsThatOfTwoMeans() {
        BinaryPredictions rows = rows(1);
        Difference found = compare(Design.independent(ROWS), rows, 0.95);
        double[] losses = losses(rows);
        double[] part = Arrays.copyOf(losses, PART);
        double[] rest = Arrays.copyOfRange(losses, PART, ROWS);
        double one = variance(part) / PART;
        double other = variance(rest) / (ROWS - PART);
        assertEquals(mean(part) - mean(rest), found.value().orNaN(), 1e-14);
        double se = found.standardError().orElseThrow();
        // Beside Welch's error stands the factor n / (n - 1) of all rows together.
        double welch = Math.sqrt((Math.max(one, other * 2) + other) * ROWS / (ROWS - 1.0));
        assertEquals(welch, se, 1e-6 * se);
        assertEquals("rest-influence-t", found.method().orElseThrow());
        assertFalse(found.paired());
        assertTrue(found.degreesOfFreedom() > PART && found.degreesOfFreedom() < ROWS);
    }

    @Test
    void aPartWithoutAnyRightDecisionHasTheErrorOfTheRest() {
        boolean[] labels = new boolean[ROWS];
        double[] scores = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = row % 2 == 0;
            scores[row] = row >= PART && row % 10 == 0 ? 0.9 : 0.1;
        }
        BinaryPredictions rows = BinaryPredictions.of(labels, scores);
        Difference found =
                RestComparison.of(Design.independent(ROWS), 0.95).difference(BinaryMetrics.RECALL, rows, part());
        assertEquals(-0.2, found.value().orNaN(), 1e-12);
        double variance = 0.2 * 0.8 / 100 + 0.2 * 0.8 / 200;
        assertEquals(Math.sqrt(variance), found.standardError().orElseThrow(), 0.02 * Math.sqrt(variance));
    }

    @Test
    void whatRowsOfACommonClusterShareCancels() {
        double[] levels = new double[PART];
        Random random = new Random(5);
        Arrays.setAll(levels, cluster -> random.nextGaussian());
        boolean[] labels = new boolean[ROWS];
        double[] scores = new double[ROWS];
        int[] clusters = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            clusters[row] = row % PART;
            labels[row] = levels[clusters[row]] > 0;
            scores[row] = 1 / (1 + Math.exp(-levels[clusters[row]] - 0.1 * random.nextGaussian()));
        }
        BinaryPredictions rows = BinaryPredictions.of(labels, scores);
        double alone =
                compare(Design.independent(ROWS), rows, 0.95).standardError().orElseThrow();
        double joined = compare(Design.independent(ROWS).withClusters(clusters), rows, 0.95)
                .standardError()
                .orElseThrow();
        assertTrue(joined < 0.3 * alone, joined + " against " + alone);
    }

    @Test
    void aPartOfOneClusterHasNoError() {
        int[] clusters = new int[ROWS];
        Arrays.setAll(clusters, row -> row < PART ? 0 : row);
        Difference found = compare(Design.independent(ROWS).withClusters(clusters), rows(1), 0.95);
        assertTrue(found.value().isDefined());
        assertEquals(Optional.empty(), found.interval());
        assertTrue(found.pValue().isEmpty());
    }

    @Test
    void anUndefinedHalfSaysWhy() {
        boolean[] labels = new boolean[ROWS];
        labels[ROWS - 1] = true;
        BinaryPredictions rows = BinaryPredictions.of(labels, ones());
        Difference found =
                RestComparison.of(Design.independent(ROWS), 0.95).difference(BinaryMetrics.ROC_AUC, rows, part());
        assertEquals(Value.undefined(UndefinedReason.NO_POSITIVES), found.value());
    }

    @Test
    void badArgumentsAreNamed() {
        assertEquals(
                "level must be in (0, 1), got 1.0",
                assertThrows(IllegalArgumentException.class, () -> RestComparison.of(Design.independent(1), 1))
                        .getMessage());
        BitSet beyond = new BitSet();
        beyond.set(ROWS);
        assertEquals(
                "part must hold rows below 600, got 600",
                assertThrows(IllegalArgumentException.class, () -> RestComparison.of(Design.independent(ROWS), 0.95)
                                .difference(BinaryMetrics.LOG_LOSS, rows(1), beyond))
                        .getMessage());
    }

    /** False alarms at .05: 2,000 differences of nothing; outside of .035 to .065 by chance once in 500 seeds. */
    @Test
    void intervalsOfNoDifferenceHoldItAsOftenAsTheySay() {
        int misses = 0;
        for (int seed = 0; seed < 2000; seed++) {
            Difference found = RestComparison.of(Design.independent(ROWS), 0.95)
                    .difference(BinaryMetrics.ROC_AUC, rows(seed), part());
            misses += found.interval().orElseThrow().contains(0) ? 0 : 1;
        }
        assertTrue(misses < 130, () -> "too often outside");
        assertTrue(misses > 40, () -> "too wide");
    }

    private static Difference compare(Design design, BinaryPredictions rows, double level) {
        return RestComparison.of(design, level).difference(BinaryMetrics.LOG_LOSS, rows, part());
    }

    private static BitSet part() {
        BitSet part = new BitSet();
        part.set(0, PART);
        return part;
    }

    private static double[] ones() {
        double[] ones = new double[ROWS];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static BinaryPredictions rows(long seed) {
        Random random = new Random(seed);
        boolean[] labels = new boolean[ROWS];
        double[] scores = new double[ROWS];
        for (int row = 0; row < ROWS; row++) {
            labels[row] = random.nextDouble() < 0.4;
            scores[row] = 1 / (1 + Math.exp(-random.nextGaussian() - (labels[row] ? 1 : 0)));
        }
        return BinaryPredictions.of(labels, scores);
    }

    private static double[] losses(BinaryPredictions rows) {
        double[] losses = new double[ROWS];
        Arrays.setAll(losses, row -> -Math.log(rows.label(row) ? rows.score(row) : 1 - rows.score(row)));
        return losses;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(x -> (x - mean) * (x - mean)).sum() / (values.length - 1);
    }
}
