package io.github.tiercel.testkit;

import io.github.tiercel.metrics.Predictions;
import io.github.tiercel.metrics.resample.Bootstrap;
import io.github.tiercel.metrics.resample.PoissonWeights;
import io.github.tiercel.metrics.resample.Replicates;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Holds bootstrap replicates against the metric on reweighted predictions. */
record ReplicateCheck<P extends Predictions>(Claim<P> claim, P predictions) {

    /** With two replicates, their quantiles 0 and 1 tell what both are. */
    private static final int REPLICATES = 2;

    void equalsReweighted(long seed) {
        if (!claim.metric().isBootstrapped() || !claim.value(predictions).isDefined()) {
            return;
        }
        double[] expected = IntStream.range(0, REPLICATES)
                .mapToDouble(replicate -> reweighted(seed, replicate))
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        Replicates actual = claim.unlessThrown("the bootstrap", () -> replicates(seed));
        claim.holds(
                actual.defined() == expected.length,
                actual.defined() + " replicates have a value, expected " + expected.length);
        for (int i = 0; i < expected.length; i++) {
            double replicate = actual.quantile(i);
            claim.holds(claim.isNear(expected[i], replicate), "expected " + expected[i] + " but got " + replicate);
        }
    }

    private double reweighted(long seed, int replicate) {
        PoissonWeights weights = PoissonWeights.of(seed);
        int[] times = Arrays.stream(units())
                .map(unit -> weights.weight(unit, replicate))
                .toArray();
        return claim.value(Rows.multiplied(predictions, times)).orNaN();
    }

    private Replicates replicates(long seed) {
        long[] keys = Arrays.stream(units()).asLongStream().toArray();
        var byName = Bootstrap.of(keys, seed, REPLICATES).replicates(List.of(claim.metric()), predictions);
        return byName.values().iterator().next();
    }

    private int[] units() {
        return Kind.of(predictions).units(predictions);
    }
}
