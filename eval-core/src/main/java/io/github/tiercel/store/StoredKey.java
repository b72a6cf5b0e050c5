package io.github.tiercel.store;

import io.github.tiercel.inference.ModelFingerprint;
import io.github.tiercel.inference.Outputs;
import java.time.Instant;
import java.util.OptionalInt;

/**
 * Scores of one model in a store's folder. Immutable.
 *
 * @param hex the key: 64 hexadecimal digits
 * @param model the model
 * @param order the digest of the rows and their content, in stored order
 * @param outputs what the model gives for a row
 * @param batchRows rows in a batch, for models whose scores depend on it; else empty
 * @param rows how many of the first rows have scores without a gap, by the names of the files
 * @param rowsOfOrder how many rows the order has; empty if that is not recorded
 * @param segments how many files of scores there are
 * @param bytes the size of the key's files
 * @param lastUsed when its scores were last asked for or added to, to the minute
 * @since 0.1
 */
public record StoredKey(
        String hex,
        ModelFingerprint model,
        String order,
        Outputs outputs,
        OptionalInt batchRows,
        int rows,
        OptionalInt rowsOfOrder,
        int segments,
        long bytes,
        Instant lastUsed) {

    StoreKey key() {
        return new StoreKey(model, order, outputs, batchRows);
    }
}
