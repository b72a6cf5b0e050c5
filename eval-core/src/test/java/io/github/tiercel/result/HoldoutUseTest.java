package io.github.tiercel.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.metrics.Direction;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Value;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HoldoutUseTest {

    private static final Map<String, HoldoutUse.TierUse> TIERS =
            Map.of("fast", new HoldoutUse.TierUse(40, 60), "full", new HoldoutUse.TierUse(1, 2));

    @Test
    void optimismIsTheStandardErrorTimesTheBoundOfTheMaximum() {
        HoldoutUse use = new HoldoutUse(40, 62, TIERS, true);
        assertEquals(
                0.01 * Math.sqrt(2 * Math.log(40)), use.optimism(loss(0.01)).orElseThrow(), 1e-15);
        assertEquals(0, use.optimism(loss(0)).orElseThrow());
    }

    @Test
    void oneModelLooksNoBetterThanItIs() {
        assertEquals(OptionalDouble.empty(), new HoldoutUse(1, 9, Map.of(), true).optimism(loss(0.01)));
    }

    @Test
    void aTierHasTheOptimismOfItsOwnModels() {
        HoldoutUse use = new HoldoutUse(40, 62, TIERS, true);
        assertEquals(use.optimism(loss(0.01)), use.optimism(loss(0.01), "fast"));
        assertEquals(OptionalDouble.empty(), use.optimism(loss(0.01), "full"));
        assertEquals(OptionalDouble.empty(), use.optimism(loss(0.01), "unknown"));
        assertEquals(40, use.models("fast"));
        assertEquals(0, use.models("unknown"));
    }

    @Test
    void nothingIsSaidWhereNoEndIsBetterOrNoErrorIsKnown() {
        HoldoutUse use = new HoldoutUse(40, 62, TIERS, true);
        assertEquals(OptionalDouble.empty(), use.optimism(estimate(Direction.NEITHER, OptionalDouble.of(0.01))));
        assertEquals(OptionalDouble.empty(), use.optimism(estimate(Direction.LOWER_IS_BETTER, OptionalDouble.empty())));
    }

    /**
     * The mean of the best of k normal errors lies below the bound, whether they are independent or share a part, and
     * for independent ones not far below. The standard error of a mean of 4000 such is at most 0.016; five of them are
     * added.
     */
    @Test
    void noBestOfEqualModelsLooksBetterThanTheBound() {
        Random random = new Random(3);
        for (int models : new int[] {2, 5, 37, 500}) {
            double bound = new HoldoutUse(models, models, Map.of(), true)
                    .optimism(loss(1))
                    .orElseThrow();
            assertTrue(meanBest(models, 0, random) <= bound + 0.08);
            assertTrue(meanBest(models, 0, random) >= 0.45 * bound - 0.08);
            assertTrue(meanBest(models, 0.8, random) <= bound * Math.sqrt(1 - 0.8) + 0.08);
        }
    }

    private static double meanBest(int models, double shared, Random random) {
        double sum = 0;
        for (int run = 0; run < 4000; run++) {
            double best = Double.NEGATIVE_INFINITY;
            double common = Math.sqrt(shared) * random.nextGaussian();
            for (int model = 0; model < models; model++) {
                best = Math.max(best, common + Math.sqrt(1 - shared) * random.nextGaussian());
            }
            sum += best;
        }
        return sum / 4000;
    }

    @Test
    void countsThatCannotBeAreRefused() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new HoldoutUse(3, 2, TIERS, true));
        assertEquals("models must be at least 1 and evaluations at least as many, got 3 and 2", refusal.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new HoldoutUse(0, 0, TIERS, true));
    }

    private static Estimate loss(double standardError) {
        return estimate(Direction.LOWER_IS_BETTER, OptionalDouble.of(standardError));
    }

    private static Estimate estimate(Direction direction, OptionalDouble standardError) {
        return new Estimate(
                "log_loss",
                direction,
                Value.of(0.2),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                standardError,
                Set.of(),
                100,
                10);
    }
}
