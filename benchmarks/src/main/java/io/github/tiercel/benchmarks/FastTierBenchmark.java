package io.github.tiercel.benchmarks;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.evaluation.Evaluator;
import io.github.tiercel.evaluation.Tier;
import io.github.tiercel.result.EvaluationResult;
import java.util.Arrays;
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

    private Evaluator defaults =
            Evaluator.of(EvaluationSet.binary(new boolean[1]).build()).build();
    private Evaluator five = defaults;
    private double[] scores = {};

    /** Makes the rows, their order, and the scores of the rows that the tier evaluates. */
    @Setup
    public void setUp() {
        SyntheticRows synthetic = new SyntheticRows(rows, 0.05, 1);
        EvaluationSet set = synthetic.set();
        defaults = Evaluator.of(set).build();
        five = Evaluator.of(set)
                .metrics("roc_auc", "average_precision", "best_f1", "log_loss", "brier")
                .build();
        scores = Arrays.stream(defaults.rows(Tier.fast()))
                .mapToDouble(synthetic.predictions()::score)
                .toArray();
    }

    /** {@return what an epoch finds by itself, so that nothing is optimised away} */
    @Benchmark
    public EvaluationResult epoch() {
        return defaults.evaluate(Tier.fast(), "candidate", scores);
    }

    /** {@return five metrics with their intervals} */
    @Benchmark
    public EvaluationResult fiveMetrics() {
        return five.evaluate(Tier.fast(), "candidate", scores);
    }
}
