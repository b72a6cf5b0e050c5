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
 * The fast tier over given scores, with its order already made, as every epoch after the first finds it.
 *
 * <p>Run: {@code scripts/benchmark.sh FastTier}. State of the machine and figures: docs/performance.md.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@State(Scope.Benchmark)
public class FastTierBenchmark {

    /** Rows of the evaluation set; the fast tier takes 16,384 and 65,536 of them. */
    @Param({"200000", "1000000"})
    public int rows;

    private EvaluationSet set = EvaluationSet.binary(new boolean[1]).build();
    private Scores candidate = Scores.of("none", new double[1]);

    /** Makes the rows and their order. */
    @Setup
    public void setUp() {
        SyntheticRows synthetic = new SyntheticRows(rows, 0.05, 1);
        set = synthetic.set();
        set.order();
        candidate = synthetic.scores("candidate");
    }

    /** {@return the result, so that nothing is optimised away} */
    @Benchmark
    public EvaluationResult epoch() {
        return Evaluator.of(set).build().fast(candidate);
    }
}
