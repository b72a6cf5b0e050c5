package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.MulticlassPredictions;
import io.github.tiercel.metrics.binary.ScoreGroupMetric;
import io.github.tiercel.metrics.multiclass.PooledMetric;
import java.util.Arrays;
import java.util.List;

/** Metrics of all pairs of a row and a class: those of binary score groups, a row's pairs sharing its key. */
final class PairKernel {

    private PairKernel() {}

    static Kernel of(List<PooledMetric> metrics, MulticlassPredictions predictions, long[] unitKeys) {
        BinaryPredictions pairs = metrics.get(0).pairs(predictions);
        long[] keys = new long[pairs.rows()];
        Arrays.setAll(keys, pair -> unitKeys[pair % unitKeys.length]);
        List<ScoreGroupMetric> ofPairs =
                metrics.stream().map(PooledMetric::ofPairs).toList();
        return ofPairs.stream().allMatch(StepKernel::reads)
                ? HashedKernel.of(ofPairs, pairs, keys)
                : new GroupKernel(ofPairs, RankedRows.of(pairs, keys));
    }
}
