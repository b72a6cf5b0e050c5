package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.CountingModel;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreSink;
import io.github.tiercel.result.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a folder while it is in use. */
class SharedFolderTest {

    private static final int ROWS = 200_000;
    private static final int BATCH = 1000;

    @TempDir
    private Path folder;

    @Test
    void twoStoresOfOneProcessInferEachRowOnce() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Predictor<double[]> slow = named(row -> {
            started.countDown();
            await(goOn);
            return row[0];
        });
        try (PredictionStore one = PredictionStore.open(folder);
                PredictionStore other = PredictionStore.open(folder)) {
            CompletableFuture<StoredScores> first = CompletableFuture.supplyAsync(() -> infer(one, slow, 5000));
            started.await();
            CountingModel model = CountingModel.named("m");
            FutureTask<StoredScores> second = new FutureTask<>(() -> infer(other, model, 5000));
            Thread waiting = new Thread(second);
            waiting.start();
            // It waits for the lock between two looks at the folder, or is done with work that was not its own.
            while (waiting.isAlive() && waiting.getState() != Thread.State.TIMED_WAITING) {
                Thread.onSpinWait();
            }
            goOn.countDown();
            assertEquals(5000, first.get().cost().rowsInferred());
            assertEquals(0, second.get().cost().rowsInferred());
            assertEquals(CountingModel.PROBED + BATCH, model.asked());
            assertArrayEquals(first.get().scores(0, 5000), second.get().scores(0, 5000));
        }
    }

    /** The lock is held by somebody whose scores are of no use to a model with other weights. */
    @Test
    void aModelThatIsNotTheOneOfTheFolderDoesNotWaitForIt() throws Exception {
        try (PredictionStore store = PredictionStore.open(folder)) {
            infer(store, named(row -> row[0]), 5000);
        }
        CountDownLatch atWork = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Predictor<double[]> slow = named(row -> {
            if (Thread.currentThread().getName().equals("slow") && atWork.getCount() > 0) {
                atWork.countDown();
                await(goOn);
            }
            return row[0];
        });
        try (PredictionStore one = PredictionStore.open(folder);
                PredictionStore other = PredictionStore.open(folder)) {
            Thread thread = new Thread(() -> infer(one, slow, 8000), "slow");
            thread.start();
            atWork.await();
            StoredScores found = infer(other, named(row -> 2 * row[0]), 8000);
            assertEquals(8000, found.cost().rowsInferred());
            assertEquals("CHANGED_MODEL", found.notices().get(0).code());
            assertTrue(thread.isAlive());
            goOn.countDown();
            thread.join();
        }
    }

    @Test
    void manySmallFilesBecomeFew() {
        CountingModel model = CountingModel.named("m");
        try (PredictionStore store = PredictionStore.open(folder)) {
            StoredOrder<double[]> order = order(store);
            for (int rows = 10; rows <= 700; rows += 10) {
                store.scores(order, model, 10, rows);
            }
        }
        assertTrue(Stored.files(folder).size() < 20, () -> String.valueOf(Stored.files(folder)));
        try (PredictionStore store = PredictionStore.open(folder)) {
            assertEquals(0, infer(store, model, 700).cost().rowsInferred());
        }
    }

    @Test
    void aStoreThatWasEmptiedMeanwhileCanBeOpenedAgain() throws Exception {
        CountingModel model = CountingModel.named("m");
        try (PredictionStore store = PredictionStore.open(folder)) {
            infer(store, model, 5000);
            store.flush();
            empty(folder);
            assertEquals(0, infer(store, model, 5000).cost().rowsInferred());
            infer(store, model, ROWS);
        }
        try (PredictionStore store = PredictionStore.open(folder)) {
            StoredScores found = infer(store, model, ROWS);
            assertEquals(ROWS, found.cost().rowsInferred() + found.cost().rowsReused());
        }
        try (PredictionStore store = PredictionStore.open(folder)) {
            assertEquals(0, infer(store, model, ROWS).cost().rowsInferred());
        }
    }

    @Test
    void aStoreThatWasDeletedMeanwhileDoesNotComeBack() throws Exception {
        Path gone = folder.resolve("gone");
        try (PredictionStore store = PredictionStore.open(gone)) {
            infer(store, CountingModel.named("m"), 5000);
            store.flush();
            Stored.delete(gone);
            StoredScores more = infer(store, CountingModel.named("m"), ROWS);
            assertEquals(ROWS - 5000, more.cost().rowsInferred());
            store.flush();
            assertEquals(
                    "Predictions cannot be written to " + folder.toRealPath().resolve("gone")
                            + " (a folder is gone), so"
                            + " they are kept in memory only from here on. The evaluation itself is not affected.",
                    infer(store, CountingModel.named("other"), 5000)
                            .notices()
                            .get(0)
                            .text());
        }
        assertFalse(Files.exists(gone));
    }

    @Test
    void closingWhileAModelIsAtWorkLosesNothing() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        PredictionStore store = PredictionStore.open(folder);
        StoredOrder<double[]> order = order(store);
        CompletableFuture<StoredScores> scores = CompletableFuture.supplyAsync(() -> store.scores(
                order,
                named(row -> {
                    started.countDown();
                    await(goOn);
                    return row[0];
                }),
                BATCH,
                ROWS));
        started.await();
        store.close();
        goOn.countDown();
        assertEquals(ROWS, scores.get().cost().rowsInferred());
        try (PredictionStore next = PredictionStore.open(folder)) {
            assertEquals(0, infer(next, CountingModel.named("m"), ROWS).cost().rowsInferred());
        }
    }

    /** Its scores can be checked and continued only in the batches in which it gave them. */
    @Test
    void partsOfLargeBatchesAreNotTakenForBatches() {
        int batch = 150_000;
        try (PredictionStore store = PredictionStore.open(folder)) {
            store.scores(order(store), new BatchMean(), batch, ROWS);
        }
        try (PredictionStore store = PredictionStore.open(folder)) {
            StoredScores few = store.scores(order(store), new BatchMean(), batch, 2048);
            assertEquals(0, few.cost().rowsInferred());
            assertEquals(
                    List.of("BATCH_VARIANT"),
                    few.notices().stream().map(Notice::code).toList());
            assertEquals(
                    0,
                    store.scores(order(store), new BatchMean(), batch, ROWS)
                            .cost()
                            .rowsInferred());
        }
    }

    private record BatchMean() implements Predictor<double[]> {

        @Override
        public void predict(Batch<double[]> batch, ScoreSink scores) {
            double sum = 0;
            for (int i = 0; i < batch.size(); i++) {
                sum += batch.row(i)[0];
            }
            for (int i = 0; i < batch.size(); i++) {
                scores.score(i, batch.row(i)[0] - sum / batch.size());
            }
        }

        @Override
        public Outputs outputs() {
            return Outputs.score();
        }

        @Override
        public Optional<ModelFingerprint> fingerprint() {
            return Optional.of(ModelFingerprint.of("mean"));
        }

        @Override
        public boolean isBatchVariant() {
            return true;
        }
    }

    private static void empty(Path folder) throws IOException {
        for (String name : Stored.files(folder)) {
            Files.delete(folder.resolve(name));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static StoredScores infer(PredictionStore store, Predictor<double[]> model, int rows) {
        return store.scores(order(store), model, BATCH, rows);
    }

    private static Predictor<double[]> named(ToDoubleFunction<double[]> model) {
        return Predictor.of(model).withFingerprint(ModelFingerprint.of("m"));
    }

    private static StoredOrder<double[]> order(PredictionStore store) {
        Features<double[]> features = Features.of(
                IntStream.range(0, ROWS).mapToObj(row -> new double[] {row}).toArray(double[][]::new));
        return StoredOrder.of(
                store.frozen(EvaluationSet.binary(new boolean[ROWS]).build(), features), features);
    }
}
