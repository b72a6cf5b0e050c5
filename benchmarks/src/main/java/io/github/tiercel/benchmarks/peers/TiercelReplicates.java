package io.github.tiercel.benchmarks.peers;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.resample.Bootstrap;
import io.github.tiercel.metrics.resample.Execution;
import io.github.tiercel.metrics.resample.Replicates;
import java.util.List;
import java.util.Map;

/** The one place that calls Tiercel's bootstrap. */
final class TiercelReplicates {

    private static final long SEED = 1;

    private TiercelReplicates() {}

    static Map<String, Replicates> of(
            List<? extends Metric<BinaryPredictions>> metrics, BinaryPredictions predictions, int replicates) {
        return Bootstrap.compressed(SEED, replicates).on(Execution.sequential()).replicates(metrics, predictions);
    }
}
