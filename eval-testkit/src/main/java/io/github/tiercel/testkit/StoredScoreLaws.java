package io.github.tiercel.testkit;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.tiercel.inference.Outputs;
import io.github.tiercel.inference.Precision;
import io.github.tiercel.store.PredictionStore;
import io.github.tiercel.store.StoredOrder;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The laws of the scores that a store gives; {@link PredictionStoreContract} says what they have in common.
 *
 * @since 0.1
 */
public interface StoredScoreLaws extends StoreUnderTest {

    /**
     * Scores are the model's to the last bit, in both precisions, of one and of several outputs, for every length of
     * prefix, when they are inferred and when they are found: huge and subnormal numbers and the sign of zero included.
     * A store that writes text, or floats for doubles, or mixes up outputs fails here.
     *
     * @param folder an empty folder
     */
    @Test
    default void scoresAreTheModelsToTheLastBit(@TempDir Path folder) {
        double[] odd = {
            -0.0,
            0.0,
            Double.MIN_VALUE,
            -Double.MIN_NORMAL,
            Float.MIN_VALUE,
            -Float.MIN_NORMAL,
            -Float.MAX_VALUE,
            Float.MAX_VALUE,
            1.0 / 3,
            Math.nextUp(1.0),
            -1e-300
        };
        for (Outputs outputs : List.of(Outputs.score(), Outputs.of("no", "yes", "perhaps"))) {
            for (Precision precision : Precision.values()) {
                StoreModel model = StoreModel.named(outputs.count() + " of " + precision)
                        .giving(outputs.in(precision), (row, output) -> odd[((int) row[0] + 5 * output) % odd.length]);
                try (StoreInUse store = StoreInUse.open(this, folder)) {
                    for (int rows :
                            new int[] {1, StoreRows.BATCH - 1, StoreRows.BATCH, StoreRows.BATCH + 1, StoreRows.COUNT, 1
                            }) {
                        store.ask(model, rows).isRight().says();
                    }
                }
                try (StoreInUse next = StoreInUse.open(this, folder)) {
                    next.askAll(model).isRight().says();
                }
            }
        }
    }

    /**
     * Requests for no row, for more than there are, and for batches without rows are refused with an
     * {@link IllegalArgumentException} that names the number given.
     *
     * @param folder an empty folder
     */
    @Test
    default void impossibleRequestsAreRefused(@TempDir Path folder) {
        try (StoreInUse used = StoreInUse.open(this, folder)) {
            for (int rows : new int[] {-17, 0, StoreRows.COUNT + 1}) {
                refused(used.store(), used.order(), StoreRows.BATCH, rows, rows);
            }
            for (int batchRows : new int[] {-17, 0}) {
                refused(used.store(), used.order(), batchRows, StoreRows.COUNT, batchRows);
            }
        }
    }

    private static void refused(
            PredictionStore store, StoredOrder<double[]> order, int batchRows, int rows, int named) {
        StoreModel model = StoreModel.named("m");
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> store.scores(order, model, batchRows, rows),
                rows + " rows in batches of " + batchRows);
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains(String.valueOf(named)), message);
        assertTrue(model.asked() == 0, "the model was asked before the request was refused");
    }
}
