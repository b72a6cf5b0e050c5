package io.github.tiercel.benchmarks;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.resample.Bootstrap;
import io.github.tiercel.metrics.resample.Execution;
import io.github.tiercel.metrics.resample.Replicates;
import io.github.tiercel.metrics.resample.Scheme;
import io.github.tiercel.sampling.RowKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Replicates of five metrics of one model by every scheme, with all that is prepared for them, on the calling thread
 * alone; the scores are sorted before.
 *
 * <p>Run: {@code scripts/benchmark.sh kernels}, which prints milliseconds for 1,000 replicates. State of the machine
 * and figures: docs/performance.md.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx6g")
@State(Scope.Benchmark)
public class ReplicateBenchmark {

    private static final long SEED = 42;

    private static final List<Metric<BinaryPredictions>> FIVE = List.of(
            BinaryMetrics.ROC_AUC,
            BinaryMetrics.AVERAGE_PRECISION,
            BinaryMetrics.BEST_F1,
            BinaryMetrics.LOG_LOSS,
            BinaryMetrics.BRIER);

    /** How replicates get their weights. */
    @Param({"COMPRESSED", "RANK_BLOCKS", "ROW_HASHED"})
    public Scheme scheme = Scheme.COMPRESSED;

    /** How many replicates. */
    @Param("1000")
    public int replicates;

    /** {@return the replicates, so that nothing is optimised away} */
    @Benchmark
    public Map<String, Replicates> fiveMetrics(SortedRows rows) {
        return bootstrap(rows.rows).on(Execution.sequential()).replicates(FIVE, rows.predictions);
    }

    /** {@return the same with the help of the common pool, as an evaluation draws them} */
    @Benchmark
    public Map<String, Replicates> fiveMetricsByAllCores(SortedRows rows) {
        return bootstrap(rows.rows).replicates(FIVE, rows.predictions);
    }

    private Bootstrap bootstrap(int rows) {
        return switch (scheme) {
            case COMPRESSED -> Bootstrap.compressed(SEED, replicates);
            case RANK_BLOCKS -> Bootstrap.rankBlocks(SEED, replicates);
            default -> Bootstrap.of(RowKey.positions(rows), SEED, replicates);
        };
    }
}
