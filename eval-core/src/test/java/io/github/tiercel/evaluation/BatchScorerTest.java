package io.github.tiercel.evaluation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.DataException;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.inference.BatchSize;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.store.PredictionStore;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchScorerTest {

    private static final int ROWS = 3000;
    private static final double[] VALUES =
            IntStream.range(0, ROWS).mapToDouble(row -> row / (double) ROWS).toArray();
    private static final Features<double[]> FEATURES = Features.of(
            DoubleStream.of(VALUES).mapToObj(value -> new double[] {value}).toArray(double[][]::new));
    private static final long[] IDS = LongStream.range(1000, 1000 + ROWS).toArray();

    @TempDir
    private Path folder;

    @Test
    void eachRowGetsItsOwnScoreOnce() {
        CountingModel model = CountingModel.named("a");
        RowScores scores =
                scorer(PredictionStore.inMemory()).start(model).result().join();
        assertArrayEquals(VALUES, scores.scores(0));
        assertEquals(ROWS, scores.rows());
        assertEquals(ROWS, scores.cost().rowsInferred());
        assertEquals(ROWS + CountingModel.PROBED, model.asked());
    }

    @Test
    void aSecondJobInfersNothing() {
        try (PredictionStore store = PredictionStore.open(folder)) {
            scorer(store).start(CountingModel.named("a")).result().join();
        }
        try (PredictionStore store = PredictionStore.open(folder)) {
            RowScores again =
                    scorer(store).start(CountingModel.named("a")).result().join();
            assertEquals(0, again.cost().rowsInferred());
            assertArrayEquals(VALUES, again.scores(0));
        }
    }

    @Test
    void scoresAreSharedWithEvaluationsOfTheSameRows() {
        EvaluationSet set = EvaluationSet.binary(labels()).ids(IDS).build();
        try (PredictionStore store = PredictionStore.open(folder)) {
            Evaluator.of(set).features(FEATURES).store(store).build().full("model", CountingModel.named("a"));
            RowScores scores = BatchScorer.of(set, FEATURES)
                    .store(store)
                    .start(CountingModel.named("a"))
                    .result()
                    .join();
            assertEquals(0, scores.cost().rowsInferred());
            assertArrayEquals(VALUES, scores.scores(0));
        }
    }

    @Test
    void aCancelledJobGoesOnWhereItStopped() throws InterruptedException {
        CountDownLatch half = new CountDownLatch(1);
        Predictor<double[]> slow = Predictor.<double[]>of(row -> {
                    if (half.getCount() > 0 && ++seen > ROWS / 2) {
                        half.countDown();
                        pause();
                    }
                    return row[0];
                })
                .withFingerprint(ModelFingerprint.of("slow"));
        try (PredictionStore store = PredictionStore.open(folder)) {
            ScoringJob job = scorer(store).start(slow);
            half.await();
            assertTrue(job.rowsInferred() > 0 && job.rowsInferred() < job.rows());
            job.cancel();
            job.awaitEnd();
            assertInstanceOf(
                    CancellationException.class,
                    assertThrows(CompletionException.class, () -> job.result().join())
                            .getCause());
        }
        try (PredictionStore store = PredictionStore.open(folder)) {
            RowScores rest = scorer(store).start(slow).result().join();
            assertTrue(rest.cost().rowsReused() > 0, () -> rest.cost().toString());
            assertEquals(ROWS, rest.cost().rowsReused() + rest.cost().rowsInferred());
            assertArrayEquals(VALUES, rest.scores(0));
        }
    }

    private int seen;

    /** Until the job is cancelled. */
    private static void pause() {
        try {
            Thread.sleep(60_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatTheModelThrowsEndsTheJob() {
        Predictor<double[]> broken = Predictor.of(row -> Double.NaN);
        CompletionException thrown = assertThrows(
                CompletionException.class,
                () -> scorer(PredictionStore.inMemory()).start(broken).result().join());
        ModelException cause = assertInstanceOf(ModelException.class, thrown.getCause());
        assertTrue(String.valueOf(cause.getMessage()).startsWith("The model gave NaN for "), cause::toString);
    }

    @Test
    void idsMustBeDistinctAndAsManyAsRows() {
        long[] twice = IDS.clone();
        twice[7] = twice[3];
        DataException repeated = assertThrows(
                DataException.class, () -> BatchScorer.of(twice, FEATURES).start(CountingModel.named("a")));
        assertTrue(
                String.valueOf(repeated.getMessage())
                        .startsWith("Id \"1003\" in column \"id\" occurs 2 times (first at rows 4, 8)"),
                repeated::toString);
        assertEquals(
                "LENGTH_MISMATCH",
                assertThrows(DataException.class, () -> BatchScorer.of(new long[] {1}, FEATURES))
                        .code());
    }

    private static BatchScorer<double[]> scorer(PredictionStore store) {
        return BatchScorer.of(IDS, FEATURES).store(store).batchSize(BatchSize.of(64));
    }

    private static boolean[] labels() {
        boolean[] labels = new boolean[ROWS];
        for (int row = 0; row < ROWS; row += 3) {
            labels[row] = true;
        }
        return labels;
    }
}
