package io.github.tiercel.store;

import java.util.List;

/**
 * What was deleted from a store, or would be.
 *
 * @param keys the deleted keys, 64 hexadecimal digits each, in the order of deletion
 * @param inUse keys that had to go too but stay, because they are in use or were within two minutes
 * @param bytesDeleted the size of what was deleted: of the keys, and of what was known of rows that no other key has
 * @param bytesLeft the size of what is left
 * @since 0.1
 */
public record PruneResult(List<String> keys, List<String> inUse, long bytesDeleted, long bytesLeft) {

    /** Copies the lists. */
    public PruneResult {
        keys = List.copyOf(keys);
        inUse = List.copyOf(inUse);
    }
}
