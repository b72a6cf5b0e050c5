package io.github.tiercel.testkit;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The laws of what outlives a store, for those that {@linkplain StoreUnderTest#keepsScores() keep scores}; others have
 * nothing to keep and pass. {@link PredictionStoreContract} says what they have in common.
 *
 * @since 0.1
 */
public interface StoreLifeLaws extends StoreUnderTest {

    /**
     * What a store was closed with is there for the next: part of the rows, and all.
     *
     * @param folder an empty folder
     */
    @Test
    default void closedStoreKeepsItsScores(@TempDir Path folder) {
        StoreModel model = StoreModel.named("m");
        int known = 0;
        for (int rows : new int[] {StoreRows.FEW, StoreRows.COUNT, StoreRows.COUNT}) {
            try (StoreInUse store = StoreInUse.open(this, folder)) {
                int reused = keepsScores() ? known : 0;
                store.ask(model.again(), rows)
                        .reuses(reused)
                        .infers(rows - reused)
                        .isRight()
                        .says();
            }
            known = rows;
        }
    }

    /**
     * What a store was flushed with is there for another store of the folder, while both are open.
     *
     * @param folder an empty folder
     */
    @Test
    default void flushedScoresAreThereForOthers(@TempDir Path folder) {
        StoreModel model = StoreModel.named("m");
        try (StoreInUse one = StoreInUse.open(this, folder);
                StoreInUse other = StoreInUse.open(this, folder)) {
            one.ask(model, StoreRows.FEW);
            one.store().flush();
            int reused = keepsScores() ? StoreRows.FEW : 0;
            other.askAll(model.again())
                    .reuses(reused)
                    .infers(StoreRows.COUNT - reused)
                    .isRight()
                    .says();
        }
    }

    /**
     * Flushing and closing may be repeated, also with nothing to do.
     *
     * @param folder an empty folder
     */
    @Test
    default void flushingAndClosingMayBeRepeated(@TempDir Path folder) {
        StoreModel model = StoreModel.named("m");
        StoreInUse store = StoreInUse.open(this, folder);
        store.store().flush();
        store.askAll(model);
        for (int i = 0; i < 2; i++) {
            store.store().flush();
            store.askAll(model).infers(0).isRight().says();
        }
        store.close();
        store.close();
        try (StoreInUse next = StoreInUse.open(this, folder)) {
            next.askAll(model)
                    .infers(keepsScores() ? 0 : StoreRows.COUNT)
                    .isRight()
                    .says();
        }
    }
}
