package io.github.tiercel.benchmarks.peers;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.BootstrapInterval;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.curve.ThresholdSweep;
import io.github.tiercel.metrics.resample.Replicates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * All that Tiercel makes of labels and scores: the sort, five values, their intervals from replicates, and F1 at 200
 * thresholds.
 *
 * @param values the value of each metric by its name
 * @param intervals their intervals, in the same order
 * @param f1 F1 by threshold
 */
record TiercelJob(Map<String, Double> values, List<BootstrapInterval> intervals, List<Value> f1) {

    static final int THRESHOLDS = 200;

    private static final double LEVEL = 0.95;
    private static final List<Metric<BinaryPredictions>> METRICS = List.of(
            BinaryMetrics.ROC_AUC,
            BinaryMetrics.AVERAGE_PRECISION,
            BinaryMetrics.BEST_F1,
            BinaryMetrics.LOG_LOSS,
            BinaryMetrics.BRIER);

    static TiercelJob of(Rows rows, int replicates) {
        BinaryPredictions predictions = rows.predictions();
        Map<String, Double> values = new LinkedHashMap<>();
        METRICS.forEach(
                metric -> values.put(metric.name(), metric.value(predictions).orNaN()));
        Map<String, Replicates> drawn = TiercelReplicates.of(METRICS, predictions, replicates);
        return new TiercelJob(values, intervals(values, drawn), sweep(predictions));
    }

    private static List<BootstrapInterval> intervals(Map<String, Double> values, Map<String, Replicates> drawn) {
        return values.entrySet().stream()
                .map(value -> Objects.requireNonNull(drawn.get(value.getKey()))
                        .percentile(value.getValue(), LEVEL)
                        .orElseThrow())
                .toList();
    }

    private static List<Value> sweep(BinaryPredictions predictions) {
        double[] thresholds = IntStream.range(0, THRESHOLDS)
                .mapToDouble(i -> (i + 0.5) / THRESHOLDS)
                .toArray();
        return ThresholdSweep.of(predictions.groups(), thresholds).values(BinaryMetrics.F1);
    }
}
