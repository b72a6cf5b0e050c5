package io.github.tiercel.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.data.Batch;
import io.github.tiercel.data.EvaluationSet;
import io.github.tiercel.data.Features;
import io.github.tiercel.evaluation.CountingModel;
import io.github.tiercel.inference.BatchInference;
import io.github.tiercel.inference.BatchSize;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Predictor;
import io.github.tiercel.inference.ScoreBlock;
import io.github.tiercel.inference.ScoreSink;
import io.github.tiercel.result.Notice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that does not say that its scores depend on the batch, as a quantised one. */
class BatchVariantTest {

    private static final int ROWS = 3000;
    private static final ModelFingerprint NAME = ModelFingerprint.of("quantised");
    private static final Features<double[]> FEATURES = Features.of(
            IntStream.range(0, ROWS).mapToObj(row -> new double[] {row}).toArray(double[][]::new));

    private static final Notice SAID_LATER = new Notice(
            "BATCH_VARIANT",
            "The model scores a row differently beside other rows, so its scores are those of batches of 1,000 rows, and"
                    + " are kept for these only. With another batch size they would differ.");

    @TempDir
    private Path folder;

    private final List<StoreEvent> events = new ArrayList<>();

    @Test
    void isKeptByBatchSizeAndNeverMixed() {
        for (int batchRows : new int[] {1000, 500, 7, 1000}) {
            assertArrayEquals(
                    truth(batchRows), ask(new Largest(), batchRows, ROWS).scores(0, ROWS));
        }
        assertEquals(
                List.of(OptionalInt.of(7), OptionalInt.of(500), OptionalInt.of(1000)),
                StoreCatalog.open(folder).list().stream()
                        .map(StoredKey::batchRows)
                        .sorted((one, other) -> one.getAsInt() - other.getAsInt())
                        .toList());
        assertEquals(0, ask(new Largest(), 500, ROWS).cost().rowsInferred());
    }

    @Test
    void getsNoFittedSize() {
        try (PredictionStore store = PredictionStore.open(folder)) {
            StoredScores fitted = store.scores(order(store), new Largest(), BatchSize.fitted(), ROWS, events::add);
            assertArrayEquals(truth(1024), fitted.scores(0, ROWS));
            assertEquals(1024, fitted.cost().batchRows());
        }
    }

    @Test
    void aModelThatIsNotOneGetsItsFastestSize() {
        Predictor<double[]> steady =
                Predictor.<double[]>of(row -> row[0] / ROWS).withFingerprint(ModelFingerprint.of("steady"));
        try (PredictionStore store = PredictionStore.open(folder)) {
            StoredScores fitted = store.scores(order(store), steady, BatchSize.fitted(), ROWS, events::add);
            assertArrayEquals(store.scores(order(store), steady, 7, ROWS).scores(0, ROWS), fitted.scores(0, ROWS));
            assertEquals(1024, fitted.cost().batchRows(), "too few rows to try anything");
        }
        events.clear();
        try (PredictionStore store = PredictionStore.open(folder)) {
            StoredScores stored = store.scores(order(store), steady, BatchSize.fitted(), ROWS, events::add);
            assertEquals(0, stored.cost().rowsInferred());
            assertEquals(0, stored.cost().batchRows());
        }
    }

    @Test
    void isToldAtItsFirstUseInAStoreAndSaidAtEvery() {
        try (PredictionStore store = PredictionStore.open(folder)) {
            Largest model = new Largest();
            StoredScores first = store.scores(order(store), model, 1000, 1000, events::add);
            assertEquals(
                    "The model scores a row differently beside other rows, by up to 0.938 among 16, so its scores are those"
                            + " of batches of 1,000 rows, and are kept for these only. With another batch size they would"
                            + " differ as much.",
                    first.notices().get(0).text().replaceFirst("up to \\S+", "up to 0.938"));
            assertEquals("BATCH_VARIANT", first.notices().get(0).code());
            StoreEvent.Probed probed = (StoreEvent.Probed) events.get(0);
            assertTrue(probed.batchVariant());
            assertTrue(probed.largestDifference() > 0);
            assertEquals(Optional.empty(), probed.key());
            assertEquals(32, first.cost().rowsChecked());
            for (int rows : new int[] {ROWS, ROWS}) {
                StoredScores later = store.scores(order(store), model, 1000, rows, events::add);
                assertEquals(List.of(SAID_LATER), later.notices());
                assertEquals(1000, later.cost().batchRows(), "also of scores that were there");
            }
            assertEquals(
                    1,
                    events.stream().filter(StoreEvent.Probed.class::isInstance).count());
        }
    }

