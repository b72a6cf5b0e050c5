package io.github.tiercel.inference;

import static io.github.tiercel.data.Thrown.assertBadData;
import static io.github.tiercel.data.Thrown.assertMisuse;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.Inferences.Slow;
import io.github.tiercel.inference.Inferences.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BatchInferenceTest {

    private static final Predictor<Integer> ZERO = Predictor.of(row -> 0);

    @AfterEach
    void noThreadIsLeftRunning() {
        assertEquals(
                List.of(),
                Thread.getAllStackTraces().keySet().stream()
                        .map(Thread::getName)
                        .filter(name -> name.startsWith("tiercel-"))
                        .toList());
    }

    @Test
    void floatsStayFloats() {
        Predictor<Integer> model = new Told(Outputs.score().in(Precision.FLOAT), 1, (batch, scores) -> {
            for (int i = 0; i < batch.size(); i++) {
                scores.score(i, 0.1 + batch.row(i));
            }
        });
        ScoreBlock block = Inferences.of(1, 1, model).infer(0, 1);
        assertEquals(Precision.FLOAT, block.precision());
        assertArrayEquals(new float[] {0.1f}, block.floats(0));
    }

    @Test
    void aModelForOneThreadIsCalledByTheCaller() {
        ConcurrentLinkedQueue<Thread> callers = new ConcurrentLinkedQueue<>();
        Told model = Told.to((batch, scores) -> {
            callers.add(Thread.currentThread());
            scores.score(0, 0);
        });
        Inferences.run(Inferences.of(3, 1, model), 0, 3);
        Inferences.run(slow(Inferences.features(3), model), 0, 3);
        assertEquals(
                List.of(Thread.currentThread()), callers.stream().distinct().toList());
        assertEquals(6, callers.size());
    }

    @Test
    void aModelForSeveralThreadsIsCalledByThatManyAtOnce() {
        CyclicBarrier allAtWork = new CyclicBarrier(3);
        ConcurrentLinkedQueue<String> names = new ConcurrentLinkedQueue<>();
        Told model = Told.to((batch, scores) -> {
                    allAtWork.await();
                    names.add(Thread.currentThread().getName());
                    scores.score(0, 0);
                })
                .on(3);
        List<Thread> takers = new ArrayList<>();
        Inferences.of(9, 1, model).run(0, 9, block -> takers.add(Thread.currentThread()));
        assertEquals(9, names.size());
        assertEquals(List.of("tiercel-inference"), names.stream().distinct().toList());
        assertEquals(List.of(Thread.currentThread()), takers.stream().distinct().toList());
    }

    @Test
    void theWindowIsBounded() {
        AtomicInteger started = new AtomicInteger();
        AtomicInteger handedOn = new AtomicInteger();
        Told model = Told.to((batch, scores) -> {
                    started.incrementAndGet();
                    scores.score(0, 0);
                })
                .on(2);
        Inferences.of(50, 1, model).run(0, 50, block -> {
            assertTrue(started.get() <= handedOn.get() + 4, "two a thread, and no more, may be pending");
            handedOn.incrementAndGet();
        });
        assertEquals(50, handedOn.get());
    }

    @Test
    void slowRowsAreAssembledAheadOnAnotherThreadButNotFarAhead() {
        AtomicInteger assembled = new AtomicInteger();
        Semaphore third = new Semaphore(0);
        ConcurrentLinkedQueue<String> names = new ConcurrentLinkedQueue<>();
        Features<Integer> features = new Watched(Inferences.features(10), () -> {
            names.add(Thread.currentThread().getName());
            if (assembled.incrementAndGet() == 3) {
                third.release();
            }
        });
        AtomicInteger predicted = new AtomicInteger();
        Told model = Told.to((batch, scores) -> {
            if (predicted.get() == 0) {
                // Would wait for ever if nothing ran ahead.
                third.acquire();
            }
            assertTrue(assembled.get() <= predicted.incrementAndGet() + 2, "two batches ahead, and no more");
            scores.score(0, 0);
        });
        Inferences.run(BatchInference.of(features, Inferences.order(10), model, 1), 0, 10);
        assertEquals(10, assembled.get());
        assertEquals(List.of("tiercel-prefetch"), names.stream().distinct().toList());
    }

    @Test
    void rowsInMemoryAreNotSentToAnotherThread() {
        ConcurrentLinkedQueue<Thread> threads = new ConcurrentLinkedQueue<>();
        Features<Integer> features =
                new Watched(Inferences.features(3), () -> threads.add(Thread.currentThread()), true);
        Inferences.run(BatchInference.of(features, Inferences.order(3), ZERO, 1), 0, 3);
        assertEquals(
                List.of(Thread.currentThread()), threads.stream().distinct().toList());
    }

    @Test
    void timeAndWaitingAreMeasured() {
        InferenceTime time = slow(Inferences.features(100), ZERO).run(0, 100, block -> {});
        assertEquals(100, time.rows());
        assertTrue(time.waitingNanos() > 0);
        assertTrue(time.inferenceNanos() >= time.waitingNanos());
        assertEquals(
                InferenceTime.NONE.rows(),
                Inferences.of(4, 2, ZERO).run(2, 2, block -> {}).rows());
    }

    @Test
    void waitingIsMeasuredWithSeveralThreads() {
        InferenceTime time = slow(
                        Inferences.features(100),
                        Told.to(BatchInferenceTest::zeros).on(2))
                .run(0, 100, block -> {});
        assertTrue(time.waitingNanos() > 0);
        assertTrue(time.inferenceNanos() >= time.waitingNanos());
    }

    @Test
    void whatFeaturesThrowComesAsItIs() {
        for (int threads : new int[] {1, 2}) {
            IllegalStateException lost = new IllegalStateException("the disk is gone");
            AtomicInteger batches = new AtomicInteger();
            Features<Integer> features = new Watched(Inferences.features(10), () -> {
                if (batches.incrementAndGet() == 4) {
                    throw lost;
                }
            });
            BatchInference<Integer> inference = BatchInference.of(
                    features,
                    Inferences.order(10),
                    Told.to(BatchInferenceTest::zeros).on(threads),
                    1);
            assertSame(lost, assertThrows(IllegalStateException.class, () -> inference.run(0, 10, block -> {})));
        }
    }

    @Test
    void whatTakesTheBlocksMayFail() {
        for (int threads : new int[] {1, 2}) {
            IllegalStateException full = new IllegalStateException("the disk is full");
            BatchInference<Integer> inference = slow(
                    Inferences.features(10), Told.to(BatchInferenceTest::zeros).on(threads));
            assertSame(
                    full,
                    assertThrows(
                            IllegalStateException.class,
                            () -> inference.run(0, 10, block -> {
                                throw full;
                            })));
        }
    }

    @Test
    void aFailureStopsTheThreadsThatAreAtWork() {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch atWork = new CountDownLatch(1);
        int first = Inferences.order(8).row(0);
        Told model = Told.to((batch, scores) -> {
                    if (batch.row(0) == first) {
                        atWork.await();
                        throw new IllegalStateException("first");
                    }
                    atWork.countDown();
                    never.await();
                })
                .on(2);
        BatchInference<Integer> inference = slow(Inferences.features(8), model);
        ModelException thrown = assertThrows(ModelException.class, () -> Inferences.run(inference, 0, 8));
        assertTrue(String.valueOf(thrown.getMessage()).endsWith(": first"));
    }

    @Test
    void anInterruptedThreadStopsBetweenBatches() {
        for (int threads : new int[] {1, 2}) {
            List<ScoreBlock> blocks = new ArrayList<>();
            BatchInference<Integer> inference =
                    Inferences.of(2000, 100, Told.to(BatchInferenceTest::zeros).on(threads));
            ModelException thrown = assertThrows(
                    ModelException.class,
                    () -> inference.run(0, 2000, block -> {
                        blocks.add(block);
                        if (blocks.size() == 11) {
                            Thread.currentThread().interrupt();
                        }
                    }));
            assertInterrupted(
                    "Inference was interrupted after 1,100 of 2,000 rows. What was handed on before is good; ask again"
                            + " for the rest.",
                    thrown);
            assertEquals(11, blocks.size());
        }
    }

    @Test
    void aModelThatIsInterruptedIsNotAtFault() {
        for (int threads : new int[] {1, 2}) {
            Told model = Told.to((batch, scores) -> {
                        throw new InterruptedException();
                    })
                    .on(threads);
            BatchInference<Integer> inference = slow(Inferences.features(3), model);
            String message = "Inference was interrupted after 0 of 3 rows. What was handed on before is good; ask again"
                    + " for the rest.";
            assertInterrupted(message, assertThrows(ModelException.class, () -> Inferences.run(inference, 0, 3)));
            assertInterrupted(message, assertThrows(ModelException.class, () -> inference.infer(0, 3)));
        }
    }

    @Test
    void whatAnInterruptedModelThrowsInsteadIsKept() {
        IllegalStateException instead = new IllegalStateException();
        BatchInference<Integer> inference = Inferences.of(1, 1, Told.to((batch, scores) -> {
            Thread.currentThread().interrupt();
            throw instead;
        }));
        ModelException thrown = assertThrows(ModelException.class, () -> Inferences.run(inference, 0, 1));
        assertTrue(thrown.isInterrupted());
        assertTrue(Thread.interrupted());
        assertSame(instead, Objects.requireNonNull(thrown.getCause()).getCause());
    }

    @Test
    void aThreadThatWaitsForRowsCanBeInterrupted() {
        Thread caller = Thread.currentThread();
        CountDownLatch never = new CountDownLatch(1);
        Features<Integer> features = new Watched(Inferences.features(3), () -> {
            caller.interrupt();
            assertThrows(InterruptedException.class, never::await);
        });
        BatchInference<Integer> inference = BatchInference.of(features, Inferences.order(3), ZERO, 1);
        ModelException thrown = assertThrows(ModelException.class, () -> Inferences.run(inference, 0, 3));
        assertTrue(thrown.isInterrupted());
        assertTrue(Thread.interrupted());
    }

    @Test
    void outputsMustNotChange() {
        AtomicInteger asked = new AtomicInteger();
        Predictor<Integer> fickle = new Predictor<>() {
            @Override
            public void predict(Batch<Integer> batch, ScoreSink scores) {
                zeros(batch, scores);
            }

            @Override
            public Outputs outputs() {
                return asked.getAndIncrement() < 3 ? Outputs.score() : Outputs.of("a", "b");
            }
        };
        BatchInference<Integer> inference = Inferences.of(4, 1, fickle);
        List<ScoreBlock> blocks = new ArrayList<>();
        assertMisuse(
                "The outputs of a model must always be the same, but were [score] in DOUBLE and are now [a, b] in"
                        + " DOUBLE. Make another predictor for a model with other outputs.",
                () -> inference.run(0, 4, blocks::add));
        assertEquals(1, blocks.size());
        assertThrows(IllegalArgumentException.class, () -> inference.infer(0, 1));
    }

    @Test
    void misuseIsRefused() {
        assertMisuse("batchRows must be at least 1, got 0", () -> Inferences.of(4, 0, ZERO));
        assertMisuse(
                "A model must allow at least one thread, but its concurrency() is 0. Give 1 if several threads must not"
                        + " call it at a time.",
                () -> Inferences.of(4, 1, Told.to(BatchInferenceTest::zeros).on(0)));
        assertBadData(
                "Got features of 1,000 rows but 4 rows to evaluate. Each row needs features, in the same order.",
                () -> BatchInference.of(Inferences.features(1000), Inferences.order(4), ZERO, 1));
        BatchInference<Integer> inference = Inferences.of(10, 4, ZERO);
        assertEquals(4, inference.batchRows());
        assertMisuse(
                "to must be a batch boundary, a multiple of 4 or the 10 rows, got 6",
                () -> Inferences.run(inference, 0, 6));
        for (int[] range : new int[][] {{-1, 4}, {8, 4}, {0, 12}}) {
            String sentence = "from and to must be ascending in [0, 10], got " + range[0] + " and " + range[1];
            assertMisuse(sentence, () -> Inferences.run(inference, range[0], range[1]));
            assertMisuse(sentence, () -> inference.infer(range[0], range[1]));
        }
        assertMisuse("a batch must have at least one row, got from 3 to 3", () -> inference.infer(3, 3));
    }

    @Test
    void aRunMayStartWithinABatch() {
        List<ScoreBlock> blocks = Inferences.run(Inferences.of(10, 4, ZERO), 3, 10);
        assertEquals(List.of(3, 4, 8), blocks.stream().map(ScoreBlock::from).toList());
        assertEquals(List.of(1, 4, 2), blocks.stream().map(ScoreBlock::rows).toList());
    }

    @Test
    void batchesOfAnotherSizeAreRefused() {
        Features<Integer> features = new Features<>() {
            @Override
            public int rows() {
                return 5;
            }

            @Override
            public Batch<Integer> batch(int[] rows) {
                return Inferences.features(5).batch(new int[1]);
            }

            @Override
            public Optional<String> fingerprint(long[] keys, int[] order) {
                return Optional.empty();
            }
        };
        assertBadData(
                "The features gave a batch of 1 rows when asked for 5 (rows 1, 2, 3, ...). Features must give every row"
                        + " asked for, in that order.",
                () -> Inferences.run(BatchInference.of(features, Inferences.order(5), ZERO, 8), 0, 5));
    }

    private static void zeros(Batch<Integer> batch, ScoreSink scores) {
        for (int i = 0; i < batch.size(); i++) {
            scores.score(i, 0);
        }
    }

    private static BatchInference<Integer> slow(Features<Integer> features, Predictor<Integer> model) {
        return BatchInference.of(new Slow<>(features), Inferences.order(features.rows()), model, 1);
    }

    /** The flag is cleared, for the next test's sake. */
    private static void assertInterrupted(String message, ModelException thrown) {
        assertEquals(message, thrown.getMessage());
        assertTrue(thrown.isInterrupted());
        assertTrue(Thread.interrupted());
    }

    /** Features that do something whenever a batch is assembled. */
    private record Watched(Features<Integer> features, Runnable action, boolean inMemory) implements Features<Integer> {

        private Watched(Features<Integer> features, Runnable action) {
            this(features, action, false);
        }

        @Override
        public int rows() {
            return features.rows();
        }

        @Override
        public Batch<Integer> batch(int[] rows) {
            action.run();
            return features.batch(rows);
        }

        @Override
        public Optional<String> fingerprint(long[] keys, int[] order) {
            return Optional.empty();
        }
    }
}
