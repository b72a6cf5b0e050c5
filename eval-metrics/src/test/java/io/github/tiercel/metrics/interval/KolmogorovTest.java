package io.github.tiercel.metrics.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.ReferenceTable;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KolmogorovTest {

    private static final int LARGE = 100_000;

    static List<ReferenceTable.Row> quantiles() {
        return ReferenceTable.read("kolmogorov.csv").rows();
    }

    @ParameterizedTest
    @MethodSource("quantiles")
    void quantilesAreThoseOfScipy(ReferenceTable.Row expected) {
        double rows = expected.number("rows");
        double level = expected.number("level");
        double tolerance = expected.number("tolerance");
        assertEquals(expected.number("bound"), Kolmogorov.dkw(rows, level), tolerance);
        assertEquals(expected.number("exact"), Kolmogorov.exact(rows, level), tolerance);
    }

    @Test
    void partOfARowCountsForNothing() {
        assertEquals(Kolmogorov.exact(10, 0.95), Kolmogorov.exact(10.9, 0.95));
        assertEquals(1, Kolmogorov.exact(0.9, 0.95));
        assertEquals(1, Kolmogorov.exact(0, 0.95));
    }

    @Test
    void everyNumberOfRowsHasItsQuantileBelowTheBound() {
        double previous = 1;
        for (int rows = 1; rows < LARGE; rows = rows < 12 ? rows + 1 : rows * 3 / 2) {
            double exact = Kolmogorov.exact(rows, 0.975);
            assertTrue(exact < previous && exact < Kolmogorov.dkw(rows, 0.975), rows + " rows: " + exact);
            previous = exact;
        }
    }

    @Test
    void belowOneHalfTheBoundIsTaken() {
        assertEquals(Kolmogorov.dkw(50, 0.4), Kolmogorov.exact(50, 0.4));
    }

    @Test
    void forVeryManyRowsTheBoundIsTaken() {
        assertEquals(Kolmogorov.dkw(LARGE, 0.95), Kolmogorov.exact(LARGE, 0.95));
        double below = Kolmogorov.exact(LARGE - 1, 0.95);
        assertTrue(below < Kolmogorov.dkw(LARGE - 1, 0.95) && below > 0.9995 * Kolmogorov.dkw(LARGE - 1, 0.95));
    }
}
