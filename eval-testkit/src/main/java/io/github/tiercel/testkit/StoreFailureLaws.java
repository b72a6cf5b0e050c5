package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.tiercel.data.Batch;
import io.github.tiercel.inference.ModelException;
import io.github.tiercel.inference.ScoreSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The laws of models that fail. {@link PredictionStoreContract} says what they have in common.
 *
 * @since 0.1
 */
public interface StoreFailureLaws extends StoreUnderTest {

    /**
     * A model that throws, at once or at its fourth batch, ends the request with a {@link ModelException} whose cause
     * it is, and the next request is as good as new.
     *
     * @param folder an empty folder
     */
    @Test
    default void failureIsAModelException(@TempDir Path folder) {
        StoreModel model = StoreModel.named("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            for (Exception failure : List.of(new IllegalStateException("no luck"), new IOException("no disk"))) {
                for (StoreModel failing : List.of(failing(model, failure), failingAtRow(bad(store), model, failure))) {
                    ModelException thrown = assertThrows(ModelException.class, () -> store.askAll(failing));
                    assertSame(failure, thrown.getCause(), () -> "the cause of " + thrown);
                    assertFalse(thrown.isInterrupted(), () -> "said to be interrupted: " + thrown);
                }
            }
            store.askAll(model)
                    .infers(StoreRows.COUNT - StoreRows.FEW)
                    .isRight()
                    .says();
        }
    }

    private static StoreModel failing(StoreModel model, Exception failure) {
        return model.after((batch, scores) -> {
            throw failure;
        });
    }

    private static StoreModel failingAtRow(double row, StoreModel model, Exception failure) {
        return model.after((batch, scores) -> {
            if (hasRow(batch, row)) {
                throw failure;
            }
        });
    }

    /** The first row of the fourth batch. */
    private static double bad(StoreInUse store) {
        return store.order().order().row(StoreRows.FEW);
    }

    /**
     * Of a model that fails half-way the batches before are kept, for the next request and, if scores are kept, for the
     * next store.
     *
     * @param folder an empty folder
     */
    @Test
    default void batchesBeforeAFailureAreKept(@TempDir Path folder) {
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            failHalfWay(store, StoreModel.named("m"));
            store.askAll(StoreModel.named("m"))
                    .reuses(StoreRows.FEW)
                    .infers(StoreRows.COUNT - StoreRows.FEW)
                    .isRight()
                    .says();
            failHalfWay(store, StoreModel.named("n"));
        }
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            int kept = keepsScores() ? StoreRows.FEW : 0;
            store.askAll(StoreModel.named("n"))
                    .reuses(kept)
                    .infers(StoreRows.COUNT - kept)
                    .isRight()
                    .says();
        }
    }

    private static void failHalfWay(StoreInUse store, StoreModel model) {
        StoreModel failing = failingAtRow(bad(store), model, new IllegalStateException("no luck"));
        assertThrows(ModelException.class, () -> store.askAll(failing));
    }

    private static boolean hasRow(Batch<double[]> batch, double number) {
        for (int i = 0; i < batch.size(); i++) {
            if (batch.row(i)[0] == number) {
                return true;
            }
        }
        return false;
    }

    /**
     * A score that is NaN, one too few, one too many or one given twice ends the request with a {@link ModelException},
     * and no score of that batch is kept.
     *
     * @param folder an empty folder
     */
    @Test
    default void badScoresAreNeverKept(@TempDir Path folder) {
        List<StoreModel.Act> bad = List.of(
                (batch, scores) -> score(scores, batch.size(), Double.NaN),
                (batch, scores) -> score(scores, batch.size() - 1, 1),
                (batch, scores) -> score(scores, batch.size() + 1, 1),
                (batch, scores) -> {
                    score(scores, batch.size(), 1);
                    scores.score(0, 1);
                });
        StoreModel model = StoreModel.named("m");
        try (StoreInUse store = StoreInUse.open(this, folder)) {
            for (StoreModel.Act act : bad) {
                assertThrows(ModelException.class, () -> store.askAll(model.doing(act)));
                store.holdsNothingOf(model);
            }
            store.askAll(model).infers(StoreRows.COUNT).isRight().says();
        }
    }

    private static void score(ScoreSink sink, int count, double last) {
        for (int i = 0; i < count; i++) {
            sink.score(i, i == count - 1 ? last : 1);
        }
    }
}
