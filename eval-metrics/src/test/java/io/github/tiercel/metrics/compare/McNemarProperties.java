package io.github.tiercel.metrics.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class McNemarProperties {

    @Property(tries = 2000, seed = "20261129")
    void everyFormGivesAProbabilityThatTheOrderOfModelsLeavesAlone(
            @ForAll @IntRange(max = 5000) int candidate, @ForAll @IntRange(max = 5000) int baseline) {
        for (McNemar form : McNemar.values()) {
            double p = form.pValue(new PairedCounts(10, candidate, baseline, 10));
            assertTrue(p >= 0 && p <= 1, form + ": " + p);
            assertEquals(p, form.pValue(new PairedCounts(10, baseline, candidate, 10)), form::toString);
        }
    }
}
