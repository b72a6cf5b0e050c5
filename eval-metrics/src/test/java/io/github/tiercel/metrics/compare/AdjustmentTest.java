package io.github.tiercel.metrics.compare;

import static io.github.tiercel.metrics.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.ReferenceTable;
import io.github.tiercel.metrics.ReferenceTable.Row;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdjustmentTest {

    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void adjustedPValuesAreThoseOfR(Adjustment adjustment) {
        String column = adjustment.name().toLowerCase(Locale.ROOT);
        var cases = ReferenceTable.read("adjustment.csv").rows().stream().collect(Collectors.groupingBy(Row::toString));
        for (List<Row> tests : cases.values()) {
            double[] p = tests.stream().mapToDouble(row -> row.number("p")).toArray();
            double[] expected =
                    tests.stream().mapToDouble(row -> row.number(column)).toArray();
            assertArrayEquals(expected, adjustment.adjust(p), tests.get(0).number("tolerance"));
        }
    }

    @ParameterizedTest
    @EnumSource(Adjustment.class)
    void orderDoesNotMatterAndNothingGetsSmaller(Adjustment adjustment) {
        double[] p = new Random(2).doubles(30).toArray();
        double[] back = IntStream.range(0, 30).mapToDouble(i -> p[29 - i]).toArray();
        double[] adjusted = adjustment.adjust(p);
        double[] adjustedBack = adjustment.adjust(back);
        for (int i = 0; i < 30; i++) {
            assertTrue(adjusted[i] >= p[i] && adjusted[i] <= 1);
            assertTrue(adjusted[i] == adjustedBack[29 - i]);
        }
    }

    @Test
    void holmIsNeverBelowBenjaminiAndHochbergNorAboveBonferroni() {
        double[] p = new Random(3).doubles(40).map(u -> u * u * u).toArray();
        double[] holm = Adjustment.HOLM.adjust(p);
        double[] hochberg = Adjustment.BENJAMINI_HOCHBERG.adjust(p);
        double[] bonferroni = Adjustment.BONFERRONI.adjust(p);
        for (int i = 0; i < 40; i++) {
            assertTrue(hochberg[i] <= holm[i] && holm[i] <= bonferroni[i]);
        }
    }

    @Test
    void aMillionTestsAreAdjustedAsFewAre() {
        // A sum over ranks anew for each of them would be 10^12 steps.
        int tests = 1_000_000;
        double[] p = IntStream.rangeClosed(1, tests)
                .mapToDouble(rank -> 0.01 * rank / tests)
                .toArray();
        double harmonic =
                IntStream.rangeClosed(1, tests).mapToDouble(k -> 1.0 / k).sum();
        double[] adjusted = Adjustment.BENJAMINI_YEKUTIELI.adjust(p);
        // All p-values are in proportion to their ranks, so that all are adjusted to the same; 4 roundings.
        assertEquals(0.01 * harmonic, adjusted[0], 1e-15);
        assertEquals(0.01 * harmonic, adjusted[tests / 2], 1e-15);
        assertEquals(0.01 * harmonic, adjusted[tests - 1], 1e-15);
    }

    @Test
    void numbersThatAreNoProbabilitiesAreRefused() {
        assertRefused("p-values must be in [0, 1], got NaN", () -> Adjustment.HOLM.adjust(0.1, Double.NaN));
        assertRefused("p-values must be in [0, 1], got 1.5", () -> Adjustment.HOLM.adjust(1.5));
        assertArrayEquals(new double[0], Adjustment.HOLM.adjust());
    }
}
