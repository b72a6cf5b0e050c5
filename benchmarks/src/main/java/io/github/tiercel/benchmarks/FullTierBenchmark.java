package io.github.tiercel.benchmarks;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.result.EvaluationResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The full tier over given scores: one sort, all thirteen metrics, curves, and intervals from influence values; no
 * bootstrap. Target: at most 1 s at 1,000,000 rows.
 *
 * <p>Run: {@code scripts/benchmark.sh FullTier}. State of the machine and figures: docs/performance.md.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@State(Scope.Benchmark)
public class FullTierBenchmark {

    private static final String[] ALL_METRICS = {
        "roc_auc",
        "average_precision",
        "log_loss",
        "brier",
        "accuracy",
        "balanced_accuracy",
        "precision",
        "recall",
        "specificity",
        "f1",
        "mcc",
        "cohen_kappa",
        "best_f1"
    };

    /** Rows to evaluate. */
    @Param({"10000", "1000000"})
    public int rows;

    /** Share of positive rows. */
    @Param({"0.01", "0.3"})
    public double positives;

    private EvaluationSet set = EvaluationSet.binary(new boolean[1]).build();
    private Scores candidate = Scores.of("none", new double[1]);

    /** Makes the rows. */
    @Setup
    public void setUp() {
        SyntheticRows synthetic = new SyntheticRows(rows, positives, 1);
        set = synthetic.set();
        candidate = synthetic.scores("candidate");
    }

    /** {@return the result, so that nothing is optimised away} */
    @Benchmark
    public EvaluationResult allMetricsWithIntervals() {
        return Evaluator.of(set).metrics(ALL_METRICS).replicates(0).build().full(candidate);
    }
}
