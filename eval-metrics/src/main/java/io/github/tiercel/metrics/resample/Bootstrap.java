package io.github.tiercel.metrics.resample;

import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Predictions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/**
 * Poisson bootstrap replicates of any number of metrics of any task, all from the same weights.
 *
 * <p>Each replicate gives every unit (row, cluster, or query) a Poisson(1) weight that depends on seed, unit key and
 * replicate alone ({@link PoissonWeights}), so replicates are equal to the last bit on any number of threads, and two
 * models on the same rows share theirs: the difference of their replicates is a paired bootstrap. A replicate is the
 * metric on reweighted rows; one in which the metric has no value is NaN and counted. A metric without a value on all
 * rows has none in any replicate, nor has one on which replicates say nothing ({@link Metric#isBootstrapped}).
 *
 * <p>What metrics share is done once, by their type: score groups of binary predictions, the confusion table of several
 * classes, and means are counted again in one pass for all metrics of the kind, about 10 ns a row (for means, a unit)
 * and replicate on one thread. A metric of another kind is evaluated on reweighted predictions, which costs what the
 * metric costs.
 *
 * <p>Not for stratified samples, whose strata sizes are fixed by design. Time O(replicates x rows). Memory: for score
 * groups 17 bytes a row, 16 a distinct score for each mean and 32 for each thread of the common pool; for tables 12 a
 * row; for means 8 a unit and 16 more for each; for other metrics 16 a row and thread besides their own. Immutable, and
 * safe for use by several threads.
 *
 * <pre>{@code
 * var bootstrap = Bootstrap.of(rowKeys, 42, 1000);
 * Replicates auc = bootstrap.replicates(List.of(BinaryMetrics.ROC_AUC), predictions).get("roc_auc");
 * }</pre>
 *
 * @since 0.1
 */
public final class Bootstrap {

    /** Enough chunks that threads of unequal speed end together. */
    private static final int CHUNKS_PER_THREAD = 4;

    private final long[] unitKeys;
    private final PoissonWeights weights;
    private final int replicates;

    private Bootstrap(long[] unitKeys, PoissonWeights weights, int replicates) {
        this.unitKeys = unitKeys;
        this.weights = weights;
        this.replicates = replicates;
    }

    /**
     * {@return a bootstrap over rows, clusters or queries}
     *
     * @param unitKeys for each row its key, or the key of its cluster or query; shared, not copied
     * @param seed any number
     * @param replicates how many, at least 2
     * @throws IllegalArgumentException if {@code replicates} is below 2
     */
    public static Bootstrap of(long[] unitKeys, long seed, int replicates) {
        if (replicates < 2) {
            throw new IllegalArgumentException("replicates must be at least 2, got " + replicates);
        }
        return new Bootstrap(unitKeys, PoissonWeights.of(seed), replicates);
    }

    /**
     * {@return the replicates of each metric by its name, in the order of the metrics}
     *
     * @param <P> the kind of predictions
     * @param metrics metrics with distinct names
     * @param predictions as many rows as there are unit keys; in a ranking, rows of a query must share their key
     * @throws IllegalArgumentException if the number of rows differs from the number of keys, or rows of a query differ
     *     in their key
     */
    public <P extends Predictions> Map<String, Replicates> replicates(
            List<? extends Metric<P>> metrics, P predictions) {
        if (predictions.rows() != unitKeys.length) {
            throw new IllegalArgumentException(
                    "predictions has " + predictions.rows() + " rows but unitKeys has " + unitKeys.length);
        }
        Map<String, double[]> values = new LinkedHashMap<>();
        Map<Kind, List<Metric<P>>> byKind = new EnumMap<>(Kind.class);
        for (Metric<P> metric : metrics) {
            values.put(metric.name(), undefined());
            if (metric.isBootstrapped() && metric.value(predictions).isDefined()) {
                byKind.computeIfAbsent(Kind.of(metric), kind -> new ArrayList<>())
                        .add(metric);
            }
        }
        byKind.forEach((kind, some) -> {
            List<double[]> outputs =
                    some.stream().map(metric -> values.get(metric.name())).toList();
            fill(kind.kernel(some, predictions, unitKeys), outputs);
        });
        Map<String, Replicates> byName = new LinkedHashMap<>();
        values.forEach((name, replicate) -> byName.put(name, Replicates.of(replicate)));
        return byName;
    }

    private double[] undefined() {
        double[] values = new double[replicates];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    private void fill(Kernel kernel, List<double[]> outputs) {
        int pairs = (replicates + 1) / 2;
        int chunks = Math.min(pairs, CHUNKS_PER_THREAD * ForkJoinPool.getCommonPoolParallelism() + 1);
        IntStream.range(0, chunks).parallel().forEach(chunk -> {
            Kernel.Worker worker = kernel.worker();
            double[] first = new double[outputs.size()];
            double[] second = new double[outputs.size()];
            for (int pair = chunk; pair < pairs; pair += chunks) {
                worker.replicate(weights.pairKey(pair), first, second);
                put(first, 2 * pair, outputs);
                put(second, 2 * pair + 1, outputs);
            }
        });
    }

    /** The last pair of an odd number of replicates gives one more than was asked for. */
    private void put(double[] values, int replicate, List<double[]> outputs) {
        for (int m = 0; replicate < replicates && m < values.length; m++) {
            outputs.get(m)[replicate] = values[m];
        }
    }
}
