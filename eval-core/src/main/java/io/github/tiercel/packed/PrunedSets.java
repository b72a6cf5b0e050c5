package io.github.tiercel.packed;

import java.util.List;

/**
 * What was deleted from a {@linkplain PackedCatalog folder of packed sets}, or would be.
 *
 * @param deleted the sets that were deleted, in the order of deletion
 * @param inUse sets that had to go too but stay, because they are in use or were within two minutes
 * @param bytesDeleted the size of what was deleted
 * @param bytesLeft the size of the sets that are left
 * @since 0.1
 */
public record PrunedSets(List<KeptSet> deleted, List<KeptSet> inUse, long bytesDeleted, long bytesLeft) {

    /** Copies the lists. */
    public PrunedSets {
        deleted = List.copyOf(deleted);
        inUse = List.copyOf(inUse);
    }
}
