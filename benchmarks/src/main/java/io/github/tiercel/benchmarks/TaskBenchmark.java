package io.github.tiercel.benchmarks;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Scores;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.metrics.Task;
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
 * The full tier of every task over given scores, with the metrics it computes unasked, intervals from influence values
 * and all that belongs to the task, as a table of classes; no bootstrap.
 *
 * <p>Run: {@code scripts/benchmark.sh TaskBenchmark}. State of the machine and figures: docs/performance.md.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@State(Scope.Benchmark)
public class TaskBenchmark {

    /** What labels and scores are. */
    @Param
    public Task task = Task.BINARY;

    /** Rows to evaluate. */
    @Param({"100000", "1000000"})
    public int rows;

    private EvaluationSet set = EvaluationSet.binary(new boolean[1]).build();
    private Scores candidate = Scores.of("none", new double[1]);

    /** Makes the rows. */
    @Setup
    public void setUp() {
        SyntheticTask synthetic = SyntheticTask.of(task, rows);
        set = synthetic.set();
        candidate = synthetic.candidate();
    }

    /** {@return the result, so that nothing is optimised away} */
    @Benchmark
    public EvaluationResult full() {
        return Evaluator.of(set).replicates(0).build().full(candidate);
    }
}
