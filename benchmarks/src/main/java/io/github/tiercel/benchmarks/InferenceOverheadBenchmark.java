package io.github.tiercel.benchmarks;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.BatchInference;
import io.github.tiercel.inference.InferenceTime;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import io.github.tiercel.sampling.RowKey;
import io.github.tiercel.sampling.Strata;
import io.github.tiercel.sampling.StratifiedOrder;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What inference costs a row around a model that costs nothing and reads nothing, rows being in memory.
 *
 * <p>Run: {@code scripts/benchmark.sh InferenceOverhead}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class InferenceOverheadBenchmark {

    private static final int ROWS = 1_000_000;

    /** The type in which scores are kept. */
    @Param({"DOUBLE", "FLOAT"})
    public Precision precision = Precision.DOUBLE;

    private BatchInference<Integer> inference = inference(1, Precision.DOUBLE);

    /** Makes the order of the rows. */
    @Setup
    public void setUp() {
        inference = inference(ROWS, precision);
    }

    /** {@return what it took, so that nothing is optimised away} */
    @Benchmark
    @OperationsPerInvocation(ROWS)
    public InferenceTime row() {
        return inference.run(0, ROWS, block -> {});
    }

    private static BatchInference<Integer> inference(int rows, Precision precision) {
        return BatchInference.of(
                Features.of(Collections.nCopies(rows, 0)),
                StratifiedOrder.of(RowKey.positions(rows), Strata.single(rows), 1),
                new Free(Outputs.score().in(precision)),
                BatchInference.DEFAULT_BATCH_ROWS);
    }

    private record Free(Outputs outputs) implements Predictor<Integer> {

        @Override
        public void predict(Batch<Integer> batch, ScoreSink scores) {
            for (int i = 0; i < batch.size(); i++) {
                scores.score(i, 0.5);
            }
        }
    }
}
