package io.github.tiercel.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
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
     * Each batch is read while one of two threads scores the one before, so that half of what they could do is idle.
     */
    @Test
    void threadsThatAreHalfIdleWaitHalfOfTheTime() throws InterruptedException {
        assertEquals(0.5, onTwoThreads(MODEL).waitingShare(), 1e-3);
    }

    @Test
    void threadsThatAreAtWorkAQuarterOfTheTimeWaitTheRest() throws InterruptedException {
        assertEquals(0.75, onTwoThreads(2 * MODEL).waitingShare(), 1e-3);
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

    /** The same on two threads, of which one at a time is at work, for a reader that is no faster than one. */
    private static InferenceTime onTwoThreads(long reader) throws InterruptedException {
        AtomicLong now = new AtomicLong();
        Thread caller = Thread.currentThread();
        Semaphore looks = new Semaphore(0);
        Semaphore scored = new Semaphore(0);
        BatchRange<Integer> range = new BatchRange<>(Inferences.features(BATCHES), Inferences.order(BATCHES), 1);
        Predictor<Integer> model = Inferences.Told.to((batch, scores) -> {
            scored.acquire();
            scores.score(0, 0.5);
        });
        BatchScoring<Integer> scoring = new BatchScoring<>(model, model.outputs());
        LongSupplier clock = () -> {
            long time = now.get();
            looks.release(Thread.currentThread() == caller ? 0 : 1);
            return time;
        };
        return new InferenceRun<>(range, scoring, 0, BATCHES, block -> {}, clock)
                .time(2, new WatchingReader(range, now, reader, looks, scored));
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

    /**
     * Reads a batch while the one before is scored.
     *
     * @param looks one whenever a thread that scores looks at the clock, as it does when it begins and when it ends
     * @param scored ends the scoring of a batch
     */
    private record WatchingReader(
            BatchRange<Integer> range, AtomicLong now, long nanos, Semaphore looks, Semaphore scored)
            implements BatchSource<Integer> {

        @Override
        public AssembledBatch<Integer> from(int position) throws InterruptedException {
            if (position > 0) {
                looks.acquire();
                now.addAndGet(MODEL);
                scored.release();
                looks.acquire();
            }
            now.addAndGet(position > 0 ? nanos - MODEL : nanos);
            if (position == BATCHES - 1) {
                scored.release();
            }
            return range.from(position);
        }

        @Override
        public void close() {}
    }
}
