package io.github.tiercel.store;

import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import java.util.OptionalInt;

/**
 * Whose scores of which rows: scores under equal keys are the same scores.
 *
 * <p>Labels, weights and slices are not part of it: they change no score.
 *
 * @param model tells the model, what is done to rows before it sees them, and settings that can change a score
 * @param order tells the rows and their order: a digest of row keys and features in stored order
 * @param outputs what the model gives for a row
 * @param batchRows rows in a batch, for models whose scores depend on it; else empty
 */
record StoreKey(ModelFingerprint model, String order, Outputs outputs, OptionalInt batchRows) {

    /** {@return the key of a model whose scores depend on the batch} */
    StoreKey inBatchesOf(int rows) {
        return new StoreKey(model, order, outputs, OptionalInt.of(rows));
    }

    /** {@return the SHA-256 of the key's length-prefixed parts, as 64 lower-case hexadecimal digits} */
    String hex() {
        return KeyDigest.of(this);
    }

    /** {@return what the key is made of, one {@code name: value} a line; {@link KeyText#parse} reads it} */
    String text() {
        return KeyText.of(this);
    }
}
