package io.github.tiercel.evaluation;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import java.util.List;
import java.util.Set;

/**
 * What one evaluation computes, with every default filled in.
 *
 * @param metrics the metrics at the decision threshold
 * @param demanded names of metrics that were asked for by name or by a gate, which must not be undefined for bad scores
 * @param plan how bootstrap replicates are made, if any
 * @param slices which slices are listed, and what they are searched by
 */
record Settings<P extends Predictions>(
        TaskKind<P> kind,
        Tier tier,
        List<Metric<P>> metrics,
        Set<String> demanded,
        double threshold,
        double level,
        IntervalKind intervals,
        ReplicatePlan plan,
        SlicePlan<P> slices) {}
