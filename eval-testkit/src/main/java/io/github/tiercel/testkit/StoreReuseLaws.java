package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.data.Features;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.result.Notice;
import io.github.tiercel.store.StoredScores;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The laws of reuse: a model sees each row once. {@link PredictionStoreContract} says what they have in common.
 *
 * @since 0.1
 */
public interface StoreReuseLaws extends StoreUnderTest {

    /**
     * Prefixes that grow, of 1 row, a batch less one, a batch, a batch and one, and all, have each row inferred once:
     * whole batches each time, because a model may score a row differently in another batch.
     *
     * @param folder an empty folder
     */
    @Test
    default void growingPrefixesInferEachRowOnce(@TempDir Path folder) {
        int batch = StoreRows.BATCH;
        StoreModel model = StoreModel.named("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.ask(model, 1).infers(batch).reuses(0).isRight();
            store.ask(model, batch - 1).infers(0).reuses(batch - 1).isRight();
            store.ask(model, batch).infers(0).reuses(batch).isRight();
            store.ask(model, batch + 1).infers(batch).reuses(batch).isRight();
            store.askAll(model)
                    .infers(StoreRows.COUNT - 2 * batch)
                    .reuses(2 * batch)
                    .isRight()
                    .says();
            store.ask(model, 1).infers(0).reuses(1).isRight();
        }
    }

    /**
     * The full tier after the fast one infers the rest only.
     *
     * @param folder an empty folder
     */
    @Test
    default void fullAfterFastInfersTheRest(@TempDir Path folder) {
        StoreModel model = StoreModel.named("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.ask(model, StoreRows.FEW).infers(StoreRows.FEW);
            store.askAll(model)
                    .infers(StoreRows.COUNT - StoreRows.FEW)
                    .reuses(StoreRows.FEW)
                    .isRight();
            store.askAll(model).infers(0).reuses(StoreRows.COUNT).isRight();
        }
    }

    /**
     * A result says what it cost: rows inferred and rows checked are those that the model was asked for, and rows
     * inferred and reused are at least those given.
     *
     * @param folder an empty folder
     */
    @Test
    default void costIsWhatTheModelSaw(@TempDir Path folder) {
        for (StoreModel model : List.of(StoreModel.named("m"), StoreModel.anonymous())) {
            try (StoreInUse store = StoreInUse.open(this, folder)) {
                for (int rows : new int[] {1, StoreRows.FEW + 1, StoreRows.FEW, StoreRows.COUNT, StoreRows.COUNT}) {
                    store.ask(model, rows).costsWhatItSays();
                    store.ask(model.again(), rows).costsWhatItSays();
                }
            }
        }
    }

