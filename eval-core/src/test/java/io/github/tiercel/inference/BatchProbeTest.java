package io.github.tiercel.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BatchProbeTest {

    private static final int ROWS = 100;
    private static final int TRIED = 2 * BatchProbe.ROWS;

    private final BatchProbe probe = new BatchProbe();

    @Test
    void aScoreThatDependsOnTheLargestOfTheBatchIsFoundOut() {
        Counting model = Counting.of(BatchProbeTest::largest);
        assertFalse(probe.isKnown(model));
        assertFalse(probe.isVariant(model));
        BatchProbe.Outcome outcome = tried(model).orElseThrow();
        assertEquals(TRIED, outcome.rows());
        assertEquals(TRIED, model.asked.get());
        assertTrue(outcome.difference().largest() >= 1);
        assertTrue(probe.isKnown(model));
        assertTrue(probe.isVariant(model));
    }

    @Test
    void aScoreOfTheRowAloneIsNotVariant() {
        Counting model = Counting.of((batch, scores) -> give(batch, scores, 0));
        assertEquals(Optional.of(new BatchProbe.Outcome(TRIED, ScoreDifference.NONE)), tried(model));
        assertTrue(probe.isKnown(model));
        assertFalse(probe.isVariant(model));
    }

    @Test
    void roundingIsNotVariance() {
        Counting model = Counting.of((batch, scores) -> give(batch, scores, 1e-7 * batch.size()));
        assertTrue(tried(model).orElseThrow().difference().largest() > 0);
        assertFalse(probe.isVariant(model));
    }

    /** The largest difference may be that of any row. */
    @Test
    void oneRowOfSixteenIsEnough() {
        for (int odd = 0; odd < BatchProbe.ROWS; odd++) {
            int row = Inferences.order(ROWS).row(odd);
            Counting model = Counting.of((batch, scores) -> {
                for (int i = 0; i < batch.size(); i++) {
                    scores.score(i, batch.row(i) == row ? batch.size() : 0);
                }
            });
            assertEquals(
                    BatchProbe.ROWS - 1, tried(model).orElseThrow().difference().largest());
            assertTrue(probe.isVariant(model));
        }
    }

    @Test
    void aModelOfOneRowAtATimeIsNotAsked() {
        Predictor<Integer> model = Predictor.of(row -> {
            throw new IllegalStateException("asked");
        });
        List<Predictor<Integer>> names =
                List.of(model, model.withFingerprint(ModelFingerprint.of("m")), model.on((Integer row) -> row + 1));
        for (Predictor<Integer> named : names) {
            assertTrue(probe.isKnown(named));
            assertFalse(probe.isVariant(named));
        }
    }

    @Test
    void aModelThatSaysSoOrIsNotAtHandIsNotAsked() {
        Predictor<Integer> variant = new Counting((batch, scores) -> {}, true);
        assertTrue(probe.isKnown(variant));
        assertTrue(probe.isVariant(variant));
        Predictor<Integer> absent = Predictor.absent(ModelFingerprint.of("m"), Outputs.score());
        assertTrue(probe.isKnown(absent));
        assertFalse(probe.isVariant(absent));
    }

    @Test
    void oneRowHasNoOthersBesideIt() {
        Counting model = Counting.of(BatchProbeTest::largest);
        assertEquals(Optional.empty(), probe.tried(Inferences.features(1), Inferences.order(1), model));
        assertEquals(0, model.asked.get());
        assertFalse(probe.isKnown(model));
        assertEquals(
                4,
                probe.tried(Inferences.features(2), Inferences.order(2), model)
                        .orElseThrow()
                        .rows());
    }

    @Test
    void anObjectIsTriedOnceUnderWhateverName() {
        Counting model = Counting.of(BatchProbeTest::largest);
        Predictor<Integer> named = model.withFingerprint(ModelFingerprint.of("epoch 1"));
        Predictor<Integer> renamed = named.withFingerprint(ModelFingerprint.of("epoch 2"));
        Predictor<Integer> prepared = model.on((Integer row) -> 2 * row);
        assertTrue(tried(named).isPresent());
        for (Predictor<Integer> again : List.of(model, named, renamed, prepared)) {
            assertTrue(probe.isKnown(again));
            assertTrue(probe.isVariant(again));
            assertEquals(Optional.empty(), tried(again));
        }
        assertEquals(TRIED, model.asked.get());
    }

    @Test
    void equalModelsAreTriedEach() {
        Predictor<Integer> one = new Equal(new AtomicInteger());
        Predictor<Integer> other = new Equal(new AtomicInteger());
        assertTrue(tried(one).isPresent());
        assertTrue(tried(other).isPresent());
    }

    @Test
    void aModelThatFailedIsTriedAgain() {
        AtomicBoolean fails = new AtomicBoolean(true);
        Counting model = Counting.of((batch, scores) -> {
            if (fails.get()) {
                throw new IllegalStateException("no luck");
            }
            largest(batch, scores);
        });
        assertThrows(ModelException.class, () -> tried(model));
        assertFalse(probe.isKnown(model));
        fails.set(false);
        assertTrue(tried(model).isPresent());
        assertTrue(probe.isVariant(model));
    }

    @Test
    void ofSeveralThreadsOneTries() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        Counting model = Counting.of(BatchProbeTest::largest);
        List<FutureTask<Boolean>> tasks = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            tasks.add(started(() -> {
                start.await();
                boolean own = tried(model).isPresent();
                assertTrue(probe.isVariant(model));
                return own;
            }));
        }
        start.countDown();
        int tries = 0;
        for (FutureTask<Boolean> task : tasks) {
            tries += task.get() ? 1 : 0;
        }
        assertEquals(1, tries);
        assertEquals(TRIED, model.asked.get());
    }

    /** Of as many models as make any table grow. */
    @Test
    void aSlowModelHoldsUpNoOther() throws Exception {
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Counting slow = Counting.of((batch, scores) -> {
            atWork.countDown();
            goOn.await();
            largest(batch, scores);
        });
        FutureTask<Boolean> waiting = started(() -> tried(slow).isPresent());
        atWork.await();
        for (int i = 0; i < 200; i++) {
            assertTrue(tried(Counting.of(BatchProbeTest::largest)).isPresent());
        }
        assertFalse(probe.isKnown(slow));
        goOn.countDown();
        assertTrue(waiting.get());
    }

    @Test
    void whoWaitsForAnotherThreadCanBeInterrupted() throws Exception {
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Counting slow = Counting.of((batch, scores) -> {
            atWork.countDown();
            goOn.await();
            largest(batch, scores);
        });
        FutureTask<Boolean> first = started(() -> tried(slow).isPresent());
        atWork.await();
        Thread.currentThread().interrupt();
        ModelException ended = assertThrows(ModelException.class, () -> tried(slow));
        assertTrue(Thread.interrupted());
        assertTrue(ended.isInterrupted());
        assertEquals("The evaluation was interrupted while a model was tried.", ended.getMessage());
        goOn.countDown();
        assertTrue(first.get());
    }

    /** As an ensemble does that evaluates its members. */
    @Test
    void aModelMayTryOthersWhileItIsTried() {
        Counting model = Counting.of((batch, scores) -> {
            for (int i = 0; i < 20; i++) {
                tried(Counting.of(BatchProbeTest::largest));
            }
            largest(batch, scores);
        });
        assertTrue(tried(model).isPresent());
        assertTrue(probe.isVariant(model));
    }

    private Optional<BatchProbe.Outcome> tried(Predictor<Integer> model) {
        return probe.tried(Inferences.features(ROWS), Inferences.order(ROWS), model);
    }

    private static <T> FutureTask<T> started(java.util.concurrent.Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "probe test");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static void largest(Batch<Integer> batch, ScoreSink scores) {
        int largest = 0;
        for (int i = 0; i < batch.size(); i++) {
            largest = Math.max(largest, batch.row(i));
        }
        give(batch, scores, largest);
    }

    private static void give(Batch<Integer> batch, ScoreSink scores, double more) {
        for (int i = 0; i < batch.size(); i++) {
            scores.score(i, batch.row(i) + more);
        }
    }

    private record Equal(AtomicInteger calls) implements Predictor<Integer> {

        @Override
        public void predict(Batch<Integer> batch, ScoreSink scores) {
            calls.incrementAndGet();
            give(batch, scores, 0);
        }

        @Override
        public Outputs outputs() {
            return Outputs.score();
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Equal;
        }

        @Override
        public int hashCode() {
            return 1;
        }
    }

    private static final class Counting implements Predictor<Integer> {

        private final Inferences.Act act;
        private final boolean saysVariant;
        private final AtomicInteger asked = new AtomicInteger();

        Counting(Inferences.Act act, boolean saysVariant) {
            this.act = act;
            this.saysVariant = saysVariant;
        }

        static Counting of(Inferences.Act act) {
            return new Counting(act, false);
        }

        @Override
        public void predict(Batch<Integer> batch, ScoreSink scores) throws Exception {
            asked.addAndGet(batch.size());
            act.on(batch, scores);
        }

        @Override
        public Outputs outputs() {
            return Outputs.score();
        }

        @Override
        public boolean isBatchVariant() {
            return saysVariant;
        }
    }
}
