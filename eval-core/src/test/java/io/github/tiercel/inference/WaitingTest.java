package io.github.tiercel.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Features;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much of the time of inference is said to be waiting for data. */
class WaitingTest {

    private static final int BATCHES = 1000;
    private static final long MODEL = TimeUnit.MILLISECONDS.toNanos(10);

    @Test
    void aReaderOfHalfTheModelsSpeedIsWaitedForHalfOfTheTime() throws InterruptedException {
        double share = virtual(2 * MODEL).waitingShare();
        assertTrue(share > 0.45 && share < 0.55, () -> "share " + share);
    }

    @Test
    void aReaderOfAQuarterOfTheModelsSpeedIsWaitedForThreeQuartersOfTheTime() throws InterruptedException {
        assertEquals(0.75, virtual(4 * MODEL).waitingShare(), 0.01);
    }

    @Test
    void aFastReaderIsHardlyWaitedFor() throws InterruptedException {
        assertTrue(virtual(MODEL / 10).waitingShare() < 0.05);
        assertTrue(virtual(MODEL - 1).waitingShare() < 0.05);
    }

    /**
     * Coarse, for the machine may be busy: each batch takes the model 10 ms on two threads, and the reader 10 ms on its
     * own.
     */
    @Test
    void threadsThatAreHalfIdleWaitHalfOfTheTime() {
        InferenceTime time = coarse(10, 2, 10);
        assertTrue(time.waitingShare() > 0.15 && time.waitingShare() < 0.85, time::toString);
    }

    @Test
    void oneThreadWaitsForASlowReader() {
        InferenceTime time = coarse(10, 1, 20);
        assertTrue(time.waitingShare() > 0.15 && time.waitingShare() < 0.85, time::toString);
    }

    @Test
    void aModelThatIsTheSlowerPartIsNotInputBound() {
        for (int threads : new int[] {1, 2}) {
            InferenceTime time = coarse(20, threads, 0);
            assertTrue(time.waitingShare() < 0.5, time::toString);
        }
    }

    /** One thread, a clock that only the model and waiting for the reader move, a queue of two. */
    private static InferenceTime virtual(long reader) throws InterruptedException {
        AtomicLong now = new AtomicLong();
        BatchRange<Integer> range = new BatchRange<>(Inferences.features(BATCHES), Inferences.order(BATCHES), 1);
        Predictor<Integer> model = Inferences.Told.to((batch, scores) -> {
            now.addAndGet(MODEL);
            scores.score(0, 0.5);
        });
        BatchScoring<Integer> scoring = new BatchScoring<>(model, model.outputs());
        return new InferenceRun<>(range, scoring, 0, BATCHES, block -> {}, now::get)
                .time(1, new VirtualReader(range, now, reader));
    }

    private static InferenceTime coarse(int modelMillis, int threads, int readerMillis) {
        int rows = 40;
        Features<Integer> features = new Throttled(Inferences.features(rows), readerMillis);
        Predictor<Integer> model = Inferences.Told.to((batch, scores) -> {
                    Thread.sleep(modelMillis);
                    IntStream.range(0, batch.size()).forEach(row -> scores.score(row, 0.5));
                })
                .on(threads);
        return BatchInference.of(features, Inferences.order(rows), model, 1).run(0, rows, block -> {});
    }

    /** Reads ahead, two batches at most, each of which takes its time. */
    private static final class VirtualReader implements BatchSource<Integer> {

        private static final int QUEUE = 2;

        private final BatchRange<Integer> range;
        private final AtomicLong now;
        private final long nanos;
        private final long[] takenAt = new long[BATCHES];
        private long lastReady;

        VirtualReader(BatchRange<Integer> range, AtomicLong now, long nanos) {
            this.range = range;
            this.now = now;
            this.nanos = nanos;
        }

        @Override
        public AssembledBatch<Integer> from(int position) {
            long room = position < QUEUE ? 0 : takenAt[position - QUEUE];
            lastReady = Math.max(lastReady, room) + nanos;
            now.set(Math.max(now.get(), lastReady));
            takenAt[position] = now.get();
            return range.from(position);
        }

        @Override
        public void close() {}
    }

    private record Throttled(Features<Integer> features, int millis) implements Features<Integer> {

        @Override
        public int rows() {
            return features.rows();
        }

        @Override
        public Batch<Integer> batch(int[] rows) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return features.batch(rows);
        }

        @Override
        public Optional<String> fingerprint(long[] keys, int[] order) {
            return features.fingerprint(keys, order);
        }
    }
}
