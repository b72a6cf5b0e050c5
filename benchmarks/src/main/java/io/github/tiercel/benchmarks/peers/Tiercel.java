package io.github.tiercel.benchmarks.peers;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Tiercel, from the arrays to the intervals. All replicates run. */
final class Tiercel implements Peer {

    private static final double LEVEL = 0.95;

    @Override
    public List<Measurement> measure(DataFile file, int replicates) throws IOException {
        Rows rows = file.read();
        Timing whole = Warmed.median(() -> TiercelJob.of(rows, replicates));
        Timing delong = Warmed.median(() -> delong(rows));
        return List.of(
                new Measurement(
                        "Tiercel",
                        Job.REPLICATES,
                        "sort, all five, replicates of all five with intervals, F1 at " + TiercelJob.THRESHOLDS
                                + " thresholds",
                        replicates + " replicates",
                        whole,
                        TiercelJob.of(rows, replicates).values()),
                new Measurement("Tiercel", Job.DELONG, "sort, roc_auc, DeLong interval", "-", delong, delong(rows)));
    }

    private static Map<String, Double> delong(Rows rows) {
        BinaryPredictions predictions = rows.predictions();
        Estimate auc = IntervalEstimator.of(Design.independent(rows.size()), LEVEL)
                .estimate(BinaryMetrics.ROC_AUC, predictions);
        return Map.of(
                Names.ROC_AUC,
                auc.value().orNaN(),
                Names.DELONG_ERROR,
                auc.standardError().orElseThrow());
    }
}
