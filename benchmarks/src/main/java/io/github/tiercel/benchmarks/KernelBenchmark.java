package io.github.tiercel.benchmarks;

import io.github.tiercel.metrics.BinaryPredictions;
import io.github.tiercel.metrics.Estimate;
import io.github.tiercel.metrics.Metric;
import io.github.tiercel.metrics.Value;
import io.github.tiercel.metrics.binary.Accuracy;
import io.github.tiercel.metrics.binary.BinaryMetrics;
import io.github.tiercel.metrics.binary.BinaryValues;
import io.github.tiercel.metrics.interval.Design;
import io.github.tiercel.metrics.interval.IntervalEstimator;
import io.github.tiercel.metrics.sort.RowOrder;
import io.github.tiercel.metrics.sort.ScoreCounts;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The parts of an evaluation, each by itself on one thread: sorting, the fused pass, means, intervals.
 *
 * <p>Run: {@code scripts/benchmark.sh kernels}, which prints nanoseconds a row. State of the machine and figures:
 * docs/performance.md.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
public class KernelBenchmark {

    private static final List<Metric<BinaryPredictions>> FIVE = List.of(
            BinaryMetrics.ROC_AUC,
            BinaryMetrics.AVERAGE_PRECISION,
            BinaryMetrics.BEST_F1,
            BinaryMetrics.LOG_LOSS,
            BinaryMetrics.BRIER);

    private static final List<Metric<BinaryPredictions>> MEANS =
            List.of(BinaryMetrics.LOG_LOSS, BinaryMetrics.BRIER, new Accuracy(BinaryMetrics.DEFAULT_THRESHOLD));

    /** {@return the distinct scores with their counts} */
    @Benchmark
    public ScoreCounts sort(SortedRows rows) {
        return ScoreCounts.of(rows.labels, rows.scores);
    }

    /** {@return the rows by score} */
    @Benchmark
    public int[] sortRows(SortedRows rows) {
        return RowOrder.descending(rows.scores, IntStream.range(0, rows.rows).toArray());
    }

    /** {@return ROC-AUC, average precision, best F1, log-loss and Brier score of sorted rows} */
    @Benchmark
    public Map<String, Value> fiveValues(SortedRows rows) {
        return BinaryValues.of(FIVE, rows.predictions);
    }

    /** {@return rows whose scores were checked} */
    @Benchmark
    public BinaryPredictions check(SortedRows rows) {
        return BinaryPredictions.wrap(rows.labels, rows.scores);
    }

    /** {@return log-loss, Brier score and accuracy of rows that are not sorted} */
    @Benchmark
    public Map<String, Value> threeMeans(SortedRows rows) {
        return BinaryValues.of(MEANS, rows.unsorted);
    }

    /**
     * The values of all five with the intervals of those that have influence values, of sorted rows.
     *
     * @param rows the rows
     * @param sink takes the results, so that nothing is optimised away
     */
    @Benchmark
    public void fiveIntervals(SortedRows rows, Blackhole sink) {
        IntervalEstimator estimator = IntervalEstimator.of(Design.independent(rows.rows), 0.95);
        Map<String, Value> values = BinaryValues.of(FIVE, rows.predictions);
        for (Metric<BinaryPredictions> metric : FIVE) {
            Value value = Objects.requireNonNull(values.get(metric.name()));
            Estimate estimate = estimator.estimate(metric, rows.predictions, value);
            sink.consume(estimate);
        }
    }
}
