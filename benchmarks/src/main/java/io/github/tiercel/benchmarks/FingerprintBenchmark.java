package io.github.tiercel.benchmarks;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Hashing 1,000,000 rows of eight doubles with their keys, in stratified order: what it takes once to find scores that
 * were stored for them. Target: well under 1 s.
 *
 * <p>Run: {@code scripts/benchmark.sh Fingerprint}. State of the machine and figures: docs/performance.md.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@State(Scope.Benchmark)
public class FingerprintBenchmark {

    private static final int ROWS = 1_000_000;

    private Features<double[]> features = Features.of(new double[1][1]);
    private long[] keys = new long[1];
    private int[] order = new int[1];

    /** Makes the rows and their order. */
    @Setup
    public void setUp() {
        TrainingRows rows = new TrainingRows(ROWS, 0.05, 1);
        EvaluationSet set = rows.set();
        features = rows.features();
        keys = set.keys();
        order = set.order().rows(ROWS);
    }

    /** {@return the hash, so that nothing is optimised away} */
    @Benchmark
    public Optional<String> rows(CpuTime cpu) {
        cpu.begin();
        Optional<String> fingerprint = features.fingerprint(keys, order);
        cpu.end();
        return fingerprint;
    }
}
