package io.github.tiercel.benchmarks;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.BatchInference;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.store.StoredOrder;
import io.github.tiercel.store.StoredScores;
import java.util.Collections;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What the store costs a row. Infer: a model that costs nothing scores rows in memory, in batches of 1024, and the
 * store keeps the scores; what remains to be written afterwards is not measured. Target: at most 10 ns a row. Read
 * back: 10,000,000 doubles from segments of 65,536 rows with their checksums compared, by a store that has nothing in
 * memory. Target: at most 100 ms of CPU time, {@code cpuMillis} by {@code calls}.
 *
 * <p>Run: {@code scripts/benchmark.sh StoreBenchmark}. State of the machine and figures: docs/performance.md.
 */
@BenchmarkMode(Mode.AverageTime)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class StoreBenchmark {

    private static final int INFERRED = 1_000_000;
    private static final int STORED = 10_000_000;

    /** Rows to infer, and a store to keep their scores. */
    @State(Scope.Benchmark)
    public static class Inferred {

        /** Where scores are kept. */
        @Param({"memory", "folder"})
        public String store = "memory";

        private final StoredOrder<Integer> order = order(INFERRED);
        private TemporaryStore folder = TemporaryStore.make();
        private PredictionStore kept = PredictionStore.inMemory();
        private int model;

        /** Opens a store, and has the rows hashed. */
        @Setup(Level.Iteration)
        public void open() {
            folder.close();
            folder = TemporaryStore.make();
            kept = "folder".equals(store) ? folder.open() : PredictionStore.inMemory();
            kept.scores(order, new Free("hashes the rows"), 1024, 1);
        }

        /** Takes a model that the store does not know. */
        @Setup(Level.Invocation)
        public void next() {
            model++;
        }

        /** Writes what is left to write, outside the measurement. */
        @TearDown(Level.Invocation)
        public void flush() {
            kept.flush();
        }

        /** Deletes what was written. */
        @TearDown(Level.Iteration)
        public void delete() {
            kept.close();
            folder.close();
            folder = TemporaryStore.make();
        }

        /** Leaves nothing behind. */
        @TearDown
        public void close() {
            folder.close();
        }
    }

    /** Scores in a folder. */
    @State(Scope.Benchmark)
    public static class Stored {

        private static final Free MODEL = new Free("stored");

        private final StoredOrder<Integer> order = order(STORED);
        private final TemporaryStore folder = TemporaryStore.make();

        /** Writes the scores. */
        @Setup
        public void write() {
            try (PredictionStore store = folder.open()) {
                store.scores(order, MODEL, BatchInference.DEFAULT_BATCH_ROWS, STORED);
            }
        }

        /** Leaves nothing behind. */
        @TearDown
        public void close() {
            folder.close();
        }
    }

    /** {@return the scores, so that nothing is optimised away} */
    @Benchmark
    @OperationsPerInvocation(INFERRED)
    @OutputTimeUnit(TimeUnit.NANOSECONDS)
    public StoredScores inferRow(Inferred rows, CpuTime cpu) {
        Free model = new Free("model " + rows.model);
        cpu.begin();
        StoredScores scores = rows.kept.scores(rows.order, model, BatchInference.DEFAULT_BATCH_ROWS, INFERRED);
        cpu.end();
        return scores;
    }

    /** {@return the scores, so that nothing is optimised away} */
    @Benchmark
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public StoredScores readBack(Stored rows, CpuTime cpu) {
        try (PredictionStore store = rows.folder.open()) {
            cpu.begin();
            StoredScores scores = store.scores(rows.order, Stored.MODEL, BatchInference.DEFAULT_BATCH_ROWS, STORED);
            cpu.end();
            requireReused(scores);
            return scores;
        }
    }

    private static void requireReused(StoredScores scores) {
        if (scores.cost().rowsReused() != STORED) {
            throw new IllegalStateException("not read but inferred: " + scores.cost() + " " + scores.notices());
        }
    }

    private static StoredOrder<Integer> order(int rows) {
        Features<Integer> features = Features.of(Collections.nCopies(rows, 0), "always zero");
        return StoredOrder.of(EvaluationSet.binary(new boolean[rows]).build(), features);
    }

    private record Free(String name) implements Predictor<Integer> {

        private static final Outputs SCORE = Outputs.score();

        @Override
        public void predict(Batch<Integer> batch, ScoreSink scores) {
            for (int i = 0; i < batch.size(); i++) {
                scores.score(i, 0.5);
            }
        }

        @Override
        public Outputs outputs() {
            return SCORE;
        }

        @Override
        public Optional<ModelFingerprint> fingerprint() {
            return Optional.of(ModelFingerprint.of(name));
        }
    }
}
