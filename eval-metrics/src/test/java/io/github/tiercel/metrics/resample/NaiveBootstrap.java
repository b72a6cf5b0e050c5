package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The bootstrap of the textbook: as many rows as there are, drawn with return, and each metric evaluated on these rows
 * as on any others. It shares nothing with the engine but the metrics themselves.
 */
final class NaiveBootstrap {

    private NaiveBootstrap() {}

    static Map<String, MonteCarlo> replicates(
            List<Metric<BinaryPredictions>> metrics, BinaryPredictions predictions, int replicates, long seed) {
        List<double[]> rows = IntStream.range(0, replicates)
                .parallel()
                .mapToObj(b -> replicate(metrics, predictions, new SplittableRandom(seed + b)))
                .toList();
        Map<String, MonteCarlo> byName = new LinkedHashMap<>();
        for (int m = 0; m < metrics.size(); m++) {
            int column = m;
            byName.put(
                    metrics.get(m).name(),
                    MonteCarlo.of(rows.stream().mapToDouble(row -> row[column]).toArray()));
        }
        return byName;
    }

    private static double[] replicate(
            List<Metric<BinaryPredictions>> metrics, BinaryPredictions predictions, SplittableRandom random) {
        int[] drawn = random.ints(predictions.rows(), 0, predictions.rows()).toArray();
        BinaryPredictions resampled = predictions.select(drawn);
        List<Double> values = new ArrayList<>();
        metrics.forEach(metric -> values.add(metric.value(resampled).orNaN()));
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
