package io.github.tiercel.benchmarks;

import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.training.EpochEvaluator;
import io.github.tiercel.training.EpochResult;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * All that happens between two epochs of a training loop: inference of the fast tier by a model that costs nothing, its
 * metrics, intervals and curves, the comparison with the epoch that improved last, and the hand-over of scores to the
 * store, which writes them on a thread of its own meanwhile. Targets: at most 3 ms with 16,384 rows sampled, 6 ms with
 * 65,536.
 *
 * <p>Run: {@code scripts/benchmark.sh EpochBenchmark}. State of the machine and figures: docs/performance.md.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@State(Scope.Benchmark)
public class EpochBenchmark {

    /** How many rows there are; 16,384 or 65,536 of them are sampled. */
    @Param({"200000", "1000000"})
    public int all = 200_000;

    /** Whether an epoch before was evaluated in full, so that estimates borrow from it. */
    @Param({"plain", "borrowed"})
    public String estimates = "plain";

    /** Where scores are kept. */
    @Param({"memory", "folder"})
    public String store = "memory";

    private TrainingRows rows = new TrainingRows(1, 1, 1);
    private TemporaryStore folder = TemporaryStore.make();
    private PredictionStore kept = PredictionStore.inMemory();
    private EpochEvaluator<double[]> epochs = rows.epochs(kept, "none");
    private int epoch;

    /** Makes the rows. */
    @Setup
    public void setUp() {
        folder.close();
        rows = new TrainingRows(all, 0.05, 1);
    }

    /** Begins a training run. */
    @Setup(Level.Iteration)
    public void begin() {
        folder = TemporaryStore.make();
        kept = "folder".equals(store) ? folder.open() : PredictionStore.inMemory();
        epochs = rows.epochs(kept, "run");
        if ("borrowed".equals(estimates)) {
            epochs.promote();
        }
        epoch = 0;
    }

    /** {@return the result, so that nothing is optimised away} */
    @Benchmark
    public EpochResult epoch(CpuTime cpu) {
        epoch++;
        cpu.begin();
        EpochResult result = epochs.onEpochEnd(epoch, TrainingRows.model(epoch));
        cpu.end();
        return result;
    }

    /** Ends the run; what is left to write is written outside the measurement. */
    @TearDown(Level.Iteration)
    public void end() {
        epochs.close();
        kept.close();
        folder.close();
    }
}
