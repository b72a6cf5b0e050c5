package io.github.tiercel.benchmarks;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import io.github.tiercel.result.ServingProfile;
import io.github.tiercel.serving.LatencyProbe;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the latency probe costs a call of a model that costs nothing. Contains the probe's warm-up of 0.2 s and its
 * listening for noise, shared among the calls: about 30 ns each.
 *
 * <p>Run: {@code scripts/benchmark.sh ProbeOverhead}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@State(Scope.Benchmark)
public class ProbeOverheadBenchmark {

    private static final int CALLS = 10_000_000;

    /** A rate that nothing keeps up with, so that the open loop never waits. */
    private static final double ALL_AT_ONCE = 1e9;

    private final Features<double[]> rows = Features.of(new double[1000][1]);

    /** {@return what was measured, so that nothing is optimised away} */
    @Benchmark
    @OperationsPerInvocation(CALLS)
    public ServingProfile closedLoop() {
        return probe().build().measure();
    }

    /** {@return what was measured in both loops, one after the other} */
    @Benchmark
    @OperationsPerInvocation(2 * CALLS)
    public ServingProfile closedAndOpenLoop() {
        return probe().arrivals(ALL_AT_ONCE, 1).build().measure();
    }

    private LatencyProbe.Builder<double[]> probe() {
        return LatencyProbe.of(new Nothing(), rows)
                .runs(1)
                .calls(CALLS)
                .runTime(Duration.ofNanos(1))
                .atMost(Duration.ofMinutes(5));
    }

    private record Nothing() implements Predictor<double[]> {

        @Override
        public void predict(Batch<double[]> batch, ScoreSink scores) {
            scores.score(0, 0);
        }

        @Override
        public Outputs outputs() {
            return Outputs.score();
        }
    }
}
