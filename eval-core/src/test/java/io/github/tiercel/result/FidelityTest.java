package io.github.tiercel.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Interval;
import io.github.tiercel.metrics.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FidelityTest {

    @Test
    void decisionsOnWhichBothTiersMoveTheSameWayAgree() {
        Fidelity fidelity = Fidelity.of(history(
                        new double[] {0.5, 0.4, 0.3, 0.35, 0.25, 0.2},
                        new double[] {0.52, 0.41, 0.33, 0.32, 0.26, 0.21}))
                .orElseThrow();
        assertEquals("log_loss", fidelity.metric());
        assertEquals("fast", fidelity.fast());
        assertEquals("full", fidelity.full());
        assertEquals(6, fidelity.epochs());
        assertEquals(5, fidelity.decisions());
        assertEquals(4, fidelity.agreed());
        // One of 15 pairs is in the other order.
        assertEquals(13 / 15.0, fidelity.kendall().value().orNaN(), 1e-12);
        Interval around = fidelity.kendall().population().orElseThrow();
        assertTrue(around.lower() < 13 / 15.0 && around.upper() <= 1);
    }

    @Test
    void marginsThatHoldTheValueOnAllRowsAreCounted() {
        Fidelity fidelity = Fidelity.of(history(new double[] {0.5, 0.4, 0.3}, new double[] {0.52, 0.47, 0.31}))
                .orElseThrow();
        assertEquals(3, fidelity.margins());
        assertEquals(2, fidelity.kept());
    }

    @Test
    void epochsThatOnlyOneTierEvaluatedSayNothing() {
        assertEquals(Optional.empty(), Fidelity.of(history(new double[] {0.5, 0.4}, new double[] {0.5})));
        assertEquals(Optional.empty(), Fidelity.of(history(new double[] {0.5, 0.4}, new double[] {})));
        Fidelity sparse = Fidelity.of(history(new double[] {0.5, 0.4, 0.3}, new double[] {0.5, Double.NaN, 0.3}))
                .orElseThrow();
        assertEquals(2, sparse.epochs());
        assertEquals(1, sparse.agreed());
    }

    /** Epochs of two tiers, the smaller with a margin of 0.05; a full value that is missing or NaN was not computed. */
    private static EpochHistory history(double[] fast, double[] full) {
        List<EpochRecord> epochs = new ArrayList<>();
        for (int i = 0; i < fast.length; i++) {
            Map<String, TierRecord> tiers = new LinkedHashMap<>();
            Interval margin = new Interval(fast[i] - 0.05, fast[i] + 0.05, 0.95, "t");
            tiers.put("fast", tier(fast[i], Optional.of(margin)));
            if (i < full.length && !Double.isNaN(full[i])) {
                tiers.put("full", tier(full[i], Optional.empty()));
            }
            epochs.add(new EpochRecord(i + 1, tiers, false, Progress.UNDECIDED, Optional.empty(), 1, 1, List.of()));
        }
        return new EpochHistory(
                "run", "log_loss", Direction.LOWER_IS_BETTER, epochs, Optional.empty(), Optional.empty());
    }

    private static TierRecord tier(double value, Optional<Interval> fullSet) {
        Estimate estimate = new Estimate(
                "log_loss",
                Direction.LOWER_IS_BETTER,
                Value.of(value),
                Optional.empty(),
                fullSet,
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                Set.of(),
                100,
                10);
        TimeBreakdown time = new TimeBreakdown(0, InferenceCost.NONE, 1, 1, 2);
        return new TierRecord(100, Map.of("log_loss", estimate), time);
    }
}