    /**
     * Batches lie at multiples of the batch size, whatever was there before: a model whose scores depend on the batch
     * gives those of whole batches.
     *
     * @param folder an empty folder
     */
    @Test
    default void batchesLieAtMultiplesOfTheirSize(@TempDir Path folder) {
        StoreModel model = StoreModel.relativeToTheBatch("m").saysItIsBatchVariant();
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            for (int rows : new int[] {5, StoreRows.BATCH + 7, StoreRows.FEW, StoreRows.COUNT}) {
                store.ask(model, rows).isRight().says("BATCH_VARIANT");
            }
        }
    }

    /**
     * The batch size matters to models only whose scores depend on it: others' scores are found in batches of another
     * size.
     *
     * @param folder an empty folder
     */
    @Test
    default void anotherBatchSizeFindsTheSameScores(@TempDir Path folder) {
        StoreModel model = StoreModel.named("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            store.ask(model, StoreRows.FEW);
            store.ask(store.order(), model, 7, StoreRows.COUNT)
                    .infers(StoreRows.COUNT - StoreRows.FEW)
                    .isRight()
                    .says();
            store.ask(store.order(), model, StoreRows.COUNT, StoreRows.COUNT)
                    .infers(0)
                    .isRight();
        }
    }

    /**
     * The scores of a model without a fingerprint, and of rows of which nothing is known, are reused too, for as long
     * as model and rows are the same objects.
     *
     * @param folder an empty folder
     */
    @Test
    default void whatHasNoNameIsReusedWhileItLives(@TempDir Path folder) {
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            StoreModel nameless = StoreModel.anonymous();
            store.ask(nameless, StoreRows.FEW).infers(StoreRows.FEW);
            store.askAll(nameless).infers(StoreRows.COUNT - StoreRows.FEW).isRight();
            StoreModel model = StoreModel.named("m");
            var unknown =
                    StoreRows.usual().reading(Features.of(StoreRows.list())).in(store.store());
            store.ask(unknown, model, StoreRows.BATCH, StoreRows.FEW).infers(StoreRows.FEW);
            store.ask(unknown, model, StoreRows.BATCH, StoreRows.COUNT)
                    .infers(StoreRows.COUNT - StoreRows.FEW)
                    .isRight();
        }
    }

    /**
     * A model object with a fingerprint is checked once. After that, other labels, weights or slices of the same rows
     * call no model: one that throws by then is not asked.
     *
     * @param folder an empty folder
     */
    @Test
    default void otherLabelsWeightsAndSlicesCallNoModel(@TempDir Path folder) {
        AtomicBoolean isGone = new AtomicBoolean();
        StoreModel model = StoreModel.named("m").after((batch, scores) -> {
            if (isGone.get()) {
                throw new IllegalStateException("the model is gone");
            }
        });
        double[] weights = new double[StoreRows.COUNT];
        Arrays.setAll(weights, row -> 1 + row % 3);
        List<StoreRows> changed = List.of(
                StoreRows.of(StoreRows.builder(StoreRows.corrected())),
                StoreRows.of(StoreRows.builder(StoreRows.labels()).weights(weights)),
                StoreRows.of(StoreRows.builder(StoreRows.corrected())
                        .slice("country", Collections.nCopies(StoreRows.COUNT, "fr"))));
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            StoreAnswer first = store.askAll(model);
            store.askAll(model).infers(0);
            isGone.set(true);
            for (StoreRows rows : changed) {
                StoredScores found = store.ask(rows, model).infers(0).says().scores();
                assertEquals(0, found.cost().rowsChecked(), "rows checked of a model that was checked before");
                assertArrayEquals(first.scores().scores(0, StoreRows.COUNT), found.scores(0, StoreRows.COUNT));
            }
        }
    }

    /**
     * Stored scores are given while their model is not at hand, with the notice {@code NOT_RECHECKED}; where some are
     * missing, a {@link ModelException} says so.
     *
     * @param folder an empty folder
     */
    @Test
    default void scoresAreFoundWhileTheirModelIsNotAtHand(@TempDir Path folder) {
        StoreModel model = StoreModel.named("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            double[] known = store.ask(model, StoreRows.FEW).scores().scores(0, StoreRows.FEW);
            StoredScores found = store.store().scores(store.order(), model.absent(), StoreRows.BATCH, StoreRows.FEW);
            assertArrayEquals(known, found.scores(0, StoreRows.FEW));
            assertEquals(StoreRows.FEW, found.cost().rowsReused(), "rows reused");
            assertEquals(
                    List.of("NOT_RECHECKED"),
                    found.notices().stream().map(Notice::code).toList());
            assertThrows(
                    ModelException.class,
                    () -> store.store().scores(store.order(), model.absent(), StoreRows.BATCH, StoreRows.FEW + 1),
                    "a row was given that no model has scored");
            store.ask(model, StoreRows.FEW).infers(0).isRight();
        }
    }

    /**
     * Whatever is asked in whatever sequence, of models of several outputs and precisions, in batches of several sizes,
     * with the store closed and opened in between: scores are right, the cost is what the model saw, and no row is
     * inferred twice. Thirty sequences of fixed seeds; a failure names the seed.
     *
     * @param folder an empty folder
     */
    @Test
    default void anySequenceOfRequestsInfersEachRowOnce(@TempDir Path folder) {
        for (int seed = 1; seed <= 30; seed++) {
            try {
                new StoreRequests(this, folder, seed).run();
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }
}
