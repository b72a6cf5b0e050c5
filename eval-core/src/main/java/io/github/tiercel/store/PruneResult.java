package io.github.tiercel.store;

import java.util.List;

/**
 * What was deleted from a store.
 *
 * @param keys the deleted keys, 64 hexadecimal digits each, in the order of deletion
 * @param bytesDeleted their size
 * @param bytesLeft the size of what is left
 * @since 0.1
 */
public record PruneResult(List<String> keys, long bytesDeleted, long bytesLeft) {

    /** Copies the list. */
    public PruneResult {
        keys = List.copyOf(keys);
    }
}
