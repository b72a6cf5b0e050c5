package io.github.tiercel.benchmarks;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.BatchInference;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.store.StoreCatalog;
import io.github.tiercel.store.StoredKey;
import io.github.tiercel.store.StoredOrder;
import io.github.tiercel.store.StoredScores;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a store's folder costs. Publish: 10,000,000 doubles of a model that costs nothing, from the first batch until
 * the last file is forced to disk. Prefix: the first 65,536 of them by a store that has nothing in memory. Hit: a key
 * of 1,000 rows, the same way. List: 1,000 keys. Targets: 400 ms, 2 ms, 2 ms, 1 s.
 *
 * <p>Prefix and hit are of a model that is not at hand, so that no time of a model is in them.
 *
 * <p>Run: {@code scripts/benchmark.sh StoreFolder}. State of the machine and figures: docs/performance.md.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class StoreFolderBenchmark {

    private static final int ROWS = 10_000_000;
    private static final int PREFIX = 65_536;
    private static final int SMALL = 1000;
    private static final int KEYS = 1000;
    private static final int WARMING = 3000;
    private static final ModelFingerprint NAME = ModelFingerprint.of("model");
    private static final Predictor<Integer> FREE =
            Predictor.<Integer>of(row -> 0.5).withFingerprint(NAME);
    private static final Predictor<Integer> ABSENT = Predictor.absent(NAME, Outputs.score());

    /** An empty folder for each run. */
    @State(Scope.Benchmark)
    public static class Empty {

        private final StoredOrder<Integer> order = order(ROWS);
        private TemporaryStore folder = TemporaryStore.make();

        /** Has the rows hashed, and what is known of them written. */
        @Setup(Level.Invocation)
        public void open() {
            folder.close();
            folder = TemporaryStore.make();
            try (PredictionStore store = folder.open()) {
                store.scores(order, FREE.withFingerprint(ModelFingerprint.of("other")), 1024, 1);
            }
        }

        /** Leaves nothing behind. */
        @TearDown
        public void close() {
            folder.close();
        }
    }

    /** A large key and a small one. */
    @State(Scope.Benchmark)
    public static class Filled {

        private final StoredOrder<Integer> large = order(ROWS);
        private final StoredOrder<Integer> small = order(SMALL);
        private final TemporaryStore folder = TemporaryStore.make();

        /** Writes the scores. */
        @Setup
        public void write() {
            try (PredictionStore store = folder.open()) {
                store.scores(large, FREE, BatchInference.DEFAULT_BATCH_ROWS, ROWS);
                store.scores(small, FREE, BatchInference.DEFAULT_BATCH_ROWS, SMALL);
            }
        }

        private PredictionStore store = PredictionStore.inMemory();

        /**
         * Has the compiler see as much of it as in a long run: of the large order each request is followed by a quarter
         * of a second in which labels are hashed, so that few requests would do it in many seconds.
         */
        @Setup
        public void warm() {
            StoredOrder<Integer> middle = order(2 * PREFIX);
            try (PredictionStore first = folder.open()) {
                first.scores(middle, FREE, BatchInference.DEFAULT_BATCH_ROWS, 2 * PREFIX);
            }
            for (int request = 0; request < WARMING; request++) {
                try (PredictionStore next = folder.open()) {
                    next.scores(middle, ABSENT, BatchInference.DEFAULT_BATCH_ROWS, PREFIX);
                }
            }
        }

        /** Opens a store that has nothing in memory. */
        @Setup(Level.Invocation)
        public void open() {
            store = folder.open();
        }

        /** What happens in the background ends before the next run. */
        @TearDown(Level.Invocation)
        public void closeStore() {
            store.close();
        }

        /** Leaves nothing behind. */
        @TearDown
        public void close() {
            folder.close();
        }
    }

    /** Many keys. */
    @State(Scope.Benchmark)
    public static class Many {

        private final TemporaryStore folder = TemporaryStore.make();

        /** Writes the scores. */
        @Setup
        public void write() {
            StoredOrder<Integer> small = order(SMALL);
            try (PredictionStore store = folder.open()) {
                for (int key = 0; key < KEYS; key++) {
                    store.scores(small, FREE.withFingerprint(ModelFingerprint.ofEpoch("run", key)), 1024, SMALL);
                }
            }
        }

        /** Leaves nothing behind. */
        @TearDown
        public void close() {
            folder.close();
        }
    }

    /** {@return the scores, which are on disk} */
    @Benchmark
    public StoredScores publish(Empty rows, CpuTime cpu) {
        cpu.begin();
        try (PredictionStore store = rows.folder.open()) {
            return store.scores(rows.order, FREE, BatchInference.DEFAULT_BATCH_ROWS, ROWS);
        } finally {
            cpu.end();
        }
    }

    /** {@return the first scores} */
    @Benchmark
    public StoredScores prefix(Filled rows, CpuTime cpu) {
        return read(rows.store, rows.large, PREFIX, cpu);
    }

    /** {@return a few scores} */
    @Benchmark
    public StoredScores hit(Filled rows, CpuTime cpu) {
        return read(rows.store, rows.small, SMALL, cpu);
    }

    private static StoredScores read(PredictionStore store, StoredOrder<Integer> order, int rows, CpuTime cpu) {
        cpu.begin();
        StoredScores scores = store.scores(order, ABSENT, BatchInference.DEFAULT_BATCH_ROWS, rows);
        cpu.end();
        return scores;
    }

    /** {@return the keys} */
    @Benchmark
    public List<StoredKey> list(Many keys, CpuTime cpu) {
        cpu.begin();
        List<StoredKey> listed = StoreCatalog.open(keys.folder.path()).list();
        cpu.end();
        if (listed.size() != KEYS) {
            throw new IllegalStateException(listed.size() + " keys");
        }
        return listed;
    }

    private static StoredOrder<Integer> order(int rows) {
        Features<Integer> features = Features.of(Collections.nCopies(rows, 0), "always zero");
        return StoredOrder.of(EvaluationSet.binary(new boolean[rows]).build(), features);
    }
}
