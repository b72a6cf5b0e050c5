package io.github.tiercel.store;

import io.github.tiercel.result.HoldoutUse;

/**
 * How often the rows of one order have been used, as a store's folder has it.
 *
 * @param order the fingerprint of the order, 64 hexadecimal digits, as {@link StoredKey#order()} has it
 * @param use the counts; not whole if files of them are damaged
 * @param bytes what the files take up
 * @since 0.1
 */
public record StoredUse(String order, HoldoutUse use, long bytes) {}
