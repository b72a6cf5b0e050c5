package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.CountingModel;
import io.github.tiercel.evaluation.Simulated;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.result.InferenceCost;
import io.github.tiercel.result.Notice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionStoreTest {

    private static final int ROWS = 150_000;
    private static final int BATCH = 1000;
    private static final Simulated DATA = Simulated.rows(ROWS, 0.1, 11);

    @TempDir
    private Path folder;

    @Test
    void anotherStoreOnTheSameFolderInfersNothing() {
        CountingModel model = CountingModel.named("m");
        double[] first = infer(model, ROWS).scores(0, ROWS);
        assertEquals(CountingModel.PROBED + ROWS, model.asked());
        StoredScores found = infer(model, ROWS);
        assertArrayEquals(first, found.scores(0, ROWS));
        InferenceCost cost = found.cost();
        assertEquals(0, cost.rowsInferred());
        assertEquals(ROWS, cost.rowsReused());
        assertEquals(3 * BATCH, cost.rowsChecked());
        assertTrue(cost.savedMillis() > 0);
        assertEquals(List.of(), found.notices());
    }

    @Test
    void whatIsMissingIsInferredInBatchesAtTheirPlaces() {
        CountingModel model = CountingModel.named("m");
        infer(model, 10_500);
        StoredScores more = infer(model, 100_000);
        assertEquals(11_000, more.cost().rowsReused());
        assertEquals(89_000, more.cost().rowsInferred());
        assertArrayEquals(infer(CountingModel.anonymous(), 100_000).scores(0, 100_000), more.scores(0, 100_000));
    }

    @Test
    void segmentsEndAtBatchesAndHoldNoMoreThanTheyShould() throws IOException {
        infer(CountingModel.named("m"), ROWS);
        try (Stream<Path> files = Files.walk(folder)) {
            List<SegmentName> segments = files.map(file -> SegmentName.parse(String.valueOf(file.getFileName())))
                    .flatMap(Optional::stream)
                    .sorted(SegmentName.IN_ORDER)
                    .toList();
            // What is made while the disk is busy is written as one file, which ends where a segment does.
            assertTrue(segments.size() <= 3, () -> String.valueOf(segments));
            int position = 0;
            for (SegmentName segment : segments) {
                assertEquals(position, segment.from());
                assertTrue(segment.to() % 66_000 == 0 || segment.to() == ROWS, () -> String.valueOf(segments));
                position = segment.to();
            }
            assertEquals(ROWS, position);
        }
    }

    @Test
    void aModelThatFailsHalfWayKeepsWhatItGave() {
        AtomicInteger asked = new AtomicInteger();
        Predictor<double[]> failing = named(Predictor.of(row -> {
            if (asked.incrementAndGet() > 80_500) {
                throw new IllegalStateException("out of luck");
            }
            return row[0];
        }));
        assertThrows(ModelException.class, () -> infer(failing, ROWS));
        StoredScores found = infer(named(Predictor.of(row -> row[0])), ROWS);
        assertEquals(80_000, found.cost().rowsReused());
        assertEquals(ROWS - 80_000, found.cost().rowsInferred());
    }

    @Test
    void aFingerprintThatLiesIsFoundOutByTheNextProcess() {
        infer(named(Predictor.of(row -> row[0])), ROWS);
        StoredScores found = infer(named(Predictor.of(row -> row[0] / 2)), ROWS);
        assertEquals(ROWS, found.cost().rowsInferred());
        assertEquals("CHANGED_MODEL", found.notices().get(0).code());
        assertArrayEquals(infer(Predictor.of(row -> row[0] / 2), ROWS).scores(0, ROWS), found.scores(0, ROWS));
        // Nothing was overwritten: the first model's scores are still there.
        assertEquals(0, infer(named(Predictor.of(row -> row[0])), ROWS).cost().rowsInferred());
    }

    @Test
    void roundingIsNotAnotherModel() {
        infer(named(Predictor.of(row -> row[0])), 5_000);
        StoredScores found = infer(named(Predictor.of(row -> row[0] + 1e-7)), 5_000);
        assertEquals(0, found.cost().rowsInferred());
        assertEquals(List.of(), found.notices());
    }

    @Test
    void aDamagedFileCostsInferenceAndIsSaid() throws IOException {
        CountingModel model = CountingModel.named("m");
        infer(model, 66_000);
        infer(model, 132_000);
        double[] whole = infer(model, ROWS).scores(0, ROWS);
        Path segment = only("66000-132000.arrow");
        assertTrue(segment.toFile().setWritable(true));
        byte[] bytes = Files.readAllBytes(segment);
        bytes[bytes.length / 2] ^= 1;
        Files.write(segment, bytes);
        StoredScores found = infer(model, ROWS);
        assertArrayEquals(whole, found.scores(0, ROWS));
        assertEquals(66_000, found.cost().rowsReused());
        assertEquals(ROWS - 66_000, found.cost().rowsInferred());
        assertEquals(
                "1 file of stored predictions did not pass the check and went to "
                        + folder.toRealPath().resolve("quarantine") + "; the model was asked again for these rows.",
                found.notices().get(0).text());
        assertEquals(0, infer(model, ROWS).cost().rowsInferred());
    }

    @Test
    void aStoreThatCannotBeWrittenPassesScoresThrough() throws IOException {
        CountingModel model = CountingModel.named("m");
        try (PredictionStore store = PredictionStore.open(folder)) {
            StoredOrder<double[]> order = order(store);
            // Where folders of keys should be there are files.
            for (int digits = 0; digits < 256; digits++) {
                Files.createFile(folder.resolve(String.format("%02x", digits)));
            }
            store.scores(order, model, BATCH, 5_000);
            store.flush();
            StoredScores more = store.scores(order, model, BATCH, ROWS);
            assertEquals(5_000, more.cost().rowsReused());
            Notice notice = more.notices().stream()
                    .filter(said -> said.code().equals("NOT_STORED"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(
                    notice.text().startsWith("Predictions cannot be written to " + folder.toRealPath() + " (")
                            && notice.text()
                                    .endsWith(
                                            "), so they are kept in memory only from here on. The evaluation itself is not"
                                                    + " affected."),
                    notice.text());
        }
    }

    @Test
    void aClosedStoreStillAnswers() {
        PredictionStore store = PredictionStore.open(folder);
        StoredOrder<double[]> order = order(store);
        store.close();
        store.close();
        store.flush();
        assertEquals(
                5_000,
                store.scores(order, CountingModel.named("m"), BATCH, 5_000)
                        .cost()
                        .rowsInferred());
    }

    @Test
    void anInterruptedWaitEndsAtOnceAndTheOtherGoesOn() throws Exception {
        PredictionStore store = PredictionStore.inMemory();
        StoredOrder<double[]> order = order(store);
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Predictor<double[]> slow = named(Predictor.of(row -> {
            started.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return row[0];
        }));
        Thread leader = new Thread(() -> store.scores(order, slow, BATCH, 5_000));
        leader.start();
        started.await();
        Thread.currentThread().interrupt();
        ModelException stopped = assertThrows(ModelException.class, () -> store.scores(order, slow, BATCH, 5_000));
        assertTrue(Thread.interrupted());
        assertTrue(stopped.isInterrupted());
        assertEquals("The evaluation was interrupted while it waited for scores.", stopped.getMessage());
        goOn.countDown();
        leader.join();
        assertEquals(5_000, store.scores(order, slow, BATCH, 5_000).cost().rowsReused());
    }

    @Test
    void anInterruptWhileAnOrderIsFrozenDoesNotEndWriting() {
        CountingModel model = CountingModel.named("m");
        try (PredictionStore store = PredictionStore.open(folder)) {
            Thread.currentThread().interrupt();
            StoredOrder<double[]> order = order(store);
            assertTrue(Thread.interrupted());
            assertEquals(List.of(), store.scores(order, model, BATCH, 5_000).notices());
        }
        assertEquals(5_000, infer(model, 5_000).cost().rowsReused());
    }

    @Test
    void theFirstOrderStaysInForceAcrossProcesses() {
        double[] first;
        boolean[] corrected = DATA.labels().clone();
        for (int row = 0; row < 1000; row++) {
            corrected[row] = !corrected[row];
        }
        try (PredictionStore store = PredictionStore.open(folder)) {
            EvaluationSet set = store.frozen(set(DATA.labels()), features());
            first = Arrays.stream(set.order().rows(1000)).asDoubleStream().toArray();
        }
        try (PredictionStore store = PredictionStore.open(folder)) {
            EvaluationSet own = set(corrected);
            EvaluationSet frozen = store.frozen(own, features());
            assertArrayEquals(
                    first,
                    Arrays.stream(frozen.order().rows(1000)).asDoubleStream().toArray());
            assertFalse(Arrays.equals(own.order().rows(1000), frozen.order().rows(1000)));
        }
    }

    @Test
    void anotherOrderSharesNothing() {
        CountingModel model = CountingModel.named("m");
        infer(model, 5_000);
        try (PredictionStore store = PredictionStore.open(folder)) {
            EvaluationSet other = EvaluationSet.binary(DATA.labels())
                    .ids(LongStream.range(0, ROWS).toArray())
                    .seed(7)
                    .build();
            StoredOrder<double[]> order = StoredOrder.of(store.frozen(other, features()), features());
            assertEquals(0, store.scores(order, model, BATCH, 5_000).cost().rowsReused());
        }
    }

    private Path only(String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static Predictor<double[]> named(Predictor<double[]> model) {
        return model.withFingerprint(ModelFingerprint.of("named"));
    }

    private StoredScores infer(Predictor<double[]> model, int rows) {
        try (PredictionStore store = PredictionStore.open(folder)) {
            return store.scores(order(store), model, BATCH, rows);
        }
    }

    private static StoredOrder<double[]> order(PredictionStore store) {
        return StoredOrder.of(store.frozen(set(DATA.labels()), features()), features());
    }

    private static EvaluationSet set(boolean[] labels) {
        return EvaluationSet.binary(labels)
                .ids(LongStream.range(0, ROWS).toArray())
                .build();
    }

    private static Features<double[]> features() {
        return Features.of(Arrays.stream(DATA.scores())
                .mapToObj(score -> new double[] {score})
                .toArray(double[][]::new));
    }
}
