package io.github.tiercel.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Features;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What many threads share. */
class SharedFeaturesTest {

    @Test
    void featuresAreAskedByOneThreadAtATimeHoweverManyModelsReadThem() {
        Exclusive features = new Exclusive(Inferences.features(2000), new AtomicInteger(), new AtomicInteger());
        List<CompletableFuture<InferenceTime>> models = Stream.generate(
                        () -> BatchInference.of(features, Inferences.order(2000), Predictor.of(row -> row), 10))
                .limit(4)
                .map(inference -> CompletableFuture.supplyAsync(() -> inference.run(0, 2000, block -> {})))
                .toList();
        models.forEach(CompletableFuture::join);
        assertEquals(1, features.most().get());
    }

    @Test
    void aModelForAnyNumberOfThreadsDoesNotGetThemAll() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Inferences.run(Inferences.of(2000, 1, new Boundless(threads)), 0, 2000);
        assertTrue(threads.size() <= 64, () -> threads.size() + " threads");
    }

    private record Boundless(Set<Thread> threads) implements Predictor<Integer> {

        @Override
        public void predict(Batch<Integer> batch, ScoreSink scores) {
            threads.add(Thread.currentThread());
            for (int i = 0; i < batch.size(); i++) {
                scores.score(i, batch.row(i));
            }
        }

        @Override
        public Outputs outputs() {
            return Outputs.score();
        }

        @Override
        public int concurrency() {
            return Integer.MAX_VALUE;
        }
    }

    /** Counts how many threads are within at a time. */
    private record Exclusive(Features<Integer> all, AtomicInteger within, AtomicInteger most)
            implements Features<Integer> {

        @Override
        public int rows() {
            return all.rows();
        }

        @Override
        public Batch<Integer> batch(int[] rows) {
            most.accumulateAndGet(within.incrementAndGet(), Math::max);
            try {
                // Long enough for another thread to come in, if it may.
                for (int i = 0; i < 10_000; i++) {
                    Thread.onSpinWait();
                }
                return all.batch(rows);
            } finally {
                within.decrementAndGet();
            }
        }

        @Override
        public Optional<String> fingerprint(long[] keys, int[] order) {
            return Optional.empty();
        }
    }
}