    @Test
    void isNotTriedAgainUnderEveryFingerprint() {
        AtomicInteger asked = new AtomicInteger();
        try (PredictionStore store = PredictionStore.open(folder)) {
            Predictor<double[]> live = new Largest(asked);
            for (int epoch = 1; epoch <= 3; epoch++) {
                Predictor<double[]> named = live.withFingerprint(ModelFingerprint.ofEpoch("run", epoch));
                StoredScores found = store.scores(order(store), named, 1000, 1000, events::add);
                assertEquals(epoch > 1, found.notices().contains(SAID_LATER));
            }
            assertEquals(32 + 3 * 1000, asked.get());
        }
        assertTrue(StoreCatalog.open(folder).list().stream()
                .allMatch(key -> key.batchRows().equals(OptionalInt.of(1000))));
    }

    @Test
    void isFoundWhileItIsNotAtHandInBatchesOfItsSizeOnly() {
        ask(new Largest(), 500, ROWS);
        Predictor<double[]> absent = Predictor.absent(NAME, Outputs.score());
        StoredScores found = ask(absent, 500, ROWS);
        assertArrayEquals(truth(500), found.scores(0, ROWS));
        assertEquals(
                List.of("BATCH_VARIANT", "NOT_RECHECKED"),
                found.notices().stream().map(Notice::code).toList());
        assertEquals(
                "Scores of 0 rows are stored of this model, of 3,000 that are wanted, and the model is not at hand to score"
                        + " the rest. Give the model, or evaluate rows that it has scored.",
                assertThrows(ModelException.class, () -> ask(absent, 1000, ROWS))
                        .getMessage());
    }

    @Test
    void oneRowIsScoredWithoutATrial() {
        Features<double[]> one = Features.of(new double[][] {{5}});
        try (PredictionStore store = PredictionStore.open(folder)) {
            EvaluationSet set = EvaluationSet.binary(new boolean[1]).build();
            StoredScores found =
                    store.scores(StoredOrder.of(store.frozen(set, one), one), new Largest(), 1000, 1, events::add);
            assertEquals(0, found.cost().rowsChecked());
            assertArrayEquals(new double[] {0}, found.scores(0, 1));
        }
    }

    @Test
    void otherModelsAreToldAsNotVariantAndFunctionsOfARowAreNotTried() {
        ask(CountingModel.named("m"), 1000, 1000);
        assertEquals(new StoreEvent.Probed(Optional.empty(), 0, false), events.get(0));
        events.clear();
        ask(Predictor.<double[]>of(row -> row[0]).withFingerprint(ModelFingerprint.of("f")), 1000, 1000);
        assertEquals(1, events.size());
        assertTrue(StoreCatalog.open(folder).list().stream()
                .allMatch(key -> key.batchRows().isEmpty()));
    }

    /** Whoever has put scores there has tried the model. */
    @Test
    void aModelOfWhichScoresAreThereIsNotTriedAgain() {
        ask(CountingModel.named("m"), 1000, 1000);
        events.clear();
        CountingModel model = CountingModel.named("m");
        ask(model, 1000, ROWS);
        assertTrue(events.stream().noneMatch(StoreEvent.Probed.class::isInstance), events::toString);
        assertEquals(ROWS - 1000 + 1000, model.asked());
    }

    private StoredScores ask(Predictor<double[]> model, int batchRows, int rows) {
        try (PredictionStore store = PredictionStore.open(folder)) {
            return store.scores(order(store), model, batchRows, rows, events::add);
        }
    }

    private static StoredOrder<double[]> order(PredictionStore store) {
        EvaluationSet set = EvaluationSet.binary(new boolean[ROWS]).build();
        return StoredOrder.of(store.frozen(set, FEATURES), FEATURES);
    }

    private static double[] truth(int batchRows) {
        StoredOrder<double[]> order = order(PredictionStore.inMemory());
        List<ScoreBlock> blocks = new ArrayList<>();
        BatchInference.of(FEATURES, order.order(), new Largest(), batchRows).run(0, ROWS, blocks::add);
        return ScoreBlock.join(blocks).doubles(0);
    }

    /** Scores are shares of the largest of the batch, as scales of quantisation are. */
    private record Largest(AtomicInteger asked) implements Predictor<double[]> {

        Largest() {
            this(new AtomicInteger());
        }

        @Override
        public void predict(Batch<double[]> batch, ScoreSink scores) {
            asked.addAndGet(batch.size());
            double largest = 0;
            for (int i = 0; i < batch.size(); i++) {
                largest = Math.max(largest, batch.row(i)[0]);
            }
            for (int i = 0; i < batch.size(); i++) {
                scores.score(i, (batch.row(i)[0] - largest) / ROWS);
            }
        }

        @Override
        public Outputs outputs() {
            return Outputs.score();
        }

        @Override
        public Optional<ModelFingerprint> fingerprint() {
            return Optional.of(NAME);
        }
    }
}
